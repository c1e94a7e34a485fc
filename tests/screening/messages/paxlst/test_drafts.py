from gatehouse.screening.messages.paxlst.drafts import CONTRADICTED, DOCUMENTS_TRACED_MAX, ITEMS_MAX, Draft
from gatehouse.screening.messages.paxlst.said import (
    DOCUMENT,
    ITEMS,
    OPENS_DOCUMENT,
    OPENS_PARTY,
    OPENS_PERSON,
    PERSON,
    Said,
)
from gatehouse.terms.traveller import Evidence, Role


def draft(role: Role = Role.PASSENGER, about: str = OPENS_PERSON) -> Draft:
    return Draft(Said(about, (("role", role),)), 5)


def paper(number: str, ordinal: int) -> Said:
    return Said(OPENS_DOCUMENT, (("type", "P"), ("number", number), ("segment", ordinal)))


def test_a_fact_comes_with_its_source() -> None:
    person = draft()
    assert person.take(Said(PERSON, (("sex", "F"),)), 6) is None
    traveller = person.traveller()
    assert (traveller.sex, traveller.sources["sex"], traveller.segments) == ("F", 6, (5, 6))


def test_the_first_statement_stands_and_a_different_second_is_answered() -> None:
    person = draft()
    person.take(Said(PERSON, (("locator", "AAAAAA"),)), 6)
    assert person.take(Said(PERSON, (("locator", "AAAAAA"),)), 7) is None
    assert person.take(Said(PERSON, (("locator", "BBBBBB"),)), 8) == CONTRADICTED
    assert (person.traveller().locator, person.sources["locator"]) == ("AAAAAA", 6)


def test_items_add_up() -> None:
    person = draft()
    for ordinal, code in enumerate(("GBR", "IRL"), 6):
        assert person.take(Said(ITEMS, (("nationalities", (code,)),)), ordinal) is None
    assert person.traveller().nationalities == ("GBR", "IRL")


def test_more_items_than_anybody_has_are_answered_and_not_added() -> None:
    person = draft()
    bag = Said(ITEMS, (("tickets", ("1",)),))
    answers = [person.take(bag, ordinal) for ordinal in range(ITEMS_MAX + 2)]
    assert answers[-3:] == [None, "items-too-many", "items-too-many"]
    assert len(person.traveller().tickets) == ITEMS_MAX


def test_a_detail_goes_to_the_document_opened_last() -> None:
    person = draft()
    for number, ordinal in (("X1", 6), ("X2", 8)):
        person.open_document(paper(number, ordinal), ordinal)
        assert person.take_of_document(Said(DOCUMENT, (("issuer", f"C{ordinal}"),)), ordinal + 1) is None
    assert [document.issuer for document in person.traveller().documents] == ["C6", "C8"]
    assert person.sources["documents.1.issuer"] == 9


def test_a_detail_behind_a_skipped_document_goes_nowhere() -> None:
    person = draft()
    person.open_document(paper("X1", 6), 6)
    person.open_document(Said(OPENS_DOCUMENT), 7)
    assert person.take_of_document(Said(DOCUMENT, (("issuer", "GBR"),)), 8) is None
    assert [document.issuer for document in person.traveller().documents] == [None]


def test_a_detail_without_document_is_answered_unless_it_is_empty() -> None:
    assert draft().take_of_document(Said(DOCUMENT, (("issuer", "GBR"),)), 6) == "detail-unplaced"
    assert draft().take_of_document(Said(DOCUMENT, (("issuer", None),)), 6) is None


def test_more_documents_than_are_traced_are_all_kept() -> None:
    person = draft()
    for ordinal in range(DOCUMENTS_TRACED_MAX + 3):
        person.open_document(paper(f"X{ordinal}", ordinal), ordinal)
        person.take_of_document(Said(DOCUMENT, (("issuer", "GBR"),)), ordinal)
    assert len(person.traveller().documents) == DOCUMENTS_TRACED_MAX + 3


def test_evidence_travels_with_the_person() -> None:
    person = draft()
    person.evidence.append(Evidence(6, "QTY+1"))
    assert person.traveller().evidence == (Evidence(6, "QTY+1"),)


def test_a_party_of_unknown_role_is_a_person_only_when_it_shows() -> None:
    assert draft(Role.OTHER).is_person
    assert not draft(Role.OTHER, OPENS_PARTY).is_person
    named, papered = (draft(Role.OTHER, OPENS_PARTY) for _ in range(2))
    named.take(Said(PERSON, (("surname", "ROE"),)), 6)
    papered.open_document(paper("X1", 6), 6)
    assert named.is_person
    assert papered.is_person

"""FollowTheMoney JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument


def entity(identifier: str, schema: str, **properties: object) -> dict[str, object]:
    return {"id": identifier, "schema": schema, "properties": properties, "datasets": ["utopia_list"]}


NIMBUS = {
    **entity(
        "n1",
        "Person",
        name=["Зоран Нимбус", "Zoran Nimbus"],
        alias=["Z. Nimbo"],
        weakAlias=["Cloud"],
        firstName=["Zoran"],
        lastName=["Nimbus"],
        birthDate=["1970", "1971-02"],
        birthPlace=["Nowhere"],
        nationality=["sy"],
        citizenship=["suhh"],
        country=["fr"],
        gender=["male"],
        passportNumber=["X1", "X2"],
        topics=["sanction"],
    ),
    "caption": "Zoran Nimbus",
    "last_change": "2026-01-02T03:04:05",
}
PASSPORT = entity("p1", "Passport", holder=["n1"], number=["X1"], country=["ir"], endDate=["2030-01-01"])
SANCTION = entity(
    "s1",
    "Sanction",
    entity=["n1"],
    program=["UTO"],
    authority=["Utopia"],
    listingDate=["2020-01-01"],
    authorityId=["U1"],
)
BANK = entity("b1", "Company", name=["Utopia Bank"])


def lines(*entities: object) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entities)


def check_nimbus(reading: ListReading) -> None:
    (entry,) = reading.entries
    assert reading.list == "utopia_list"
    assert [(name.full, name.quality.value, name.script, name.surname) for name in entry.names] == [
        ("Zoran Nimbus", "primary", "Latn", "Nimbus"),
        ("Зоран Нимбус", "primary", "Cyrl", None),
        ("Z. Nimbo", "strong", "Latn", None),
        ("Cloud", "weak", "Latn", None),
    ]
    assert entry.birth_dates == (DateSpan.exact("1970"), DateSpan.exact("1971-02"))
    assert entry.nationalities == ("SYR", "SUN")
    assert set(entry.documents) == {
        ListedDocument("X2", "passport"),
        ListedDocument("X1", "passport", "IRN", "expires 2030-01-01"),
    }
    assert (entry.sex, entry.birth_places) == ("M", ("Nowhere",))
    assert (entry.programme, entry.legal_basis, entry.source_reference) == ("UTO", "Utopia", "U1")
    assert (entry.listed_on, entry.updated_on) == ("2020-01-01", "2026-01-02")
    assert entry.remarks == "Countries: fr; Topics: sanction"


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2)])
def test_a_person_is_put_together_in_whatever_order_the_entities_stand(
    order: tuple[int, ...], read: Callable[[str], ListReading]
) -> None:
    entities = (NIMBUS, PASSPORT, SANCTION, BANK)
    reading = read(lines(*(entities[place] for place in order)))
    check_nimbus(reading)
    assert reading.not_persons == 1


def test_the_nested_form_says_the_same(read: Callable[[str], ListReading]) -> None:
    properties = {**NIMBUS["properties"], "passports": [PASSPORT], "sanctions": [SANCTION]}  # type: ignore[dict-item]
    check_nimbus(read(lines({**NIMBUS, "properties": properties})))


def test_lines_that_are_no_entity_are_skipped_and_a_cut_last_one_refuses_the_file(
    read: Callable[[str], ListReading],
) -> None:
    reading = read(lines(NIMBUS) + '{"id": 1}\n{"broken\n\n' + lines(BANK, NIMBUS))
    assert (len(reading.entries), reading.skipped) == (1, 3)
    with pytest.raises(ListFileError, match="last line is no complete entity"):
        read(lines(NIMBUS, NIMBUS)[:-40])


def test_persons_of_several_lists_are_one_list_of_no_publisher(read: Callable[[str], ListReading]) -> None:
    other = {**NIMBUS, "id": "n2", "datasets": ["b", "c"]}
    assert read(lines(NIMBUS, other)).list == "FTM"


@pytest.mark.parametrize(
    ("ends", "expires"),
    [(["2030-01-01"], "2030-01-01"), (["2030-01-01", "2031"], "2031"), (["2030-01-01", None], None), ([], None)],
    ids=["one", "the-last-of-two", "one-without-end", "no-sanction"],
)
def test_an_entry_expires_with_the_last_of_its_sanctions(
    read: Callable[[str], ListReading], ends: list[str | None], expires: str | None
) -> None:
    sanctions = [
        entity(f"s{number}", "Sanction", entity=["n1"], endDate=[end] if end else [], reason=["a reason"])
        for number, end in enumerate(ends)
    ]
    (entry,) = read(lines(NIMBUS, *sanctions)).entries
    assert entry.expires_on == expires
    assert ("Reasons: a reason" in (entry.remarks or "")) is bool(ends)


def test_a_country_of_birth_is_no_place(read: Callable[[str], ListReading]) -> None:
    person = entity("n1", "Person", name=["Zoran Nimbus"], birthPlace=["Nowhere"], birthCountry=["tn"])
    (entry,) = read(lines(person)).entries
    assert (entry.birth_places, entry.birth_countries) == (("Nowhere",), ("TUN",))


@pytest.mark.parametrize(
    ("caption", "properties", "name"),
    [
        ("p1", {"firstName": ["Zoran"], "fatherName": ["Petrovich"], "lastName": ["Nimbus"]}, "Zoran Petrovich Nimbus"),
        ("Zoran Nimbus", {"country": ["sy"]}, "Zoran Nimbus"),
    ],
)
def test_a_person_without_a_name_as_a_whole(
    caption: str, properties: dict[str, list[str]], name: str, read: Callable[[str], ListReading]
) -> None:
    line = json.dumps({"id": "p1", "schema": "Person", "caption": caption, "properties": properties})
    (entry,) = read(line + "\n").entries
    assert [listed.full for listed in entry.names] == [name]

"""What of a pair is material, field by field; and that what is kept is no name."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.review.evidence import (
    compared,
    digests,
    entry_evidence,
    is_covered,
    material,
    numbers_of,
    pair_keys,
    tokens_of,
)
from gatehouse.terms.candidate import Reason
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry
from gatehouse.terms.traveller import Bag, Contact, Document, Role, Seat, Traveller

ANN = Traveller(
    Role.PASSENGER,
    surname="ROE",
    given_names="ANN MARIE",
    sex="F",
    birth_date="1980-01-01",
    nationalities=("UTO",),
    documents=(Document("P", "P 123", "UTO"),),
    seats=(Seat("12A"),),
)
ENTRY = ListEntry(
    "TEST",
    "E1",
    (ListedName("Ann Roe"), ListedName("Anna Row")),
    birth_dates=(DateSpan.exact("1980-01-01"),),
    documents=(ListedDocument("X9", "passport"),),
)
CONTACT = Reason("contact", "+1 555", "+1555", "same", 2.0)


def covered(now: Traveller, *reasons: Reason) -> bool:
    return is_covered(tokens_of([now], reasons), compared(tokens_of([ANN], ())))


def test_every_field_of_both_sides_is_decided_in_the_table() -> None:
    sides = {"traveller": Traveller, "entry": ListEntry}
    named = {(side, field.name) for side, kind in sides.items() for field in fields(kind)}
    assert set(material()) == named


@pytest.mark.parametrize(
    "change",
    [
        {"documents": (*ANN.documents, Document("P", "P999", "UTO"))},
        {"documents": (Document("P", "P 123", "XXA"),)},
        {"birth_date": "1980-01-02"},
        {"surname": "ROW"},
        {"given_names": "ANNA"},
        {"sex": "M"},
        {"nationalities": ("UTO", "XXA")},
    ],
)
def test_a_new_value_of_what_identifies_is_material(change: dict[str, object]) -> None:
    assert not covered(replace(ANN, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"seats": (Seat("33C"),)},
        {"bags": (Bag("1"),), "bag_count": 3},
        {"locator": "OTHER1", "reference": "9", "tickets": ("1",)},
        {"contacts": (Contact("phone", "+15550"),)},
        {"birth_date": None},
        {"birth_date": "1980"},
        {"sex": None, "nationalities": ()},
        {"surname": "Roe", "given_names": "Ann-Marie"},
        {"documents": (*ANN.documents, Document("V", "VISA1", "XXA"))},
    ],
)
def test_what_does_not_identify_or_says_less_is_not(change: dict[str, object]) -> None:
    assert covered(replace(ANN, **change))


def test_a_contact_is_material_once_it_agrees_with_the_entry() -> None:
    assert not covered(ANN, CONTACT)
    assert covered(ANN, CONTACT._replace(weight=-1.0))


def test_fields_marked_as_material_move_the_evidence_and_no_others() -> None:
    other = {
        "surname": "X", "given_names": "X", "birth_date": "1999-01-01", "sex": "X", "nationalities": ("QQQ",),
        "documents": (Document("I", "7", None),), "role": Role.CREW, "title": "MR", "residence": "QQQ",
        "locator": "Q", "reference": "Q", "number": "Q", "seats": (), "bags": (Bag("2"),), "bag_count": 9,
        "bag_weight_kg": 2.0, "infant": True, "accompanied_by": "Q", "embarkation": "Q", "destination": "Q",
        "clearance": "Q", "crew_duty": "Q", "verified": True, "loyalty": ("Q",), "tickets": ("Q",), "status": "Q",
        "segments": (4, 5), "contacts": (Contact("phone", "1"),), "birth_place": "Q",
    }  # fmt: skip
    before = tokens_of([ANN], ())
    moved = {name for name, value in other.items() if tokens_of([replace(ANN, **{name: value})], ()) != before}
    assert moved == {field for (side, field), is_so in material().items() if side == "traveller" and is_so == "yes"}


@pytest.mark.parametrize(
    "change",
    [
        {"names": ENTRY.names[:1]},
        {"names": (*ENTRY.names, ListedName("A. R."))},
        {"birth_dates": ()},
        {"documents": (*ENTRY.documents, ListedDocument("X10"))},
        {"nationalities": ("UTO",)},
        {"contacts": ("a@example.org",)},
        {"sex": "F"},
        {"birth_places": ("Utopia",)},
        {"birth_countries": ("UTO",)},
    ],
)
def test_any_change_of_what_identifies_the_listed_person_is_material(change: dict[str, object]) -> None:
    assert entry_evidence(replace(ENTRY, **change)) != entry_evidence(ENTRY)


def test_order_and_prose_of_the_entry_are_not_material() -> None:
    changed = replace(ENTRY, names=ENTRY.names[::-1], remarks="new", updated_on="2026-01-01", instruction="tell us")
    assert entry_evidence(changed) == entry_evidence(ENTRY)


def test_a_pair_is_known_again_by_a_document_and_by_nothing_else() -> None:
    assert numbers_of(tokens_of([ANN], ())) == ["P123"]
    assert pair_keys("TEST", "E1", tokens_of([replace(ANN, documents=())], ()), b"k") == []
    keys = pair_keys("TEST", "E1", tokens_of([ANN], ()), b"k")
    assert len(keys) == 1
    assert keys != pair_keys("TEST", "E2", tokens_of([ANN], ()), b"k")
    assert keys != pair_keys("TEST", "E1", tokens_of([ANN], ()), b"another secret")


def test_what_is_kept_names_nobody() -> None:
    kept = " ".join(digests(tokens_of([ANN], ()), b"k"))
    assert not [value for value in ("ROE", "ANN", "1980", "P123") if value in kept]


@given(st.sets(st.sampled_from("ABCDEFG"), min_size=1), st.sets(st.sampled_from("ABCDEFG")))
def test_a_new_document_is_always_material_and_a_lost_one_never(held: set[str], more: set[str]) -> None:
    def holding(numbers: set[str]) -> frozenset[str]:
        return tokens_of([replace(ANN, documents=tuple(Document("P", one) for one in sorted(numbers)))], ())

    assert is_covered(holding(held | more), compared(holding(held))) == (more <= held)

"""Field by field: values with their segments, and marks that come from the explanation."""

from __future__ import annotations

import pytest

from gatehouse.screening.review.fields import FIELDS, Mark, compared, field_of, mark_of
from gatehouse.screening.review.statements import Statement
from gatehouse.terms.candidate import Reason
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry
from gatehouse.terms.traveller import Contact, Document, Role, Traveller

ANN = Traveller(
    Role.PASSENGER, surname="ROE", given_names="ANN", birth_date="1980-01-01", sex="F",
    documents=(Document("P", "P1", "UTO", segment=9, surname="ROW", given_names="ANNA"),),
    contacts=(Contact("phone", "+15550"), Contact("agency", "+1000")), segments=(5, 9),
    sources={"surname": 5, "birth_date": 6},
)  # fmt: skip
SAID = Statement(71, 3, "api", "statement", False, None, 5, 9, ANN, None, "PAXLST", "15B", "passenger-list", "ZZ")
ENTRY = ListEntry(
    "TEST", "E1", (ListedName("Ann Roe"),), birth_dates=(DateSpan("1979-01-01", "1979-12-31", True),),
    documents=(ListedDocument("X1", "passport", "UTO"),), nationalities=("UTO",),
)  # fmt: skip
NAME = Reason("name", "ROE ANN", "Ann Roe", "same", 3.0, "the same words")
BORN = Reason("birth-date", "1980-01-01", "1979", "different", -1.0, "a year apart")


def row(field: str):
    return next(one for one in compared([SAID], ENTRY, [NAME, BORN]) if one.field == field)


def test_values_say_where_they_were_read() -> None:
    assert [(value.text, value.segment, value.message) for value in row("name").traveller] == [
        ("ANN ROE", 5, 3),
        ("ANNA ROW", 9, 3),
    ]
    assert row("birth-date").entry == ("about 1979-01-01 to 1979-12-31",)
    assert list(map(str, row("document").entry)) == ["passport X1 UTO"]
    assert [value.text for value in row("contact").traveller] == ["+15550"]


def test_marks_follow_the_explanation_and_never_a_comparison_of_their_own() -> None:
    assert (row("name").mark, row("name").says) == (Mark.AGREES, ("name: same, the same words",))
    assert row("birth-date").mark is Mark.DIFFERS
    assert row("nationality").mark is Mark.ONE_SIDE
    assert row("document").mark is Mark.NOT_COMPARED
    assert mark_of([NAME._replace(outcome="close")], True, True) is Mark.CLOSE


def test_without_the_entry_in_force_the_traveller_is_still_shown() -> None:
    assert {one.mark for one in compared([SAID], None, [NAME])} == {Mark.ONE_SIDE}


@pytest.mark.parametrize(
    ("feature", "field"),
    [("name-letters", "name"), ("single-name", "name"), ("birth-place", "birth-place"), ("birth-date", "birth-date")],
)
def test_every_feature_of_a_field_is_found(feature: str, field: str) -> None:
    assert field_of(feature) == field
    assert field_of("starting-point") is None
    assert field in FIELDS

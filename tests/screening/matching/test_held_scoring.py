"""Bounds of what a held person and a listed one can reach: never below what the comparison of one pair finds."""

from __future__ import annotations

import pytest

from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.held_names import birth_numbers
from gatehouse.screening.matching.held_scoring import birth_most, limits
from gatehouse.screening.matching.index.build import build
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

DATES = (
    "1980",
    "1980-05",
    "1980-05-17",
    "1980-01-01",
    "1981-05-17",
    "1985-05-17",
    "1980-05-18",
    "1980-06-05",
    "1908-05-17",
)
SPANS = (
    DateSpan.exact("1980-05-17"),
    DateSpan.exact("1980"),
    DateSpan.exact("1980-05"),
    DateSpan.exact("1980", circa=True),
    DateSpan.exact("1980-01-01"),
    DateSpan("1979", "1983"),
    DateSpan("1980-05-01", "1980-05-31"),
    DateSpan.exact("1962-11-30"),
)


@pytest.mark.parametrize("span", SPANS, ids=str)
@pytest.mark.parametrize("date", [*DATES, None])
def test_a_birth_adds_no_more_than_its_bound(date: str | None, span: DateSpan) -> None:
    entry = ListEntry("T", "1", (ListedName("Jocelyn Thistlewood"),), birth_dates=(span,))
    index = build([entry]).index
    bounds = [birth_most(index, row, *birth_numbers(date), limits(0.5).births) for row in range(len(index.owners))]
    assert max(bounds) >= birth_reason(date, entry.birth_dates).weight - 1e-5


def test_a_birth_that_is_years_apart_is_bounded_by_what_it_costs() -> None:
    index = build([ListEntry("T", "1", (ListedName("A B"),), birth_dates=(DateSpan.exact("1980-05-17"),))]).index
    assert birth_most(index, 0, 1950, 230, limits(0.5).births) < 0

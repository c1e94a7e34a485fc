"""Where an entry's names stand in the order of rows."""

import pytest

from gatehouse.screening.matching.birth import CIRCA_YEARS
from gatehouse.screening.matching.birth_years import NO_DAY, SEVERAL_DAYS
from gatehouse.screening.matching.index.births import (
    BIRTHS_MAX,
    BY_DAY,
    BY_YEAR,
    NOT_STATED,
    UNDATED,
    YEARS_MAX,
    Birth,
    births_of,
)
from gatehouse.terms.dates import DateSpan

STATED = [
    ("full-date", DateSpan.exact("1979-03-14"), Birth(BY_DAY, 19790314, 1979, 1979, 314)),
    ("month", DateSpan.exact("1979-03"), Birth(UNDATED, 0, 1979, 1979, 300)),
    ("year", DateSpan.exact("1979"), Birth(BY_YEAR, 0, 1979, 1979, NO_DAY)),
    ("about-a-day", DateSpan.exact("1979-03-14", True), Birth(UNDATED, 0, 1977, 1981, SEVERAL_DAYS)),
    ("about-a-year", DateSpan.exact("1979", True), Birth(BY_YEAR, 0, 1979 - CIRCA_YEARS, 1979 + CIRCA_YEARS, NO_DAY)),
    ("few-years", DateSpan("1970", "1975"), Birth(BY_YEAR, 0, 1970, 1975, NO_DAY)),
    ("many-years", DateSpan("1950", "1980"), Birth(UNDATED, 0, 1950, 1980, NO_DAY)),
    ("first-century", DateSpan.exact("0001", True), Birth(BY_YEAR, 0, 1, 3, NO_DAY)),
    ("far-future", DateSpan.exact("9999-12-31"), Birth(BY_DAY, 99991231, 9999, 9999, 1231)),
]


@pytest.mark.parametrize(("span", "expected"), [pytest.param(*row[1:], id=row[0]) for row in STATED])
def test_one_way_of_stating(span, expected):
    assert births_of((span,)) == (expected,)


def test_nothing_stated_is_one_way_too():
    assert births_of(()) == (NOT_STATED,)


@pytest.mark.parametrize(("years", "block"), [(YEARS_MAX, BY_YEAR), (YEARS_MAX + 1, UNDATED)])
def test_the_longest_span_among_the_years(years, block):
    assert births_of((DateSpan("1950", str(1950 + years)),))[0].block == block


def test_alternatives_stand_once_each():
    spans = tuple(DateSpan.exact(date) for date in ("1979-03-14", "1980", "1979-03-14"))
    assert [birth.block for birth in births_of(spans)] == [BY_DAY, BY_YEAR]


def test_more_alternatives_than_places_stand_together():
    spans = tuple(DateSpan.exact(f"19{70 + number}-01-02") for number in range(BIRTHS_MAX + 1))
    assert births_of(spans[:-1])[0].block == BY_DAY
    assert births_of(spans) == (Birth(UNDATED, 0, 1970, 1970 + BIRTHS_MAX, SEVERAL_DAYS),)

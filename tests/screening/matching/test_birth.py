"""Birth dates: every way of agreeing and differing has its own word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.birth import birth_reason, compare_dates
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.dates import DateSpan

COMPARED = [
    ("same", "1979-03-14", DateSpan.exact("1979-03-14"), "same"),
    ("first-of-january-is-a-filler", "1979-01-01", DateSpan.exact("1979-01-01"), "year"),
    ("filler-beside-a-day", "1979-01-01", DateSpan.exact("1979-06-30"), "year"),
    ("day-month-swapped", "1979-04-03", DateSpan.exact("1979-03-04"), "swapped"),
    ("one-digit-of-the-day", "1979-03-14", DateSpan.exact("1979-03-15"), "close"),
    ("two-digits-exchanged", "1979-03-12", DateSpan.exact("1979-03-21"), "close"),
    ("year-digits-exchanged", "1968-03-14", DateSpan.exact("1986-03-14"), "close"),
    ("same-day-next-year", "1980-03-14", DateSpan.exact("1979-03-14"), "close"),
    ("same-day-four-years-off", "1983-03-14", DateSpan.exact("1979-03-14"), "same_day_other_year"),
    ("same-day-one-digit-of-the-year", "1999-03-14", DateSpan.exact("1979-03-14"), "close"),
    ("same-day-decades-off", "2001-03-14", DateSpan.exact("1979-03-14"), "far"),
    ("same-year-other-day", "1979-11-30", DateSpan.exact("1979-03-14"), "same_year_other_day"),
    ("next-year-other-day", "1980-11-30", DateSpan.exact("1979-03-14"), "year_off_one"),
    ("three-years-off", "1982-11-30", DateSpan.exact("1979-03-14"), "different"),
    ("decades-off", "1948-11-30", DateSpan.exact("1979-03-14"), "far"),
    ("one-digit-of-the-decade", "1949-11-30", DateSpan.exact("1979-03-14"), "different"),
    ("one-digit-of-a-stated-year", "1936", DateSpan.exact("1966", True), "different"),
    ("list-year-only", "1979-03-14", DateSpan.exact("1979"), "year"),
    ("list-month-only", "1979-03-14", DateSpan.exact("1979-03"), "year_and_month"),
    ("other-month-of-the-year", "1979-03", DateSpan.exact("1979-05-14"), "same_year_other_day"),
    ("circa-covers-two-years", "1981-03-14", DateSpan.exact("1979", True), "within"),
    ("circa-does-not-cover-five", "1984-03-14", DateSpan.exact("1979", True), "different"),
    ("inside-a-range", "1972-03-14", DateSpan("1970", "1975"), "within"),
    ("beside-a-range", "1976-03-14", DateSpan("1970", "1975"), "year_off_one"),
    ("far-from-a-range", "1999-03-14", DateSpan("1970", "1975"), "far"),
]


@pytest.mark.parametrize(("date", "span", "outcome"), [pytest.param(*row[1:], id=row[0]) for row in COMPARED])
def test_outcome(date, span, outcome):
    assert compare_dates(date, span) == outcome


def test_of_several_dates_the_best_counts():
    reason = birth_reason("1979-03-14", (DateSpan.exact("1950-01-02"), DateSpan.exact("1979-03-14")))
    assert reason.outcome == "same"
    assert reason.entry == "1950-01-02 or 1979-03-14"


@pytest.mark.parametrize(("date", "spans"), [(None, (DateSpan.exact("1979"),)), ("1979", ()), (None, ())])
def test_lack_is_not_disagreement(date, spans):
    reason = birth_reason(date, spans)
    assert reason.outcome == "missing"
    assert reason.weight == 0.0


DATES = st.dates().map(lambda date: date.isoformat())
PARTIAL = st.one_of(DATES, DATES.map(lambda d: d[:7]), DATES.map(lambda d: d[:4]))


@given(PARTIAL, PARTIAL, st.booleans())
def test_every_pair_has_a_published_weight(one, other, circa):
    assert compare_dates(one, DateSpan.exact(other, circa)) in weights()["birth_date"]


@given(PARTIAL, PARTIAL)
def test_two_dates_compare_the_same_both_ways(one, other):
    assert compare_dates(one, DateSpan.exact(other)) == compare_dates(other, DateSpan.exact(one))

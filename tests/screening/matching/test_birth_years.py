"""The bounds by year never fall below what the full comparison finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.birth_years import bound, bounds_of
from gatehouse.screening.matching.index.births import births_of
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.dates import DateSpan

YEARS = st.integers(1940, 2010)
DATES = st.builds(lambda y, m, d: f"{y}-{m:02d}-{d:02d}", YEARS, st.integers(1, 12), st.integers(1, 28))
PARTIAL = st.one_of(DATES, DATES.map(lambda d: d[:7]), DATES.map(lambda d: d[:4]))
SPANS = st.one_of(
    st.builds(DateSpan.exact, PARTIAL, st.booleans()),
    st.builds(lambda y, n: DateSpan(str(y), str(y + n)), YEARS, st.integers(1, 20)),
)


def most(date, spans):
    """The highest bound of the ways in which an entry states its birth."""
    bounds, year = bounds_of(date[5:] if date else ""), int(date[:4]) if date else 0
    return max(bound(bounds, year, birth.first, birth.last, birth.day) for birth in births_of(tuple(spans)))


@given(PARTIAL, st.lists(SPANS, max_size=7))
def test_a_bound_is_never_too_low(date, spans):
    assert most(date, spans) >= birth_reason(date, tuple(spans)).weight - 1e-5


def test_an_approximate_day_is_no_day():
    spans = [DateSpan.exact("1941-03-01", True)]
    assert most("1940-01-02", spans) >= birth_reason("1940-01-02", tuple(spans)).weight


def test_years_apart_are_set_aside():
    assert most("1950-06-30", [DateSpan.exact("1979-03-14")]) <= weights()["birth_date"]["different"] + 1e-5
    assert most("1950-06-30", []) == 0.0


@pytest.mark.parametrize("spans", [[], [DateSpan.exact("1979")]])
def test_without_a_date_nothing_is_bounded(spans):
    assert most(None, spans) == 0.0

"""The bounds by year never fall below what the full comparison finds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.birth_years import BirthYears
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

YEARS = st.integers(1940, 2010)
DATES = st.builds(lambda y, m, d: f"{y}-{m:02d}-{d:02d}", YEARS, st.integers(1, 12), st.integers(1, 28))
PARTIAL = st.one_of(DATES, DATES.map(lambda d: d[:7]), DATES.map(lambda d: d[:4]))
SPANS = st.one_of(
    st.builds(DateSpan.exact, PARTIAL, st.booleans()),
    st.builds(lambda y, n: DateSpan(str(y), str(y + n)), YEARS, st.integers(1, 9)),
)


def entry(spans):
    return ListEntry("TEST", "1", (ListedName("Ilse Varga"),), tuple(spans))


@given(PARTIAL, st.lists(SPANS, max_size=3))
def test_a_bound_is_never_too_low(date, spans):
    bound = BirthYears([entry(spans)]).bounds(date, np.array([0]))[0]
    assert bound >= birth_reason(date, tuple(spans)).weight - 1e-5


def test_an_approximate_day_is_no_day():
    spans = [DateSpan.exact("1941-03-01", True)]
    bound = BirthYears([entry(spans)]).bounds("1940-01-02", np.array([0]))[0]
    assert bound >= birth_reason("1940-01-02", tuple(spans)).weight


def test_years_apart_are_set_aside():
    births = BirthYears([entry([DateSpan.exact("1979-03-14")]), entry([])])
    far, unknown = births.bounds("1950-06-30", np.array([0, 1]))
    assert far < -5
    assert unknown == 0.0


@pytest.mark.parametrize("spans", [[], [DateSpan.exact("1979")]])
def test_without_a_date_nothing_is_bounded(spans):
    assert BirthYears([entry(spans)]).bounds(None, np.array([0]))[0] == 0.0

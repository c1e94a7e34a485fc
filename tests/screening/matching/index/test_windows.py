"""Where to look for a traveller with a birth date: every row is in one window, and slips are near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.birth import birth_reason
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.births import BY_DAY
from gatehouse.screening.matching.index.build import build
from gatehouse.screening.matching.index.windows import slipped_years
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedName, ListEntry

DAYS = ["1979-03-14", "1979-03-14", "1980-03-14", "1979-04-03", "1997-03-14", "1979-12-31", "1940-05-06"]
SPANS = [
    (),
    *(((DateSpan.exact(day),)) for day in DAYS),
    (DateSpan.exact("1979"),),
    (DateSpan.exact("1980", True),),
    (DateSpan("1970", "1976"),),
    (DateSpan("1920", "1976"),),
    (DateSpan.exact("1901"),),
]
ENTRIES = [ListEntry("TEST", str(n), (ListedName("Ilse Varga"),), tuple(spans)) for n, spans in enumerate(SPANS)]
INDEX = build(ENTRIES).index
DATES = st.one_of(
    st.none(),
    st.dates().map(lambda day: f"{1900 + day.year % 120}-{day.month:02d}-{day.day:02d}"),
    st.integers(1900, 2020).map(str),
    st.builds(lambda year, month: f"{year}-{month:02d}", st.integers(1900, 2020), st.integers(1, 12)),
    st.sampled_from([*DAYS, "1979-03-04", "0001-01-02", "9999-12-31", "1980-02-29"]),
)


def births_for(index, date):
    return Asker(index).query("Ilse Varga", date, 0.0).births


def rows_of(ranges):
    return [row for first, last in ranges.tolist() for row in range(first, last)]


def born(rows):
    return sorted(str(INDEX.born[row]) for row in rows)


@given(DATES)
def test_every_row_is_in_one_window(date):
    assert sorted(rows_of(births_for(INDEX, date).windows)) == list(range(len(INDEX.owners)))


@given(DATES)
def test_no_row_says_more_than_the_best_of_its_window(date):
    births = births_for(INDEX, date)
    searched = set(rows_of(births.days))
    for (first, last), best in zip(births.windows.tolist(), births.best.tolist(), strict=True):
        for row in set(range(first, last)) - searched - set(rows_of(births.near)):
            assert birth_reason(date, SPANS[INDEX.owners[row]]).weight <= best + 1e-5


def test_the_day_and_the_day_exchanged_are_compared_whole():
    assert born(rows_of(births_for(INDEX, "1979-03-14").days)) == ["19790314", "19790314"]
    assert born(rows_of(births_for(INDEX, "1979-03-04").days)) == ["19790403"]


def test_the_same_day_of_a_year_mistyped_is_near():
    assert born(rows_of(births_for(INDEX, "1989-03-14").near)) == ["19790314", "19790314", "19800314", "19970314"]
    assert "19970314" in born(rows_of(births_for(INDEX, "1979-03-14").near))


NEARLY = ("1979-03-15", "1979-03-24", "1979-08-14", "1978-03-14", "1981-03-14", "1979-01-01")
OTHERS = ("1979-05-27", "1978-03-15", "1980-01-01", "1982-12-14")


def test_days_that_are_nearly_the_same_are_near_and_no_others():
    days = [*NEARLY, *OTHERS]
    listed = [ListEntry("TEST", day, (ListedName("Ilse Varga"),), (DateSpan.exact(day),)) for day in days]
    index = build(listed).index
    near = rows_of(births_for(index, "1979-03-14").near)
    assert sorted(listed[index.owners[row]].entry_id for row in near) == sorted(NEARLY)


@pytest.mark.parametrize("date", [None, "1979", "1979-03", "1979-01-01"], ids=["none", "year", "month", "filler"])
def test_without_a_day_to_go_by_no_day_is_searched(date):
    births = births_for(INDEX, date)
    assert len(births.days) == len(births.near) == 0


def test_a_span_across_the_windows_is_not_lost():
    """1970 to 1976 may hold somebody born in 1976, although it begins six years before."""
    births = births_for(INDEX, "1976-06-07")
    spanning = next(
        row for row in range(INDEX.blocks[BY_DAY]) if SPANS[INDEX.owners[row]] == (DateSpan("1970", "1976"),)
    )
    (window,) = [k for k, (first, last) in enumerate(births.windows.tolist()) if first <= spanning < last]
    assert births.best[window] >= weights()["birth_date"]["within"]


@pytest.mark.parametrize(
    ("year", "slip"), [(1979, 1997), (1979, 1989), (1979, 1909), (1979, 1971), (1979, 1879), (1979, 1985), (1999, 1909)]
)
def test_years_that_may_be_a_slip(year, slip):
    assert slip in slipped_years(year).tolist()


@given(st.integers(1, 9999))
def test_slips_are_years_and_beyond_the_near_ones(year):
    found = slipped_years(year).tolist()
    assert found == sorted(set(found))
    assert all(other > 0 and abs(other - year) > 2 for other in found)

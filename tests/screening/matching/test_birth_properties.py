"""Birth dates over the whole calendar: every pair has an observation, and the best alternative counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.screening.matching.birth import (
    CIRCA_YEARS,
    FILLER_DAY,
    SAME_DAY_YEARS_MAX,
    birth_reason,
    compare_dates,
)
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.dates import DateSpan

FULL = st.dates().map(lambda day: day.replace(year=1930 + day.year % 90, day=min(day.day, 28)).isoformat())
PARTIAL = FULL.flatmap(lambda date: st.sampled_from([date, date[:7], date[:4]]))
SPANS = st.builds(DateSpan.exact, PARTIAL, st.booleans()) | st.tuples(FULL, FULL).map(
    lambda pair: DateSpan(*sorted(date[:4] for date in pair))
)
QUICK = settings(max_examples=200, deadline=None)


def found(date, *spans):
    return birth_reason(date, spans)


@given(PARTIAL, SPANS)
@QUICK
def test_every_observation_has_a_published_weight(date, span):
    assert compare_dates(date, span) in weights()["birth_date"]


@given(PARTIAL, st.lists(SPANS, min_size=1, max_size=4))
@QUICK
def test_the_best_alternative_counts(date, spans):
    together = found(date, *spans).weight
    assert together == max(found(date, span).weight for span in spans)


@given(PARTIAL)
@QUICK
def test_a_date_agrees_with_itself(date):
    outcome = compare_dates(date, DateSpan.exact(date))
    filler = date.endswith(FILLER_DAY) and len(date) == 10
    assert outcome == ({10: "same", 7: "year_and_month", 4: "year"}[len(date)] if not filler else "year")


@given(FULL, FULL)
@QUICK
def test_two_full_dates_compare_alike_in_both_directions(one, other):
    assert compare_dates(one, DateSpan.exact(other)) == compare_dates(other, DateSpan.exact(one))


@given(FULL, SPANS)
@QUICK
def test_stating_less_never_speaks_louder_against(date, span):
    """A year alone cannot contradict more than the whole date of that year does."""
    table = weights()["birth_date"]
    whole, year = table[compare_dates(date, span)], table[compare_dates(date[:4], span)]
    if whole < 0:
        assert year >= whole


YEARS = [
    ("same-year", 0, "year"),
    ("one", 1, "year_off_one"),
    ("two", 2, "year_off_two"),
    ("three", 3, "different"),
    ("fifteen", 15, "different"),
    ("sixteen", 16, "far"),
]


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize(("apart", "outcome"), [pytest.param(*row[1:], id=row[0]) for row in YEARS])
def test_years_apart(apart, outcome, sign):
    assert compare_dates(str(1970 + sign * apart), DateSpan.exact("1970")) == outcome


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("apart", range(1, 18))
def test_the_same_day_of_another_year(apart, sign):
    """Up to SAME_DAY_YEARS_MAX it may be a mistyped year; two years, or one digit, are a slip."""
    date = f"{1970 + sign * apart}-06-17"
    one_digit = sum(a != b for a, b in zip(date, "1970-06-17", strict=True)) == 1
    expected = "same_day_other_year" if apart <= SAME_DAY_YEARS_MAX else "different"
    if apart > weights()["operating"]["far_years"]:
        expected = "far"
    if apart <= 2 or one_digit:
        expected = "close"
    # 1970 and 1907 are one slip of the fingers too; it does not lie in this range.
    assert compare_dates(date, DateSpan.exact("1970-06-17")) == expected


@pytest.mark.parametrize("apart", range(CIRCA_YEARS + 3))
@pytest.mark.parametrize("sign", [-1, 1])
def test_about_a_year_includes_its_neighbours(apart, sign):
    span = DateSpan.exact("1970", circa=True)
    outcome = compare_dates(str(1970 + sign * apart), span)
    assert (outcome in ("within", "year")) == (apart <= CIRCA_YEARS)


@pytest.mark.parametrize("margin", [0, CIRCA_YEARS])
def test_the_ends_of_a_range_are_inside_it(margin):
    span = DateSpan("1970", "1975", circa=bool(margin))
    assert [compare_dates(str(year), span) == "within" for year in range(1967 - margin, 1980 + margin)] == [
        1970 - margin <= year <= 1975 + margin for year in range(1967 - margin, 1980 + margin)
    ]


SLIPS = [
    ("neighbouring-day", "1970-06-17", "1970-06-18", "close"),
    ("month-off-by-a-digit", "1970-06-17", "1970-07-17", "close"),
    ("day-digits-exchanged", "1970-06-12", "1970-06-21", "close"),
    ("year-digits-exchanged", "1979-06-17", "1997-06-17", "close"),
    ("day-and-month-exchanged", "1970-06-07", "1970-07-06", "swapped"),
    ("two-digits-wrong", "1970-06-17", "1970-08-29", "same_year_other_day"),
    ("filler-on-one-side", "1970-01-01", "1970-06-17", "year"),
    ("filler-on-both-sides", "1970-01-01", "1970-01-01", "year"),
    ("filler-of-another-year", "1971-01-01", "1970-06-17", "year_off_one"),
    ("month-only", "1970-06", "1970-06-17", "year_and_month"),
    ("other-month-only", "1970-07", "1970-06-17", "same_year_other_day"),
]


@pytest.mark.parametrize(("ours", "listed", "outcome"), [pytest.param(*row[1:], id=row[0]) for row in SLIPS])
def test_slips_and_fillers(ours, listed, outcome):
    assert compare_dates(ours, DateSpan.exact(listed)) == outcome


@pytest.mark.parametrize(("date", "spans"), [(None, (DateSpan.exact("1970"),)), ("1970", ()), (None, ())])
def test_what_is_not_stated_weighs_nothing(date, spans):
    reason = birth_reason(date, spans)
    assert (reason.outcome, reason.weight) == ("missing", 0.0)

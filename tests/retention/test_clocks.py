"""Which days are past a clock, and with which day a clock begins."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.retention.clocks import Clocks, Flight, newest_past
from gatehouse.safeguards.period import Period
from gatehouse.safeguards.profile import CountedFrom
from gatehouse.safeguards.shipped import demo_profile

DAY = dt.date(2026, 11, 30)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 72), st.integers(0, 400))
def test_the_newest_day_past_is_past_and_the_next_one_is_not(as_of: dt.date, months: int, days: int) -> None:
    period = Period(months, days or 1)
    newest = newest_past(period, as_of)
    assert period.after(newest) < as_of
    assert period.after(newest + dt.timedelta(days=1)) >= as_of


def test_six_months_are_over_on_the_day_after_their_last() -> None:
    assert newest_past(Period(6, 0), DAY) == dt.date(2026, 5, 29)
    assert newest_past(Period(6, 0), DAY + dt.timedelta(days=1)) == dt.date(2026, 5, 31)


def _clocks(counted_from: CountedFrom) -> Clocks:
    return Clocks(DAY, counted_from, DAY, DAY, DAY, DAY, DAY)


@pytest.mark.parametrize(
    ("counted_from", "departs", "arrives", "day"),
    [
        ("transfer", "2026-05-03T08:00", "2026-05-04T01:00", "2026-05-01"),
        ("departure", "2026-05-03T08:00", "2026-05-04T01:00", "2026-05-03"),
        ("arrival", "2026-05-03T08:00", "2026-05-04T01:00", "2026-05-04"),
        ("arrival", "2026-05-03", None, "2026-05-03"),
        ("departure", None, "2026-05-04", "2026-05-01"),
        ("departure", "2026-02-31", None, "2026-05-01"),
        ("departure", "no day", None, "2026-05-01"),
        ("departure", "9026-05-03", None, "2026-05-01"),
        ("departure", "1970-01-01", None, "2026-05-01"),
        ("departure", "2027-04-01", None, "2027-04-01"),
    ],
)
def test_the_day_is_what_the_law_counts_from_within_belief(counted_from, departs, arrives, day) -> None:
    flight = Flight(1, dt.date(2026, 5, 1), departs, arrives)
    assert _clocks(CountedFrom(counted_from)).day_of(flight) == dt.date.fromisoformat(day)


def test_a_profile_gives_its_clocks() -> None:
    clocks = Clocks.of(demo_profile().retention, DAY)
    assert (clocks.mask, clocks.unmatched, clocks.last) == (
        dt.date(2026, 5, 29),
        dt.date(2026, 5, 29),
        dt.date(2021, 11, 29),
    )
    assert clocks.counted_from == CountedFrom.TRANSFER

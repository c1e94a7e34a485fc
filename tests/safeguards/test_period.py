"""Periods of law: what is written, and the day on which one has run out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.safeguards.period import Period

DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2200, 12, 31))
PERIODS = st.builds(Period, st.integers(0, 120), st.integers(1, 400))


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("P6M", "2026-01-15", "2026-07-15"),
        ("P6M", "2026-08-31", "2027-02-28"),
        ("P6M", "2027-08-31", "2028-02-29"),
        ("P6M", "2026-12-31", "2027-06-30"),
        ("P5Y", "2024-02-29", "2029-02-28"),
        ("P4Y", "2024-02-29", "2028-02-29"),
        ("P1Y6M", "2026-07-01", "2028-01-01"),
        ("P30D", "2026-02-01", "2026-03-03"),
        ("P2W", "2026-12-25", "2027-01-08"),
        ("P1M1D", "2026-01-31", "2026-03-01"),
    ],
)
def test_a_period_ends_on_its_day(text: str, begins: str, ends: str) -> None:
    assert Period.from_text(text).after(dt.date.fromisoformat(begins)).isoformat() == ends


@pytest.mark.parametrize(
    "text", ["", "P", "6M", "P6", "P0D", "P0Y0M", "PT6H", "P6M ", "p6m", "P-6M", "P6.5M", "P101Y", "P6M5Y", "P٦M"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="period"):
        Period.from_text(text)


@given(PERIODS, DAYS, st.integers(0, 4000))
def test_who_begins_later_ends_no_earlier(period: Period, day: dt.date, later: int) -> None:
    assert period.after(day) <= period.after(day + dt.timedelta(days=later))
    assert period.after(day) > day


@given(PERIODS, PERIODS, DAYS)
def test_a_period_within_another_ends_no_later_on_any_day(short: Period, long: Period, day: dt.date) -> None:
    if short.is_within(long):
        assert short.after(day) <= long.after(day)


@pytest.mark.parametrize(
    ("short", "long", "within"),
    [
        ("P6M", "P5Y", True),
        ("P5Y", "P6M", False),
        ("P6M", "P6M", True),
        ("P6M", "P184D", True),
        ("P6M", "P183D", False),
    ],
)
def test_within(short: str, long: str, within: bool) -> None:
    assert Period.from_text(short).is_within(Period.from_text(long)) is within


def test_beyond_the_calendar() -> None:
    with pytest.raises(OverflowError):
        Period.from_text("P100Y").after(dt.date(9950, 1, 1))


@pytest.mark.parametrize(("text", "words"), [("P6M", "6 months"), ("P1Y1D", "1 year and 1 day"), ("P2W", "14 days")])
def test_in_words(text: str, words: str) -> None:
    assert str(Period.from_text(text)) == words

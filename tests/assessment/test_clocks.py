"""Clocks: what is due when, what is late, and days that contradict each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.assessment.clocks import ClockError, checked, clock, contradictions, running, with_day

REPORT = dt.date(2026, 8, 31)


def test_twelve_months_after_the_report_and_six_before() -> None:
    progress, committee, decision = running(clock("follow-up"), {"report": REPORT})
    assert (progress.due, committee.due) == (dt.date(2027, 2, 28), dt.date(2027, 8, 31))
    assert decision.due == dt.date(2027, 10, 30), "counted from the day the step before is due, while it is not done"
    assert not committee.is_late(dt.date(2027, 8, 31))
    assert committee.is_late(dt.date(2027, 9, 1))


def test_reminders_begin_before_the_day_and_end_when_it_is_done() -> None:
    (_, committee, _) = running(clock("follow-up"), {"report": REPORT})
    assert not committee.reminds(dt.date(2027, 7, 1))
    assert committee.reminds(dt.date(2027, 7, 2))
    assert committee.reminds(dt.date(2028, 1, 1))
    done = running(clock("follow-up"), {"report": REPORT, "committee": dt.date(2027, 9, 5)})[1]
    assert not done.reminds(dt.date(2027, 9, 6))
    assert done.days_late == 5


def test_without_its_beginning_a_step_has_no_day() -> None:
    assert all(due.due is None and not due.is_late(dt.date(2100, 1, 1)) for due in running(clock("follow-up"), {}))


def test_days_that_contradict_each_other_are_refused_all_at_once() -> None:
    steps = clock("visit-report")
    happened = {"visit-ended": dt.date(2026, 5, 1)}
    with pytest.raises(ClockError, match=r"draft: 2026-04-30 is before visit-ended"):
        with_day(steps, happened, {}, "draft", dt.date(2026, 4, 30))
    with pytest.raises(ClockError, match="final"):
        with_day(steps, happened, {"comments": dt.date(2026, 9, 1)}, "final", dt.date(2026, 8, 1))
    with pytest.raises(ClockError, match="20 years"):
        with_day(steps, happened, {}, "draft", dt.date(2126, 4, 30))
    with pytest.raises(ClockError, match="no step"):
        with_day(steps, happened, {}, "print", dt.date(2026, 6, 1))
    days = with_day(steps, happened, {}, "draft", dt.date(2026, 6, 1))
    assert not contradictions(running(steps, happened, days))
    assert running(steps, happened, days)[1].due == dt.date(2026, 7, 1)


def test_a_table_that_turns_in_a_circle_or_says_a_step_twice_is_refused() -> None:
    first, second = clock("follow-up")[:2]
    with pytest.raises(ClockError, match="comes after it"):
        checked((replace(first, counted_from="committee"), second))
    with pytest.raises(ClockError, match="twice"):
        checked((first, first))
    with pytest.raises(ClockError, match="no clock"):
        clock("alarm")

"""The clock of a request: last day, steps, reminders."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.redress.clock import Clock, Step, is_reminder_due

DAY = dt.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("days_gone", "step"),
    [(0, Step.CALM), (14, Step.CALM), (15, Step.HALF), (26, Step.HALF), (27, Step.NEAR), (29, Step.NEAR),
     (30, Step.LAST_DAY), (31, Step.OVERDUE), (400, Step.OVERDUE)],
)  # fmt: skip
def test_steps_of_thirty_days(days_gone: int, step: Step) -> None:
    assert Clock(DAY, 30).step(DAY + dt.timedelta(days=days_gone)) is step


def test_the_day_of_receipt_does_not_count_and_an_extension_doubles() -> None:
    assert Clock(DAY, 30).due == dt.date(2026, 12, 1)
    assert Clock(DAY, 30, extended=True).due == dt.date(2026, 12, 31)


def test_somebody_is_reminded_once_at_each_step() -> None:
    assert not is_reminder_due(Step.CALM, None)
    assert is_reminder_due(Step.HALF, None)
    assert not is_reminder_due(Step.HALF, "half")
    assert is_reminder_due(Step.OVERDUE, "half")
    assert not is_reminder_due(Step.NEAR, "overdue")

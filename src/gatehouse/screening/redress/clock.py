"""The clock of a request: the law profile says how many days; reminders come at fixed moments before the last one.

The day of receipt is not counted: an answer is due by the end of that day plus `answer_days`. It may be put off once,
by as many days again, for a reason that the person is told.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

SHARE_FIRST = 0.5
"""The first reminder comes when half of the days are gone."""
DAYS_LAST = 3
"""The last one before the day itself comes so many days ahead."""


class Step(StrEnum):
    """How near the last day is; later ones are worse."""

    CALM = "calm"
    HALF = "half"
    NEAR = "near"
    LAST_DAY = "last-day"
    OVERDUE = "overdue"


class Clock(NamedTuple):
    """The day on which a request was received, and the days that the law gives."""

    received: dt.date
    days: int
    extended: bool = False

    @property
    def due(self) -> dt.date:
        """The last day for an answer."""
        return self.received + dt.timedelta(days=self.days * (2 if self.extended else 1))

    def step(self, today: dt.date) -> Step:
        """Where the clock stands on that day."""
        left = (self.due - today).days
        if left < 0:
            return Step.OVERDUE
        if left == 0:
            return Step.LAST_DAY
        if left <= DAYS_LAST:
            return Step.NEAR
        whole = (self.due - self.received).days
        return Step.HALF if (today - self.received).days >= whole * SHARE_FIRST else Step.CALM


def is_reminder_due(step: Step, last: str | None) -> bool:
    """Whether somebody is to be reminded now: once at each step, and never in calm."""
    order = list(Step)
    return step is not Step.CALM and (last is None or order.index(Step(last)) < order.index(step))

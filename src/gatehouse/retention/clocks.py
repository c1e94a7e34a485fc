"""The clocks of a law profile as of one day: which days' data are to be masked, erased when unmatched, erased at all.

A day is past a clock when the period that begins with it has run out. What a carrier states of a flight's day is
believed only within bounds of the day it was received: a year that does not exist must not keep anybody for ever, nor
erase who has just been told of.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from gatehouse.safeguards.period import Period
from gatehouse.safeguards.profile import CountedFrom, Retention

AHEAD_DAYS_MAX = 400
"""Bookings open eleven months before a flight; what is stated further ahead is a mistake."""
BEHIND_DAYS_MAX = 30
"""Lists of flights long gone are sent again for a while; what is stated further back is a mistake."""
DAY_CHARS = 10
_STEP = dt.timedelta(days=1)
_MONTH_DAYS_MAX = 31


class Flight(NamedTuple):
    """What the clocks need to know of a flight: its number, when it was first told of, and its times as stated."""

    id: int
    received: dt.date
    departs: str | None
    arrives: str | None


@dataclass(frozen=True, slots=True)
class Clocks:
    """The newest day past each clock, as of the day `as_of` (UTC). `closed` is of cases that were closed, `logged` of
    what is kept as long as the log.
    """

    as_of: dt.date
    counted_from: CountedFrom
    mask: dt.date
    unmatched: dt.date
    last: dt.date
    closed: dt.date
    logged: dt.date

    @classmethod
    def of(cls, retention: Retention, as_of: dt.date) -> Clocks:
        """The clocks of a profile's `[retention]`."""
        periods = (
            retention.mask_after,
            retention.unmatched_erase_after,
            retention.erase_after,
            retention.case_erase_after_closing,
            retention.log_erase_after,
        )
        return cls(as_of, retention.counted_from, *(newest_past(period, as_of) for period in periods))

    def day_of(self, flight: Flight) -> dt.date:
        """The day with which the clocks of everybody on the flight begin."""
        stated = flight.departs
        if self.counted_from is CountedFrom.TRANSFER:
            stated = None
        elif self.counted_from is CountedFrom.ARRIVAL:
            stated = flight.arrives or flight.departs
        return _believed(stated, flight.received) or flight.received


def newest_past(period: Period, as_of: dt.date) -> dt.date:
    """The newest day with which a period began that had run out before `as_of`."""
    day = as_of - dt.timedelta(days=period.days)
    months = period.months
    day -= dt.timedelta(days=max(0, months * 28 - _MONTH_DAYS_MAX))
    while period.after(day) >= as_of:
        day -= _STEP
    return day


def _believed(stated: str | None, received: dt.date) -> dt.date | None:
    try:
        day = dt.date.fromisoformat((stated or "")[:DAY_CHARS])
    except ValueError:
        return None
    within = -BEHIND_DAYS_MAX <= (day - received).days <= AHEAD_DAYS_MAX
    return day if within else None

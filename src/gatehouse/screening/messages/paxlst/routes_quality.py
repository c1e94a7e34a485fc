"""Data quality of flights: a leg that arrives before it departs, or lasts too long (Q12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gatehouse.screening.messages.paxlst.said import finding
from gatehouse.terms.finding import Finding
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.places import airport_timezone

LEG_HOURS_MAX = 20
"""The longest scheduled flights last nineteen hours."""
CALENDAR_DAYS_BACK_MAX = 1
"""Across the date line a flight may arrive the calendar day before it left, never earlier."""
_DAY_LENGTH = len("2026-01-31")
_CLOCK_LENGTH = 16


def leg_findings(flights: Iterable[Flight]) -> Iterator[Finding]:
    """Q12 for every leg, at its flight's segment: in UTC where both airports' zones are known, else by the calendar."""
    for flight in flights:
        for leg in flight.legs:
            if leg.departs and leg.arrives and (code := _fault(leg)):
                yield finding(code, flight.segment)


def _fault(leg: Leg) -> str | None:
    departs, arrives = _utc(leg.departs, leg.origin), _utc(leg.arrives, leg.destination)
    if departs is not None and arrives is not None:
        hours = (arrives - departs).total_seconds() / 3600
        if hours < 0:
            return "arrival-before-departure"
        return "leg-too-long" if hours > LEG_HOURS_MAX else None
    first, second = _day(leg.departs), _day(leg.arrives)
    if first is None or second is None:
        return None
    return "arrival-before-departure" if (first - second).days > CALENDAR_DAYS_BACK_MAX else None


def _day(moment: str | None) -> dt.date | None:
    """The day of a local time; None where only a year or a month is stated."""
    day = (moment or "")[:_DAY_LENGTH]
    return dt.date.fromisoformat(day) if len(day) == _DAY_LENGTH else None


def _utc(moment: str | None, airport: str | None) -> dt.datetime | None:
    """A local time in UTC, or None without a clock or a known zone."""
    zone = _zone(airport)
    if moment is None or len(moment) < _CLOCK_LENGTH or zone is None:
        return None
    return dt.datetime.fromisoformat(moment).replace(tzinfo=zone).astimezone(dt.UTC)


@lru_cache(maxsize=1024)
def _zone(airport: str | None) -> ZoneInfo | None:
    name = airport_timezone(airport) if airport else None
    try:
        return ZoneInfo(name) if name else None
    except ZoneInfoNotFoundError:
        # A machine without time zone data compares by the calendar, as for an airport that nobody knows.
        return None

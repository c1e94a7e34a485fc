"""Before when a decision is needed: the departure of a leg as a moment of the world's clock."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from gatehouse.terms.places import airport_timezone

NEVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
"""Stands for a departure that nobody stated: it comes after all others."""
DATE_CHARS = len("2026-01-31")


def due_at(departs: str | None, origin: str | None) -> dt.datetime:
    """The departure in UTC from the airport's local ISO text; the first minute of a day without a time.

    Where the airport's time zone is not known, the latest clock of all (UTC+14) is taken: too early does no harm. A
    text that is no date is `NEVER`.
    """
    if not departs or len(departs) < DATE_CHARS:
        return NEVER
    try:
        local = dt.datetime.fromisoformat(departs)
    except ValueError:
        return NEVER
    if local.tzinfo is None:
        zone = airport_timezone(origin) if origin else None
        local = local.replace(tzinfo=ZoneInfo(zone) if zone else dt.timezone(dt.timedelta(hours=14)))
    try:
        return local.astimezone(dt.UTC)
    except OverflowError:
        return NEVER

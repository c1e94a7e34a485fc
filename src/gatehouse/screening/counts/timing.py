"""How long before departure a message came, in bands; and whether that was late."""

from __future__ import annotations

import datetime as dt

BANDS = ("from-48", "24-48", "8-24", "1-8", "0-1", "late")
"""Hours before departure, the longest first; `late` is after it, by more than the grace."""
EDGES = (48, 24, 8, 1)
LATE = BANDS[-1]
GRACE = dt.timedelta(minutes=15)
"""Clocks differ, and the last list is sent when the doors close: so much after the stated departure is not late."""


def band(received: dt.datetime, departs: dt.datetime) -> str:
    """The band of a message; both with a time zone."""
    before = departs - received
    if before < -GRACE:
        return LATE
    hours = before.total_seconds() / 3600
    return next((name for name, edge in zip(BANDS, EDGES, strict=False) if hours >= edge), BANDS[-2])

"""What is due when, without doing it: how many travellers are masked or erased by which day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import NamedTuple

from gatehouse.retention.clocks import Clocks
from gatehouse.retention.inventory import named
from gatehouse.safeguards.period import Period
from gatehouse.safeguards.profile import Profile

FLIGHTS_AT_ONCE = 1_000
NOW, WEEK, MONTH, LATER = "now", "in 7 days", "in 30 days", "later"
ACTS = ("mask", "erase unmatched", "erase all")


class Due(NamedTuple):
    """So many travellers are due for an act within a time. Whom a hit, a case or a hold keeps is among them."""

    act: str
    within: str
    travellers: int


def due(profile: Profile, as_of: dt.date) -> list[Due]:
    """What is due, act by act and from now to later. Nothing is changed."""
    retention = profile.retention
    clocks = Clocks.of(retention, as_of)
    each = retention.mask_after, retention.unmatched_erase_after, retention.erase_after
    periods = dict(zip(ACTS, each, strict=True))
    found: Counter[tuple[str, str]] = Counter()
    after = 0
    while page := named("flights").counts(after, FLIGHTS_AT_ONCE):
        after = page[-1][0].id
        for flight, unmasked, everybody in page:
            day = clocks.day_of(flight)
            for act, period in periods.items():
                found[act, _within(period, day, as_of)] += unmasked if act == ACTS[0] else everybody
    return [Due(act, within, found[act, within]) for act in ACTS for within in (NOW, WEEK, MONTH, LATER)]


def _within(period: Period, day: dt.date, as_of: dt.date) -> str:
    days = (period.after(day) - as_of).days
    if days < 0:
        return NOW
    return WEEK if days < 7 else MONTH if days < 30 else LATER

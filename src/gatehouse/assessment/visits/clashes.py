"""Visits to one State that lie too close to each other, whoever makes them (S/RES/2395 (2017), para 27)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

WEEKS_APART = 8


@dataclass(frozen=True, slots=True)
class Stay:
    """Days that a body spends in a State, the first and the last included."""

    state: str
    body: str
    starts: dt.date
    ends: dt.date


def clashes(stays: Iterable[Stay], weeks: int = WEEKS_APART) -> list[tuple[Stay, Stay]]:
    """Pairs of stays in one State with fewer than `weeks` weeks between them, in the order of their beginning."""
    order = sorted(stays, key=lambda stay: (stay.state, stay.starts, stay.body))
    apart = dt.timedelta(weeks=weeks)
    return [
        (one, other)
        for place, one in enumerate(order)
        for other in order[place + 1 :]
        if other.state == one.state and other.starts - one.ends < apart
    ]

"""Projects that may be the same one twice: the same State and theme in overlapping days, or names that say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, utils

ALIKE = 85.0
"""Likeness of two names (0 to 100, words in any order) from which on a person should look."""


@dataclass(frozen=True, slots=True)
class Known:
    """A project as it is compared."""

    project: int
    name: str
    states: frozenset[str]
    theme: str
    starts: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class Pair:
    """Two projects that a person should look at, and why."""

    one: int
    other: int
    reasons: tuple[str, ...]


def duplicates(projects: Iterable[Known]) -> list[Pair]:
    """Pairs in the order of their numbers. It says what may be double, and decides nothing."""
    order = sorted(projects, key=lambda known: known.project)
    found = []
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if one.states & other.states and (reasons := _reasons(one, other)):
                found.append(Pair(one.project, other.project, reasons))
    return found


def _reasons(one: Known, other: Known) -> tuple[str, ...]:
    shared = ", ".join(sorted(one.states & other.states))
    overlap = one.starts <= other.ends and other.starts <= one.ends
    reasons = []
    if one.theme == other.theme and overlap:
        reasons.append(f"both {one.theme} in {shared}, {max(one.starts, other.starts)} to {min(one.ends, other.ends)}")
    likeness = fuzz.token_sort_ratio(one.name, other.name, processor=utils.default_process)
    if likeness >= ALIKE and (overlap or one.theme == other.theme):
        reasons.append(f"names alike ({likeness:.0f} of 100) in {shared}")
    return tuple(reasons)

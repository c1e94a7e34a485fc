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
class SameHelp:
    """Both give the same kind of help to the same States in days that overlap."""

    theme: str
    states: tuple[str, ...]
    starts: dt.date
    ends: dt.date

    def says(self) -> str:
        """`both pnr in X-AL, 2026-01-01 to 2026-12-31`."""
        return f"both {self.theme} in {', '.join(self.states)}, {self.starts} to {self.ends}"


@dataclass(frozen=True, slots=True)
class NamesAlike:
    """Their names say the same; `likeness` is of 100."""

    likeness: int
    states: tuple[str, ...]

    def says(self) -> str:
        """`names alike (92 of 100) in X-AL`."""
        return f"names alike ({self.likeness} of 100) in {', '.join(self.states)}"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two projects that a person should look at, and why."""

    one: int
    other: int
    reasons: tuple[SameHelp | NamesAlike, ...]


def duplicates(projects: Iterable[Known]) -> list[Pair]:
    """Pairs in the order of their numbers. It says what may be double, and decides nothing."""
    order = sorted(projects, key=lambda known: known.project)
    found = []
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if one.states & other.states and (reasons := _reasons(one, other)):
                found.append(Pair(one.project, other.project, reasons))
    return found


def _reasons(one: Known, other: Known) -> tuple[SameHelp | NamesAlike, ...]:
    shared = tuple(sorted(one.states & other.states))
    starts, ends = max(one.starts, other.starts), min(one.ends, other.ends)
    overlap = starts <= ends
    reasons: list[SameHelp | NamesAlike] = []
    if one.theme == other.theme and overlap:
        reasons.append(SameHelp(one.theme, shared, starts, ends))
    likeness = fuzz.token_sort_ratio(one.name, other.name, processor=utils.default_process)
    if likeness >= ALIKE and (overlap or one.theme == other.theme):
        reasons.append(NamesAlike(round(likeness), shared))
    return tuple(reasons)

"""What would change a State's place: the least other value of one input, or the least other weight of one factor."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gatehouse.assessment.visits.factors import WEIGHT_MAX
from gatehouse.assessment.visits.ranking import Ranked


@dataclass(frozen=True, slots=True)
class Change:
    """One change and what comes of it: the State would stand before (or behind) its neighbour."""

    state: str
    factor: str
    of: str
    """`value` or `weight`."""
    now: int
    then: int
    passes: str
    upward: bool

    def says(self) -> str:
        """`gaps 7 -> 9: before X-BE`."""
        word = "before" if self.upward else "behind"
        return (
            f"{self.factor} {'weight ' if self.of == 'weight' else ''}{self.now} -> {self.then}: {word} {self.passes}"
        )


def changes(ranking: Sequence[Ranked], state: str) -> tuple[Change, ...]:
    """Every single change that would move the State past its neighbour above or below; empty where none would.

    KeyError for a State that is not in the ranking. The changed ranking can be checked by making it (`ranked`).
    """
    place = next((index for index, one in enumerate(ranking) if one.state == state), None)
    if place is None:
        raise KeyError(state)
    found: list[Change] = []
    if place > 0:
        found += _past(ranking[place], ranking[place - 1], upward=True)
    if place + 1 < len(ranking):
        found += _past(ranking[place], ranking[place + 1], upward=False)
    return tuple(found)


def _past(one: Ranked, other: Ranked, upward: bool) -> list[Change]:
    found = []
    for mine, its in zip(one.parts, other.parts, strict=True):
        if (value := _value(one, other, mine.factor, upward)) is not None:
            found.append(
                Change(one.state, mine.factor, "value", min(mine.value, mine.full), value, other.state, upward)
            )
        slope = Fraction(min(mine.value, mine.full) - min(its.value, its.full), mine.full)
        if (weight := _weight(one, other, slope, mine.weight, upward)) is not None:
            found.append(Change(one.state, mine.factor, "weight", mine.weight, weight, other.state, upward))
    return found


def _value(one: Ranked, other: Ranked, factor: str, upward: bool) -> int | None:
    """The value nearest to the present one with which the State passes its neighbour."""
    part = next(part for part in one.parts if part.factor == factor)
    now = min(part.value, part.full)
    others = one.points - part.points
    tries = range(now + 1, part.full + 1) if upward else range(now - 1, -1, -1)
    for value in tries:
        points = others + Fraction(part.weight * value, part.full)
        if _stands_before(points, one.state, other) == upward:
            return value
    return None


def _weight(one: Ranked, other: Ranked, slope: Fraction, now: int, upward: bool) -> int | None:
    """The weight nearest to the present one with which the two change places; both have it, so the slope counts."""
    if slope == 0:
        return None
    gap = other.points - one.points
    exact = now + gap / slope
    for step in (0, 1):
        away = math.ceil(exact) + step if exact >= now and _rising(slope, upward) else math.floor(exact) - step
        if 0 <= away <= WEIGHT_MAX and away != now:
            points = one.points + slope * (away - now)
            if _stands_before(points, one.state, other) == upward:
                return away
    return None


def _rising(slope: Fraction, upward: bool) -> bool:
    return (slope > 0) == upward


def _stands_before(points: Fraction, state: str, other: Ranked) -> bool:
    return (-points, state) < (-other.points, other.state)

"""The ranking: points under each factor, added; nothing is weighed that is not shown.

Points are exact fractions, so that the same inputs give the same list on every machine. States with equal points stand
in the order of their codes, which says nothing about them; `tied` tells so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from gatehouse.assessment.visits.factors import factors, values, weights


@dataclass(frozen=True, slots=True)
class Part:
    """What one factor gave: the value known, the weight, the points."""

    factor: str
    value: int
    full: int
    weight: int
    points: Fraction

    def says(self) -> str:
        """`gaps: 7 of 10 counted, weight 30: 21.0`."""
        known = min(self.value, self.full)
        return f"{self.factor}: {known} of {self.full}, weight {self.weight}: {float(self.points):.1f}"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A State's place, from 1, its points and their parts. `tied`: another State has the same points."""

    state: str
    place: int
    points: Fraction
    parts: tuple[Part, ...]
    tied: bool


def ranked(inputs: Mapping[str, Mapping[str, int]], given: Mapping[str, int] | None = None) -> tuple[Ranked, ...]:
    """The States by their points, most first. Raises `VisitError` for an input or weight that is none."""
    of_year = weights(given)
    scored = {state: parts_of(values(known), of_year) for state, known in inputs.items()}
    totals = {state: sum((part.points for part in parts), Fraction()) for state, parts in scored.items()}
    order = sorted(totals, key=lambda state: (-totals[state], state))
    every = list(totals.values())
    return tuple(
        Ranked(state, place, totals[state], scored[state], every.count(totals[state]) > 1)
        for place, state in enumerate(order, 1)
    )


def parts_of(known: Mapping[str, int], of_year: Mapping[str, int]) -> tuple[Part, ...]:
    """The parts of one State's points."""
    return tuple(
        Part(
            factor.name,
            known[factor.name],
            factor.full,
            of_year[factor.name],
            Fraction(of_year[factor.name] * min(known[factor.name], factor.full), factor.full),
        )
        for factor in factors()
    )

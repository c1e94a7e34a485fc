"""The inputs of the list of visits: exactly those that the resolution names (`factors.csv`), with their weights."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from gatehouse.assessment.visits.errors import VisitError
from gatehouse.terms.saying import Saying

WEIGHT_MAX = 1_000
VALUE_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Factor:
    """One input: the weight as shipped, the value that earns it in full, and what is counted."""

    name: str
    weight: int
    full: int
    counts: str
    words: str


@lru_cache(maxsize=1)
def factors() -> tuple[Factor, ...]:
    """The factors, in the order of the resolution."""
    text = resources.files(__package__).joinpath("factors.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Factor(row["factor"], int(row["weight"]), int(row["full"]), row["counts"], row["words"]) for row in rows
    )


def weights(given: Mapping[str, int] | None = None) -> dict[str, int]:
    """The weights as shipped, with those of a year in their place.

    Raises `VisitError` for an input that the resolution does not name, and for a weight below 0 or over 1000.
    """
    shipped = {factor.name: factor.weight for factor in factors()}
    for name, weight in (given or {}).items():
        if name not in shipped:
            raise VisitError(
                Saying(
                    "%(name)s: para 7 names no such input; those are %(choices)s",
                    name=name[:40],
                    choices=", ".join(shipped),
                )
            )
        if not 0 <= weight <= WEIGHT_MAX:
            raise VisitError(
                Saying("%(name)s: a weight is a whole number from 0 to %(most)s", name=name, most=WEIGHT_MAX)
            )
    return {**shipped, **(given or {})}


def values(given: Mapping[str, int]) -> dict[str, int]:
    """What is known of a State under every factor; what is not told is 0. Raises `VisitError` as `weights` does."""
    names = {factor.name for factor in factors()}
    if unknown := sorted(set(given) - names):
        raise VisitError(
            Saying(
                "%(unknown)s: para 7 names no such input; those are %(choices)s",
                unknown=unknown[0][:40],
                choices=", ".join(sorted(names)),
            )
        )
    if any(not 0 <= value <= VALUE_MAX for value in given.values()):
        raise VisitError(Saying("an input is a count from 0 to %(most)s", most=VALUE_MAX))
    return {factor.name: given.get(factor.name, 0) for factor in factors()}

"""A long list holds people who look like a traveller by chance: how many, and what that leaves of a score.

A score says how sure two records are one person's where few others could be meant. Among two million entries hundreds
bear a usual name, and many were born on any day. The log-odds of names fall off evenly among strangers: from one level
to the next the same share of them is left (`weights.toml` [population] has the line, fitted on a synthetic list by
`training/strangers.py`). A birth date that agrees by chance does so in as many days out of all birthdays as agree as
well ([agreeing_days]). Multiplied with the length of the list that is the number of strangers to expect, and a score is
what they leave: odds = 1 / (1 / odds without + strangers expected / share of travellers listed).

Nothing is taken off on lists up to the usual length: on such lists the weights were fitted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Reason
from gatehouse.terms.entry import ListEntry

DIGITS = 2
"""Digits of a list's length that count, so that a few entries more do not change every score of a list."""
WORTH_SAYING = 1e-6
"""Log-odds below which nothing is taken off."""
BIRTH_DATE = "birth-date"
UNSTATED = "unstated"
"""The outcome where the traveller states no birth date, so that every entry agrees; `missing` is an entry without."""
BESIDE = frozenset({"document", "contact", "sex", "nationality", "birth-place"})
"""Features beside names and birth date; all that is neither is of the names."""


def about(entries: int) -> int:
    """The length of a list to DIGITS digits."""
    return round(entries, DIGITS - len(str(entries)))


def lengths_of(entries: Iterable[ListEntry]) -> Counter[str]:
    """How many entries each list has."""
    return Counter(entry.list for entry in entries)


def is_long(entries: int) -> bool:
    """Whether a list is so long that its length counts."""
    return about(entries) > weights()["population"]["usual"]


@lru_cache(maxsize=64)
def bar(entries: int) -> float:
    """The log-odds of agreement at which the strangers on a long list are as many as the travellers who are listed."""
    table = weights()["population"]
    return math.log((about(entries) - table["usual"]) / table["listed_share"])


@lru_cache(maxsize=1)
def _by_days() -> Mapping[str, float]:
    """Outcome of the birth date → how rare chance makes it, in log-odds; 0 for what contradicts, or nobody stated."""
    days = weights()["agreeing_days"]
    keys = (*weights()["birth_date"], UNSTATED)
    return {key: math.log(days["all"] / days[key]) if key in days else 0.0 for key in keys}


def _agreement(names: float, outcome: str, beside: float) -> float:
    """How rare chance makes what agrees, in log-odds: of names of these log-odds, the birth date, and all `beside`."""
    table = weights()["population"]
    return max(0.0, table["strangers"] + table["falling"] * names) + _by_days()[outcome] + beside


def _outcome(birth: Reason | None) -> str:
    """What is known of the birth dates, as a key of [agreeing_days]."""
    return UNSTATED if birth is None or birth.traveller is None else birth.outcome.replace(" ", "_")


def left_of(names: float, birth: Reason | None, beside: float, entries: int) -> float:
    """The log-odds that a list of so many entries leaves of those of the names, a birth date and all `beside`."""
    total = names + (birth.weight if birth else 0.0) + beside
    if not is_long(entries):
        return total
    chance = _agreement(names, _outcome(birth), beside) - bar(entries)
    return min(total, chance) - math.log1p(math.exp(-abs(total - chance)))


def population_reason(reasons: Sequence[Reason], entries: int) -> Reason | None:
    """What the length of the list takes off the sum of `reasons`; None where it takes nothing."""
    if not is_long(entries):
        return None
    total = sum(reason.weight for reason in reasons)
    birth = next((reason for reason in reasons if reason.feature == BIRTH_DATE), None)
    beside = sum(reason.weight for reason in reasons if reason.feature in BESIDE)
    names = total - beside - (birth.weight if birth else 0.0)
    weight = left_of(names, birth, beside, entries) - total
    if weight > -WORTH_SAYING:
        return None
    agreeing = _agreement(names, _outcome(birth), beside)
    return Reason("list-length", None, f"{about(entries):,}", "strangers", weight, _in_words(agreeing, entries))


def _in_words(agreeing: float, entries: int) -> str:
    expected = about(entries) * math.exp(-max(agreeing, 0.0))
    return f"strangers on it who agree so by chance: {expected:.2g} for each traveller"


@lru_cache(maxsize=256)
def birth_weights(floor: float, entries: int) -> Mapping[str, float]:
    """Outcome of the birth date → the most it can add where names and birth date together must reach `floor`.

    On a long list the names must also be rare enough for the outcome; what they need beyond `floor` is taken off here,
    so that a search looks at one table whatever the length of the list.
    """
    table, line = weights()["birth_date"], weights()["population"]
    if not is_long(entries):
        return {**table, UNSTATED: 0.0}
    needed = floor + bar(entries) - line["strangers"]
    return {
        key: min(table.get(key, 0.0), floor - (needed - rare) / line["falling"]) for key, rare in _by_days().items()
    }

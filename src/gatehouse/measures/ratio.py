"""How many times more often one group is counted than everybody else, with an exact interval.

Given how many were counted in all, the number in the group follows a binomial law whose parameter the ratio tells
(Przyborowski and Wilenski 1940, for rates of rare events); its Clopper-Pearson interval is that of the ratio. Where
what is counted is not rare, the interval is wider than it need be. It is preferred to that of the logarithm, which has
to add something to empty cells and so makes small groups look unfairly treated that were never hit.

Where many groups are looked at, the intervals are made to hold all at once (Bonferroni): else one group in forty would
lie above the others by chance.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from gatehouse.measures.proportion import CONFIDENCE, Interval, exact_interval


class Counted(NamedTuple):
    """A group: how many people in it, and how many of them were hit."""

    cases: int
    hits: int


class Ratio(NamedTuple):
    """The rate of a group over the rate of everybody else; infinite where nobody else was hit."""

    value: float
    interval: Interval


def ratio_to_others(
    group: Counted, everybody: Counted, comparisons: int = 1, design_effect: float = 1.0
) -> Ratio | None:
    """The ratio for one of `comparisons` groups that are looked at together; `everybody` includes the group.

    `None` where there is nobody else, nobody in the group, or nobody was hit. `design_effect` widens the interval for
    people who come together (`proportion.Clusters`). Raises `ValueError` when the group is no part of everybody.
    """
    others = Counted(everybody.cases - group.cases, everybody.hits - group.hits)
    if min(*group, *others) < 0 or group.hits > group.cases or others.hits > others.cases:
        raise ValueError("a group has at most the people and hits of everybody")
    if not group.cases or not others.cases or not everybody.hits:
        return None
    confidence = 1 - (1 - CONFIDENCE) / max(1, comparisons)
    share = exact_interval(group.hits / design_effect, everybody.hits / design_effect, confidence)
    scale = others.cases / group.cases
    value = scale * _odds(group.hits / everybody.hits)
    return Ratio(value, Interval(scale * _odds(share.low), scale * _odds(share.high)))


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else math.inf

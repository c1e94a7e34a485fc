"""Whether a yes-or-no outcome goes with the group that a person belongs to: how strongly, and whether by chance.

Strength is Cramér's V with the correction of its bias (Bergsma 2013): 0 for none, 1 when the group tells the outcome.
Chance is judged by permutation: the outcomes are dealt anew among the people, and the p-value is how often the
chi-square statistic comes out as large. That is exact in the limit and, unlike the chi-square distribution, true for
rare outcomes and small groups. The seed is fixed, so that one table always has one answer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from gatehouse.measures.ratio import Counted

PERMUTATIONS = 4_999
"""Deals of the outcomes; the smallest p-value that can come out is 1 in 5,000."""
SEED = 2396
GROUPS_MAX = 400
Counts = np.ndarray[tuple[int, ...], np.dtype[np.float64 | np.int64]]
CASES_MAX = 900_000_000
"""What the generator of permutations can deal."""


class Association(NamedTuple):
    """`strength` is the corrected V in [0, 1]; `p_value` the chance of so large a difference where there is none."""

    strength: float
    p_value: float
    cases: int
    groups: int


def association(table: Mapping[str, Counted]) -> Association | None:
    """The association of the outcome with the groups; `None` where only one group or one outcome was seen.

    Raises `ValueError` for more groups or cases than can be handled.
    """
    groups = [row for row in table.values() if row.cases]
    cases, count = sum(row.cases for row in groups), sum(row.hits for row in groups)
    if len(groups) > GROUPS_MAX or cases > CASES_MAX:
        raise ValueError(f"{len(groups)} groups of {cases} cases are too many; pool groups or take fewer cases")
    if len(groups) < 2 or count in (0, cases):
        return None
    sizes = np.array([row.cases for row in groups], dtype=np.int64)
    seen = np.array([[row.hits for row in groups]], dtype=np.int64)
    statistic = float(_chi_square(sizes, seen, count)[0])
    dealt = np.random.default_rng(SEED).multivariate_hypergeometric(sizes, count, size=PERMUTATIONS, method="marginals")
    # A hair's breadth below, so that equal tables whose sums were rounded differently count as equal.
    as_large = int((_chi_square(sizes, dealt, count) >= statistic * (1 - 1e-9)).sum())
    return Association(
        _strength(statistic, cases, len(groups)), (as_large + 1) / (PERMUTATIONS + 1), cases, len(groups)
    )


def _chi_square(sizes: Counts, counts: Counts, total: int) -> Counts:
    """Pearson's statistic of each row of `counts` (deals x groups) against the same rate in every group."""
    rate = total / sizes.sum()
    spread: Counts = ((counts - rate * sizes) ** 2 / (rate * (1 - rate) * sizes)).sum(axis=1)
    return spread


def _strength(statistic: float, cases: int, groups: int) -> float:
    """V of a table with two outcomes, after Bergsma: both phi squared and the table's width are corrected."""
    phi = max(0.0, statistic / cases - (groups - 1) / (cases - 1))
    width = groups - (groups - 1) ** 2 / (cases - 1)
    height = 2 - 1 / (cases - 1)
    least = min(width, height) - 1
    return min(1.0, math.sqrt(phi / least)) if least > 0 else 0.0

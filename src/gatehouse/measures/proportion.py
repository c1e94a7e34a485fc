"""A proportion with its exact interval (Clopper and Pearson 1934), honest about cases that come in clusters.

The exact interval covers the truth at least as often as it says, also for rare events, where Wilson's and the normal
one can cover it less often; it is preferred here because a safeguard may be too wide and never too narrow. People of
one booking are no independent cases: the number of cases is divided by the measured design effect first (Korn and
Graubard 1998), and the exact interval taken of what is left.

The quantiles are those of the beta distribution, found by halving on its regularised incomplete integral, which is
evaluated by its continued fraction (DLMF 8.17.22, by the method of Lentz).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

CONFIDENCE = 0.95
"""How often the interval holds the truth, at least."""
FRACTION_TERMS_MAX = 10_000
"""Terms of the continued fraction; it needs about the square root of the larger parameter."""
HALVINGS = 64
_PRECISION = 1e-13
_TINY = 1e-300


class Interval(NamedTuple):
    """Both ends, in the unit of what is estimated."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Proportion:
    """`count` of `cases`, the rate between 0 and 1, its interval, and the design effect (1: independent cases)."""

    count: int
    cases: int
    rate: float
    interval: Interval
    design_effect: float = 1.0


def incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b), the distribution function of the beta distribution; `a`, `b` > 0 and 0 <= `x` <= 1.

    Raises `ArithmeticError` when the fraction does not settle.
    """
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    # The fraction settles quickly below the mean; above it the mirrored one is taken.
    if x > (a + 1) / (a + b + 2):
        return 1.0 - incomplete_beta(b, a, 1.0 - x)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log_front) / a / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction 1 + d1/(1 + d2/(1 + ...)) of DLMF 8.17.22."""
    value, c, d = 1.0, 1.0, 0.0
    for step in range(1, FRACTION_TERMS_MAX):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1.0 / _not_zero(1.0 + term * d)
        c = _not_zero(1.0 + term / c)
        value *= c * d
        if abs(c * d - 1.0) < _PRECISION:
            return value
    raise ArithmeticError(f"the incomplete beta function of {a}, {b} did not settle in {FRACTION_TERMS_MAX} terms")


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _solve(rising: Callable[[float], float], wanted: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if rising(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def exact_interval(count: float, cases: float, confidence: float = CONFIDENCE) -> Interval:
    """The Clopper-Pearson interval of `count` in `cases`; fractions of cases are allowed.

    Without cases nothing is known: (0, 1). Raises `ValueError` for more counts than cases.
    """
    if not 0 <= count <= cases or not 0 < confidence < 1:
        raise ValueError(f"{count} of {cases} at confidence {confidence} is no proportion")
    if cases == 0:
        return Interval(0.0, 1.0)
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else _solve(lambda x: incomplete_beta(count, cases - count + 1, x), tail)
    high = 1.0 if count == cases else _solve(lambda x: incomplete_beta(count + 1, cases - count, x), 1 - tail)
    return Interval(low, high)


class Clusters:
    """Sums over clusters from which the design effect is told; clusters are added one at a time and not kept."""

    def __init__(self) -> None:
        self.number = self.cases = self.count = 0
        self._squares = self._products = self._counts_squared = 0

    def add(self, cases: int, count: int) -> None:
        """One cluster of `cases`, `count` of which are what is counted."""
        self.number += 1
        self.cases += cases
        self.count += count
        self._squares += cases * cases
        self._products += cases * count
        self._counts_squared += count * count

    @property
    def design_effect(self) -> float:
        """How many times larger the variance is than that of independent cases, at least 1.

        Where nothing (or everything) was counted no spread can be seen; then the clusters are taken for the cases.
        """
        if not self.number:
            return 1.0
        if self.count in (0, self.cases) or self.number == 1:
            return self.cases / self.number
        rate = self.count / self.cases
        spread = self._counts_squared - 2 * rate * self._products + rate * rate * self._squares
        variance = spread * self.number / (self.number - 1)
        return max(1.0, variance / (self.cases * rate * (1 - rate)))

    def proportion(self) -> Proportion:
        """What was counted, with the interval of the effective number of cases."""
        if not self.cases:
            return Proportion(0, 0, 0.0, Interval(0.0, 1.0))
        effect, rate = self.design_effect, self.count / self.cases
        effective = self.cases / effect
        return Proportion(self.count, self.cases, rate, exact_interval(rate * effective, effective), effect)

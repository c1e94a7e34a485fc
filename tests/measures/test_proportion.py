"""Exact intervals against published and computed values, and what clusters do to them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.measures.proportion import Clusters, exact_interval, incomplete_beta

# Quantiles of the beta distribution, computed once with scipy 1.17 (scipy.stats.beta.ppf).
VECTORS = [
    (0, 10, 0.0, 0.3084971078187607),
    (1, 10, 0.0025285785444617848, 0.4450161170281954),
    (5, 10_000, 0.00016236793419884248, 0.0011664442090665891),
    (3, 500, 0.0012390575435407506, 0.017433673725913514),
    (20_000, 5_000_000, 0.003944862203563392, 0.004055713402765569),
    (2.5, 40.25, 0.01046814039029788, 0.18573375448265122),
    (10, 10, 0.6915028921812392, 1.0),
]


@pytest.mark.parametrize(("count", "cases", "low", "high"), VECTORS)
def test_the_interval_is_the_one_of_clopper_and_pearson(count: float, cases: float, low: float, high: float) -> None:
    assert exact_interval(count, cases) == pytest.approx((low, high), rel=1e-6, abs=1e-9)


def test_of_nothing_nothing_is_known() -> None:
    assert exact_interval(0, 0) == (0.0, 1.0)
    assert Clusters().proportion().interval == (0.0, 1.0)


@pytest.mark.parametrize(("count", "cases", "confidence"), [(2, 1, 0.95), (-1, 1, 0.95), (1, 2, 1.0), (1, 2, 0.0)])
def test_what_is_no_proportion_is_refused(count: float, cases: float, confidence: float) -> None:
    with pytest.raises(ValueError, match="no proportion"):
        exact_interval(count, cases, confidence)


@given(cases=st.integers(1, 2000), share=st.floats(0, 1))
def test_the_interval_holds_the_rate_and_covers_the_tails_it_says(cases: int, share: float) -> None:
    count = round(share * cases)
    low, high = exact_interval(count, cases)
    assert 0 <= low <= count / cases <= high <= 1
    if count > 0:
        assert incomplete_beta(count, cases - count + 1, low) == pytest.approx(0.025, abs=1e-6)


@given(a=st.floats(0.5, 1e5), b=st.floats(0.5, 1e5), x=st.floats(0, 1))
def test_the_incomplete_integral_mirrors_and_stays_a_probability(a: float, b: float, x: float) -> None:
    value = incomplete_beta(a, b, x)
    assert -1e-9 <= value <= 1 + 1e-9
    assert value + incomplete_beta(b, a, 1 - x) == pytest.approx(1, abs=1e-6)


def test_the_uniform_law_is_met() -> None:
    assert incomplete_beta(1, 1, 0.25) == pytest.approx(0.25)
    assert math.isclose(incomplete_beta(2, 1, 0.5), 0.25, rel_tol=1e-9)


def test_people_who_come_together_widen_the_interval() -> None:
    alone, together = Clusters(), Clusters()
    for number in range(1000):
        alone.add(1, number < 40)
    for number in range(250):
        together.add(4, 4 * (number < 10))
    assert together.proportion().rate == alone.proportion().rate
    assert together.design_effect == pytest.approx(4, rel=0.02)
    assert together.proportion().interval.high > alone.proportion().interval.high
    assert together.proportion().interval.low < alone.proportion().interval.low


def test_without_a_hit_the_clusters_are_the_cases() -> None:
    none = Clusters()
    for _ in range(50):
        none.add(4, 0)
    assert none.proportion().interval == exact_interval(0, 50)

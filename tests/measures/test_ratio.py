"""Ratios of rates: exact, quiet about small groups, wider when many are looked at or people come together."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.measures.ratio import Counted, ratio_to_others


def test_a_group_hit_four_times_as_often_is_seen_to_be() -> None:
    ratio = ratio_to_others(Counted(1000, 80), Counted(11_000, 280))
    assert ratio
    assert ratio.value == pytest.approx(4.0)
    assert 3 < ratio.interval.low < 4 < ratio.interval.high < 5.3


def test_a_small_group_that_was_never_hit_is_not_above_anybody() -> None:
    ratio = ratio_to_others(Counted(32, 0), Counted(41_000, 3))
    assert ratio
    assert ratio.value == ratio.interval.low == 0.0
    assert ratio.interval.high > 1


def test_where_nobody_else_was_hit_the_ratio_has_no_upper_end() -> None:
    ratio = ratio_to_others(Counted(100, 20), Counted(1000, 20))
    assert ratio
    assert ratio.value == ratio.interval.high == math.inf
    assert ratio.interval.low > 9


@pytest.mark.parametrize(
    ("group", "everybody"),
    [
        pytest.param(Counted(0, 0), Counted(10, 1), id="nobody-in-it"),
        pytest.param(Counted(10, 1), Counted(10, 1), id="nobody-else"),
        pytest.param(Counted(5, 0), Counted(10, 0), id="nobody-hit"),
    ],
)
def test_without_a_comparison_there_is_no_ratio(group: Counted, everybody: Counted) -> None:
    assert ratio_to_others(group, everybody) is None


@pytest.mark.parametrize("group", [Counted(11, 1), Counted(5, 6), Counted(5, 3), Counted(9, 0)])
def test_a_group_that_is_no_part_is_refused(group: Counted) -> None:
    with pytest.raises(ValueError, match="at most"):
        ratio_to_others(group, Counted(10, 2))


@given(cases=st.integers(1, 500), others=st.integers(1, 500), hits=st.integers(0, 500), other_hits=st.integers(0, 500))
def test_the_interval_holds_the_ratio_and_widens(cases: int, others: int, hits: int, other_hits: int) -> None:
    group = Counted(cases, min(hits, cases))
    everybody = Counted(cases + others, group.hits + min(other_hits, others))
    ratio = ratio_to_others(group, everybody)
    if not ratio:
        assert everybody.hits == 0
        return
    assert ratio.interval.low <= ratio.value <= ratio.interval.high
    for wider in (ratio_to_others(group, everybody, 20), ratio_to_others(group, everybody, 1, 3.0)):
        assert wider
        assert wider.interval.low <= ratio.interval.low * (1 + 1e-9)
        assert wider.interval.high >= ratio.interval.high * (1 - 1e-9)

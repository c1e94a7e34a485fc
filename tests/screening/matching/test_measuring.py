"""Recall and false candidates from scores, and the threshold that is low enough."""

from __future__ import annotations

import pytest

from gatehouse.screening.matching.measuring import (
    THRESHOLDS,
    Searched,
    hits_of,
    lowest_allowed,
    own_score,
    points_of,
    suggested,
)
from gatehouse.screening.matching.operating import OperatingPoint, Thresholds
from gatehouse.screening.matching.screener import Score

SEARCHED = Searched(
    [0.9, 0.6, 0.0, 0.97], [0.9, 0.45, 0.0, 0.0], [[], [0.45, 0.62], [], [0.91]], [[0.7], [0.7], [], []]
)


def test_each_threshold_counts_who_reaches_it() -> None:
    points = {point.threshold: point for point in points_of(SEARCHED)}
    assert tuple(points) == THRESHOLDS
    assert points[0.6] == OperatingPoint(0.6, 0.75, 0.25, 500.0, 500.0)
    assert points[0.95] == OperatingPoint(0.95, 0.25, 0.0, 0.0, 0.0)


def test_nobody_measured_is_nothing_found() -> None:
    assert points_of(Searched([], [], [], []))[0] == OperatingPoint(THRESHOLDS[0], 0.0, 0.0, 0.0, 0.0)


def test_only_the_entry_itself_is_recall() -> None:
    scores = [Score("A", "1", 0.9, True), Score("B", "2", 0.8, True)]
    assert own_score(scores, "B", "2") == 0.8
    assert own_score(scores, "B", "1") == 0.0


def test_what_its_own_handling_withholds_is_no_hit() -> None:
    withheld = Score("A", "1", 0.9, False)
    assert hits_of([withheld, Score("A", "2", 0.5, True)]) == [Score("A", "2", 0.5, True)]


@pytest.mark.parametrize(
    ("most", "undated_share", "threshold"), [(500.0, 0.0, 0.5), (250.0, 0.0, 0.65), (0.0, 0.0, 0.95), (0.0, 1.0, 0.75)]
)
def test_the_lowest_that_is_allowed(most: float, undated_share: float, threshold: float) -> None:
    found = lowest_allowed(points_of(SEARCHED), most, undated_share)
    assert found
    assert found.threshold == threshold


def test_where_none_is_low_enough_none_is_suggested() -> None:
    flooded = points_of(Searched([1.0], [1.0], [[0.999]], [[]]))
    assert lowest_allowed(flooded, 1.0, 0.0) is None
    assert suggested({"A": flooded, "B": points_of(SEARCHED)}, 1.0, 0.0) is None


def test_each_list_has_its_own_and_others_the_highest() -> None:
    quiet = points_of(Searched([1.0], [1.0], [[]], [[]]))
    assert suggested({"A": quiet, "B": points_of(SEARCHED)}, 1.0, 0.0) == Thresholds(0.95, {"A": 0.4, "B": 0.95})

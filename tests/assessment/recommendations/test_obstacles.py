"""Obstacles are a closed list in two languages."""

from __future__ import annotations

from gatehouse.assessment.recommendations.obstacles import HELP_PENDING, obstacles


def test_help_that_has_not_come_is_an_obstacle_of_its_own() -> None:
    assert HELP_PENDING in obstacles()
    assert all(words["en"] and words["zh"] for words in obstacles().values())

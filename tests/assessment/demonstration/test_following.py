"""What follows in the story of one State, and the help that comes of it."""

from __future__ import annotations

import random
from pathlib import Path

from gatehouse.assessment.assistance.models import Project
from gatehouse.assessment.demonstration import assessing, following, helping, region
from gatehouse.assessment.demonstration.region import FIRST


def test_three_recommendations_and_the_word_of_a_state_that_waits_for_help(database: Path) -> None:
    del database
    told, cycle, chance = region.states()[1], region.cycle(FIRST), random.Random(1)
    region.teams((told,), cycle)
    rows = following.recommend(told, assessing.assess(told, cycle, 0, chance), chance)
    following.follow_up(told, rows, chance)
    assert [row.priority for row in rows] == [1, 2, 3]
    assert [row.obstacle for row in rows] == ["help-pending"] * 3
    assert len(helping.need(told, rows)) == 3
    helping.help_with(told, [])
    assert Project.objects.count() == 0

"""Codes of the forms are those of the rooms, each in words."""

from __future__ import annotations

from gatehouse.assessment.follow_up.standing import STATUSES
from gatehouse.assessment.recommendations.draft import PRIORITIES as KNOWN
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.assessment.recommendations.store import ACCEPTANCES
from gatehouse.web.assessment.recommendation_forms import ACCEPTANCE_NAMES, PRIORITIES, STATUS_NAMES, obstacle_names


def test_every_code_has_its_words() -> None:
    assert tuple(STATUS_NAMES) == STATUSES
    assert tuple(ACCEPTANCE_NAMES) == ACCEPTANCES
    assert tuple(number for number, _ in PRIORITIES) == KNOWN
    assert [code for code, _ in obstacle_names()] == list(obstacles())

"""The stages of a project are a table."""

from __future__ import annotations

import pytest

from gatehouse.assessment.assistance.errors import AssistanceError
from gatehouse.assessment.assistance.project_stages import FIRST, OVER, after, stages


def test_every_stage_but_the_last_ones_leads_on() -> None:
    assert {stage for stage, _ in stages()} == ({FIRST} | set(stages().values())) - OVER


def test_nothing_is_approved_before_it_was_consulted_about() -> None:
    with pytest.raises(AssistanceError, match="consult"):
        after("planned", "approve")

"""No code of the assessment is shown as a code."""

from __future__ import annotations

from gatehouse.assessment.assistance.project_stages import FIRST, stages
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.clocks import clock
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.assessment.visits import stages as visit_stages
from gatehouse.assessment.visits.factors import factors
from gatehouse.web.assessment import words


def test_every_factor_theme_and_stage_has_words(scene: object) -> None:
    del scene
    assert {one.name for one in factors()} == set(words.FACTORS)
    assert set(themes()) == set(words.THEMES)
    assert {FIRST, *stages().values()} == set(words.PROJECT_STAGES)
    assert set(obstacles()) == set(words.OBSTACLES)
    assert {visit_stages.FIRST, *(after for after, _ in visit_stages.stages().values())} == set(words.VISIT_STAGES)
    assert {step.name for name in ("visit-report", "follow-up") for step in clock(name)} == set(words.CLOCK_STEPS)
    assert words.state_names("zh-hans")["X-AL"] != words.state_names("en")["X-AL"]

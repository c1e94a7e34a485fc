"""The stages of a recommendation are a table, and the docs draw it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.assessment.recommendations.errors import RecommendationError
from gatehouse.assessment.recommendations.recommendation_stages import ADOPTED, FIRST, OVER, after, diagram, stages

DOCS = Path(__file__).parents[3] / "docs" / "assessment.md"


def test_every_stage_but_the_last_ones_leads_on() -> None:
    reached = {FIRST} | set(stages().values())
    assert {stage for stage, _ in stages()} == reached - OVER
    assert reached >= ADOPTED


def test_nothing_is_adopted_before_the_state_could_reply() -> None:
    for stage in ("draft", "proposed"):
        with pytest.raises(RecommendationError, match="possible"):
            after(stage, "adopt")
    assert after("replied", "adopt") == "open"


def test_the_docs_draw_the_table() -> None:
    assert diagram() in DOCS.read_text(encoding="utf-8")

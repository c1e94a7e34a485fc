"""The stages of a visit are a table, and the docs draw it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.stages import FIRST, OVER, STEP_DONE, after, diagram, stages

DOCS = Path(__file__).parents[3] / "docs" / "assessment.md"


def test_every_stage_but_the_last_ones_leads_on() -> None:
    reached = {FIRST} | {nxt for nxt, _ in stages().values()}
    assert {stage for stage, _ in stages()} == reached - OVER
    assert set(STEP_DONE) <= {event for _, event in stages()}


def test_no_visit_without_consent() -> None:
    with pytest.raises(VisitError, match="possible: ask-consent, cancel"):
        after("planned", "begin")
    assert after("agreed", "begin") == "under-way"


def test_the_docs_draw_the_table() -> None:
    assert diagram() in DOCS.read_text(encoding="utf-8")

"""One State of the story is assessed to the end, by the rooms' own functions."""

from __future__ import annotations

import random
from pathlib import Path

from gatehouse.assessment.demonstration import assessing, region
from gatehouse.assessment.demonstration.region import FIRST
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.findings.standing import standing_codes


def test_it_is_adopted_with_both_ratings_of_every_finding(database: Path) -> None:
    del database
    told, cycle = region.states()[0], region.cycle(FIRST)
    region.teams((told,), cycle)
    assessment = assessing.assess(told, cycle, 0, random.Random(1))
    assert assessment.stand == "adopted"
    findings = list(Finding.objects.filter(assessment=assessment))
    assert len(findings) == len(region.duties())
    assert len(standing_codes(findings)) == 2 * len(findings)

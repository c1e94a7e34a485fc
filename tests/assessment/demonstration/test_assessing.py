"""One State of the story is assessed to the end, by the rooms' own functions."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from gatehouse.assessment.demonstration import assessing, region
from gatehouse.assessment.demonstration.region import FIRST
from gatehouse.assessment.findings import assessments
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.findings.standing import rated_of, standing_codes
from gatehouse.assessment.findings.states import Rated, Stand


def test_it_is_adopted_with_both_ratings_of_every_finding(database: Path) -> None:
    del database
    told, cycle = region.states()[0], region.cycle(FIRST)
    region.teams((told,), cycle)
    assessment = assessing.assess(told, cycle, 0, random.Random(1))
    assert assessment.stand == "adopted"
    findings = list(Finding.objects.filter(assessment=assessment))
    assert len(findings) == len(region.duties())
    assert len(standing_codes(findings)) == 2 * len(findings)


@pytest.mark.parametrize("until", [Stand.WITH_STATE, Stand.REPLIED])
def test_it_is_left_where_there_is_something_to_do(database: Path, until: Stand) -> None:
    del database
    told, cycle = region.states()[0], region.cycle(FIRST)
    region.teams((told,), cycle)
    assert assessing.assess(told, cycle, 0, random.Random(1), until).stand == until


def test_in_the_middle_ratings_wait_and_differ_and_a_section_is_empty(database: Path) -> None:
    del database
    told, cycle = region.states()[0], region.cycle(FIRST)
    region.teams((told,), cycle)
    assessment = assessing.assess(told, cycle, 0, random.Random(1), Stand.DRAFTING)
    rated = set(rated_of(assessment).values())
    assert {Rated.OPEN, Rated.ONCE, Rated.DIFFERING} <= rated
    assert Finding.objects.filter(assessment=assessment).count() == len(region.duties()) - 1
    assert len(assessments.empty_gates(assessment)) == 1

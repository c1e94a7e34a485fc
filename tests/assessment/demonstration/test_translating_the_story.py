"""The story in Chinese: most is approved, one translation waits, and one finding is left to be translated."""

from __future__ import annotations

import random
from pathlib import Path

from gatehouse.assessment.demonstration import assessing, following, region, translating
from gatehouse.assessment.demonstration.region import FIRST
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.translations import store
from gatehouse.assessment.translations.models import Approval, Translation


def test_most_is_approved_and_something_is_left(database: Path) -> None:
    del database
    told, cycle, chance = region.states()[0], region.cycle(FIRST), random.Random(1)
    region.teams((told,), cycle)
    assessment = assessing.assess(told, cycle, 0, chance)
    rows = following.recommend(told, assessment, chance)
    translating.translate(told, assessment, rows)
    count = Finding.objects.count()
    assert (Translation.objects.count(), Approval.objects.count()) == (count - 1 + len(rows), count - 2 + len(rows))
    assert len(store.to_approve(Translation.objects.values_list("ref", flat=True))) == 1
    of_findings = Translation.objects.filter(ref__startswith="finding:").values_list("text", flat=True)
    assert all("阿尔托纳有" in text for text in of_findings)

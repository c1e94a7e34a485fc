"""Recommendations in reports say how they stand."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.follow_up import progress
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.reports.gathering_recommendations import follow_up_parts, recommendation_part
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor


def test_progress_and_the_day_of_the_committee_are_told(
    adopted: Recommendation, altona: State, cycle: Cycle, focal: Actor
) -> None:
    progress.report(
        focal, adopted, progress.Reported("under-way", "We begin.", dt.date(2027, 1, 2), evidence=(700_003,))
    )
    said = {one.key: one for one in recommendation_part(adopted, with_progress=True).sentences}
    assert said["recommendation.head"].values["stands"] == "standing:under-way"
    assert said["progress.head"].sources == (f"recommendation:{adopted.pk}", "evidence:700003")
    assert said["recommendation.due"].values["due"] == "2027-08-31"
    table = follow_up_parts(altona, cycle)[0].grids[0]
    assert table.rows == (("X-AL/2026/1", "2396-2", 1, "standing:under-way"),)

"""What is no report is refused before anything is gathered."""

from __future__ import annotations

import pytest

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor


def test_kinds_fit_what_they_are_about_and_only_the_team_freezes(
    lead: Actor, donor: Actor, altona: State, cycle: Cycle
) -> None:
    for kind, state in (("state", None), ("annual", altona), ("poem", None)):
        with pytest.raises(ReportError):
            freezing.freeze(lead, kind, cycle, state)
    with pytest.raises(NotAllowedError):
        freezing.freeze(donor, "state", cycle, altona)
    assert FrozenReport.objects.count() == 0


def test_the_same_facts_freeze_to_the_same_contents(lead: Actor, altona: State, cycle: Cycle) -> None:
    first, second = (freezing.freeze(lead, "state", cycle, altona) for _ in range(2))
    assert first.sha256 == second.sha256
    assert first.pk != second.pk

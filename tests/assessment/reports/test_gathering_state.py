"""Where there is nothing, a report says so, and adds up nothing."""

from __future__ import annotations

from gatehouse.assessment.reports.gathering_state import overview_parts, state_parts
from gatehouse.assessment.states.models import Cycle, State


def test_a_state_without_an_assessment_has_an_empty_report(altona: State, cycle: Cycle) -> None:
    for parts in (state_parts(altona, cycle, []), overview_parts(altona, cycle, [])):
        assert parts[0].heading == "summary"
        assert all(not part.sentences and not part.plots for part in parts)

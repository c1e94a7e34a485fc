"""What the ledger knows stands over what was handed in."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits import planning, visit_file
from gatehouse.assessment.visits.known_inputs import gaps, inputs
from gatehouse.safeguards.decision import Actor


def test_requests_consents_and_visits_are_read_from_the_ledger(
    altona: State, cycle: Cycle, lead: Actor, focal: Actor
) -> None:
    assert inputs({"X-AL": {"gaps": 4, "requested": 1}})["X-AL"] == {
        "gaps": 4,
        "emerging-issues": 0,
        "trends": 0,
        "events": 0,
        "analysis": 0,
        "requested": 0,
        "consented": 0,
        "never-visited": 1,
    }
    visit_file.request_visit(focal, altona, "note 1")
    visit = planning.plan(lead, altona, cycle, "focused", "list")
    planning.move(lead, visit, "ask-consent", dt.date(2026, 2, 1), "letter")
    planning.move(focal, visit, "consent", dt.date(2026, 2, 2), "letter")
    known = inputs({})["X-AL"]
    assert (known["requested"], known["consented"], known["never-visited"]) == (1, 1, 1)
    later = dt.date(2099, 5, 4)
    planning.set_days(lead, visit, later, later, "plan")
    planning.move(lead, visit, "begin", later, "begun")
    known = inputs({})["X-AL"]
    assert (known["requested"], known["consented"], known["never-visited"]) == (0, 0, 0)


def test_a_visit_before_this_installation_can_be_handed_in(altona: State) -> None:
    assert inputs({altona.code: {"visited": 1}})[altona.code]["never-visited"] == 0


def test_gaps_are_those_of_adopted_assessments_only(grounds: None, altona: State) -> None:
    del grounds  # findings of a draft, which nobody adopted
    assert gaps() == {altona.code: 0}

"""Who can read a report is the kernel's own answer, at each step of its way."""

from __future__ import annotations

from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.reach import readers
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_a_report_over_several_states_is_put_before_none(
    lead: Actor, member: Actor, other_member: Actor, altona: State, cycle: Cycle
) -> None:
    report = freezing.freeze(lead, "annual", cycle)
    assert [role for role, _reads in readers(report)] == [
        Role.ASSESSOR,
        Role.COMMITTEE_MEMBER,
        Role.DONOR,
        Role.PUBLIC,
    ]
    assert [role for role, reads in readers(report) if reads] == [Role.ASSESSOR, Role.COMMITTEE_MEMBER]
    report = freezing.adopt(member, other_member, report)
    report = freezing.share(member, other_member, report, "decision 1")
    assert [role for role, reads in readers(report) if not reads] == [Role.PUBLIC]
    of_state = freezing.freeze(lead, "state", cycle, altona)
    assert [role for role, reads in readers(of_state) if reads] == [Role.ASSESSOR]

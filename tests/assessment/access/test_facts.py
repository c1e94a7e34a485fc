"""The facts that the kernel is asked with are read, and decide who sees what."""

from __future__ import annotations

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import may_see
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import SubjectClass

ALL = Stage(with_the_state=True, adopted=True, shareable=True, published=True)


def _seen_by(state: State, cycle: Cycle, stage: Stage, actors: list[Actor]) -> list[str]:
    piece = facts(SubjectClass.ASSESSMENT_REPORT, "report:1", state, cycle, stage)
    return [actor.role.value for actor in actors if may_see(actor, piece)]


def test_a_report_opens_to_more_people_with_every_stage(
    altona: State, cycle: Cycle, lead: Actor, focal: Actor, stranger: Actor, member: Actor, donor: Actor, anybody: Actor
) -> None:
    everybody = [lead, focal, member, donor, anybody]
    steps = ["team-lead", "state-focal-point", "committee-member", "donor", "public"]
    stages = [
        Stage(),
        Stage(with_the_state=True),
        Stage(with_the_state=True, adopted=True),
        Stage(with_the_state=True, adopted=True, shareable=True),
        ALL,
    ]
    for number, stage in enumerate(stages, 1):
        assert _seen_by(altona, cycle, stage, everybody) == steps[:number]
        assert _seen_by(altona, cycle, stage, [stranger]) == []


def test_what_the_state_keeps_closes_it_again(
    altona: State, cycle: Cycle, lead: Actor, focal: Actor, member: Actor, donor: Actor, anybody: Actor
) -> None:
    everybody = [lead, focal, member, donor, anybody]
    for kept, seen in (
        (KeptTo.TEAM, ["team-lead", "state-focal-point"]),
        (KeptTo.COMMITTEE, ["team-lead", "state-focal-point", "committee-member"]),
    ):
        stage = Stage(with_the_state=True, adopted=True, shareable=True, published=True, kept_to=kept)
        assert _seen_by(altona, cycle, stage, everybody) == seen


def test_the_committee_reads_what_waits_for_its_adoption_and_no_draft(
    altona: State, cycle: Cycle, lead: Actor, member: Actor, donor: Actor
) -> None:
    waits = Stage(with_the_state=True, before_the_committee=True)
    assert _seen_by(altona, cycle, waits, [lead, member, donor]) == ["team-lead", "committee-member"]
    assert _seen_by(altona, cycle, Stage(with_the_state=True), [lead, member]) == ["team-lead"]
    kept = Stage(with_the_state=True, before_the_committee=True, kept_to=KeptTo.TEAM)
    assert _seen_by(altona, cycle, kept, [lead, member]) == ["team-lead"]

"""Whose material it is, how far it has come and who keeps it: by recorded facts only."""

from __future__ import annotations

from gatehouse.safeguards import conditions_of_material as room
from gatehouse.safeguards.decision import Actor, Asked, Context, KeptTo, Subject
from gatehouse.safeguards.standing import Level
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from law_questions import NOW, PROFILE

CONTEXT = Context(PROFILE, NOW, Level.IN_FORCE)


def _asked(state: str | None, subject: Subject) -> Asked:
    return Asked(Actor("account:1", Role.STATE_FOCAL_POINT, state=state), Act.VIEW, subject, "assessment")


def test_material_without_a_state_is_nobodys_own() -> None:
    nobodys = Subject(SubjectClass.ANSWER)
    assert not room.own_state(_asked(None, nobodys), CONTEXT)
    assert not room.of_the_assessed_state(_asked(None, nobodys), CONTEXT)


def test_a_second_person_of_the_assessed_state_counts_as_well() -> None:
    subject = Subject(SubjectClass.FINDING, state="UTO")
    second = Actor("account:2", Role.TEAM_LEAD, state="UTO")
    context = Context(PROFILE, NOW, Level.IN_FORCE, second=second)
    assert room.of_the_assessed_state(_asked("ATL", subject), context)


def test_what_a_state_keeps_is_kept_from_others_and_not_from_itself() -> None:
    for kept in KeptTo:
        subject = Subject(SubjectClass.ANSWER, state="UTO", kept_to=kept)
        assert room.kept_by_the_state(_asked("ATL", subject), CONTEXT)
        assert room.kept_by_the_state(_asked(None, subject), CONTEXT)
        assert not room.kept_by_the_state(_asked("UTO", subject), CONTEXT)
    committee = Subject(SubjectClass.ANSWER, state="UTO", kept_to=KeptTo.COMMITTEE)
    assert not room.kept_from_the_committee(_asked(None, committee), CONTEXT)

"""Teams: who is named, who may not be, and what leaving means."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gatehouse.assessment.access import teams
from gatehouse.assessment.access.errors import AccessError
from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.access.models import Member
from gatehouse.assessment.acting import acting
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role, SubjectClass


def test_a_member_is_on_the_team_until_they_leave(lead: Actor, altona: State, cycle: Cycle, assessor: Actor) -> None:
    assert teams.team(altona, cycle) == {lead.id, assessor.id}
    assert teams.team(altona, cycle, ("team-lead",)) == {lead.id}
    assert teams.as_member(altona, cycle, assessor.id) == assessor
    teams.leave(lead, Member.objects.get(who=assessor.id))
    assert teams.team(altona, cycle) == {lead.id}
    assert teams.as_member(altona, cycle, assessor.id) is None
    assert Member.objects.count() == 2, "that they were on it stays known"


def test_naming_twice_changes_nothing_and_another_role_is_refused(
    lead: Actor, altona: State, cycle: Cycle, assessor: Actor
) -> None:
    teams.name_member(lead, altona, cycle, assessor)
    assert Member.objects.filter(who=assessor.id).count() == 1
    with pytest.raises(AccessError, match="another role"):
        teams.name_member(lead, altona, cycle, Actor(assessor.id, Role.SECOND_ASSESSOR))


def test_nobody_is_on_the_team_of_their_own_state(lead: Actor, altona: State, cycle: Cycle) -> None:
    with pytest.raises(AccessError, match="belong"):
        teams.name_member(lead, altona, cycle, Actor("account:4", Role.ASSESSOR, state="X-AL"))


@pytest.mark.parametrize("who", [("machine:findings", Role.ASSESSOR), ("account:4", Role.DONOR), ("Jo", Role.ASSESSOR)])
def test_only_persons_in_a_teams_roles_are_named(
    who: tuple[str, Role], lead: Actor, altona: State, cycle: Cycle
) -> None:
    with pytest.raises(AccessError):
        teams.name_member(lead, altona, cycle, Actor(*who))


def test_who_does_not_lead_names_nobody(assessor: Actor, altona: State, cycle: Cycle) -> None:
    with pytest.raises(NotAllowedError):
        teams.name_member(assessor, altona, cycle, Actor("account:5", Role.ASSESSOR))


def test_a_team_is_read_once_within_an_act_and_anew_after_a_change(
    actor: Actor, altona: State, cycle: Cycle, lead: Actor
) -> None:
    with acting(lead, "material.opened", facts(SubjectClass.CYCLE, "state:X-AL", altona, cycle)):
        with CaptureQueriesContext(connection) as asked:
            assert {teams.team(altona, cycle) for _ in range(5)} == {frozenset({lead.id})}
        assert len(asked) == 1
        other = Actor("account:55", Role.ASSESSOR)
        teams.name_member(actor, altona, cycle, other)
        assert other.id in teams.team(altona, cycle)
    with CaptureQueriesContext(connection) as asked:
        for _ in range(3):
            teams.team(altona, cycle)
    assert len(asked) == 3

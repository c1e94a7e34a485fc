"""Two consent who are no authors; the first consent waits, can be taken back, and lapses with the draft it was for."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.findings import adoption, assessments
from gatehouse.assessment.findings.errors import FindingsError, NotReadyError
from gatehouse.assessment.findings.models import Assessment, Consent, GateText
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries

JUNE = dt.date(2026, 6, 1)


@pytest.fixture
def heard(lead: Actor, focal: Actor, ready: Assessment) -> Assessment:
    """A draft that the State has replied to."""
    assessments.put_before_the_state(lead, ready, JUNE)
    return assessments.end_reply(focal, ready)


def test_the_first_consent_waits_and_the_second_adopts(member: Actor, other_member: Actor, heard: Assessment) -> None:
    assert adoption.may_consent(member, heard)
    assert adoption.consent(member, heard).stand == "replied"
    assert [row.by for row in adoption.waiting(heard)] == [member.id]
    assert not adoption.may_consent(member, heard)
    with pytest.raises(FindingsError, match="waiting for another"):
        adoption.consent(member, heard)
    assert adoption.consent(other_member, heard).stand == "adopted"
    assert adoption.waiting(heard) == []
    (adopted,) = entries("assessment.adopted")
    assert {adopted.actor, adopted.details["second"]} == {member.id, other_member.id}
    assert [entry.actor for entry in entries("adoption.consented")] == [member.id]


def test_a_consent_is_taken_back_while_it_waits(member: Actor, other_member: Actor, heard: Assessment) -> None:
    with pytest.raises(FindingsError, match="no consent of yours"):
        adoption.withdraw_consent(member, heard)
    adoption.consent(member, heard)
    adoption.withdraw_consent(member, heard)
    assert adoption.waiting(heard) == []
    assert adoption.consent(other_member, heard).stand == "replied"
    assert adoption.consent(member, heard).stand == "adopted"
    assert Consent.objects.count() == 3


def test_a_consent_lapses_with_the_draft_that_it_was_for(
    lead: Actor, focal: Actor, member: Actor, other_member: Actor, heard: Assessment
) -> None:
    adoption.consent(member, heard)
    assessments.revise(lead, heard, "a decree was not known")
    with pytest.raises(NotAllowedError):
        adoption.withdraw_consent(lead, heard)
    with pytest.raises(FindingsError, match="cannot adopt"):
        adoption.consent(other_member, heard)
    assessments.put_before_the_state(lead, heard, JUNE)
    assessments.end_reply(focal, heard)
    assert adoption.waiting(heard) == []
    assert adoption.consent(other_member, heard).stand == "replied"


def test_no_author_consents_in_whatever_role(
    actor: Actor, assessor: Actor, lead: Actor, member: Actor, heard: Assessment
) -> None:
    assert {assessor.id, lead.id} <= adoption.authors(heard)
    author = Actor(assessor.id, Role.COMMITTEE_MEMBER)
    with pytest.raises(FindingsError, match="does not adopt"):
        adoption.consent(author, heard)
    adoption.consent(member, heard)
    for mine in (lead, author):
        assert not adoption.may_consent(mine, heard)
        with pytest.raises(FindingsError, match="does not adopt"):
            adoption.consent(mine, heard)
    other_lead = Actor("account:77", Role.TEAM_LEAD)
    name_member(actor, heard.state, heard.cycle, other_lead)
    assert adoption.may_consent(other_lead, heard)
    assert adoption.consent(other_lead, heard).stand == "adopted"


def test_a_team_lead_does_not_begin(actor: Actor, heard: Assessment) -> None:
    other_lead = Actor("account:77", Role.TEAM_LEAD)
    name_member(actor, heard.state, heard.cycle, other_lead)
    assert not adoption.may_consent(other_lead, heard)
    with pytest.raises(NotAllowedError):
        adoption.consent(other_lead, heard)


def test_nobody_consents_while_a_gate_is_empty(member: Actor, donor: Actor, heard: Assessment) -> None:
    with pytest.raises(NotAllowedError):
        adoption.consent(donor, heard)
    GateText.objects.create(assessment=heard, gate="children", text="", by="account:1")
    with pytest.raises(NotReadyError, match="children"):
        adoption.consent(member, heard)
    assert Consent.objects.count() == 0

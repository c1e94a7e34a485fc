"""Masked data are seen again by the one who asked, approved by the authority, for a time; and every step is told."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError, Visit
from gatehouse.retention import notices, unmasking
from gatehouse.retention.errors import UnmaskError
from gatehouse.retention.models import UnmaskRequest
from gatehouse.retention.running import run
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from kept_people import AS_OF, IDENTITY, everything_stored, flight, law_of, person

pytestmark = pytest.mark.usefixtures("database")
ASKER, COURT = Actor("account:4", Role.ANALYST), Actor("account:9", Role.APPROVING_AUTHORITY)


def _visit(actor: Actor = ASKER, purpose: str = "reasoned-request", reference: str | None = "R-9") -> Visit:
    return Visit(actor, purpose, reference=reference)


def _masked() -> int:
    law_of()
    who = person(flight("2026-05-01"), "ROE")
    run(AS_OF, IDENTITY, lambda: None, lambda _: None)
    return int(who.id)


def _approved(traveller: int) -> UnmaskRequest:
    asked = unmasking.request(_visit(), "traveller", traveller)
    return unmasking.approve(Visit(COURT, ""), asked.id)


def _acts() -> list[str]:
    entries = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    return [one.act for one in entries if one.act.startswith("unmask") or one.decision == "refused"]


def test_from_asking_to_seeing_every_step_is_in_the_log_and_before_the_officer() -> None:
    asked = _approved(_masked())
    told = unmasking.show(Visit(ASKER, ""), asked.id)
    assert {cells.get("surname") for _, _, cells in told} == {"ROE", None}
    assert _acts() == [
        "unmask.requested", "unmask.notified", "unmask.decided", "unmask.notified", "unmask.opened", "unmask.notified",
    ]  # fmt: skip
    assert [one.event for one in notices.listed(10)] == ["seen", "approved", "asked"]
    assert "ROE" not in everything_stored()


def test_nobody_else_sees_it_and_not_before_it_is_approved() -> None:
    asked = unmasking.request(_visit(), "traveller", _masked())
    with pytest.raises(RefusedError):
        unmasking.show(Visit(ASKER, ""), asked.id)
    unmasking.approve(Visit(COURT, ""), asked.id)
    for other in (Actor("account:5", Role.ANALYST), Actor("account:4", Role.OPERATOR), COURT):
        with pytest.raises(RefusedError):
            unmasking.show(Visit(other, ""), asked.id)
    assert _acts().count("act.refused") == 4


def test_when_the_time_is_over_it_is_over() -> None:
    asked = _approved(_masked())
    hour = dt.timedelta(hours=1)
    now = dt.datetime.now(dt.UTC)
    UnmaskRequest.objects.update(begins_at=now - 2 * hour, ends_at=now - hour)
    with pytest.raises(RefusedError):
        unmasking.show(Visit(ASKER, ""), asked.id)
    # A box that was made longer behind our back opens nothing either.
    UnmaskRequest.objects.update(begins_at=now - hour, ends_at=now + 1000 * hour)
    with pytest.raises(RefusedError):
        unmasking.show(Visit(ASKER, ""), asked.id)


def test_nobody_approves_their_own_and_only_the_authority_of_the_profile_approves() -> None:
    asked = unmasking.request(_visit(), "traveller", _masked())
    for other in (
        Actor("account:4", Role.APPROVING_AUTHORITY),
        Actor("account:5", Role.SENIOR_ANALYST),
        Actor("account:6", Role.DATA_PROTECTION_OFFICER),
    ):
        with pytest.raises(RefusedError):
            unmasking.approve(Visit(other, ""), asked.id)
    assert UnmaskRequest.objects.get().state == "open"


@pytest.mark.parametrize(("purpose", "reference"), [("upkeep", "R-9"), ("fun", "R-9"), ("reasoned-request", None)])
def test_without_purpose_and_reference_nothing_is_asked(purpose: str, reference: str | None) -> None:
    traveller = _masked()
    with pytest.raises(RefusedError):
        unmasking.request(_visit(purpose=purpose, reference=reference), "traveller", traveller)
    assert not UnmaskRequest.objects.exists()


def test_a_request_is_decided_once() -> None:
    asked = unmasking.request(_visit(), "traveller", _masked())
    assert unmasking.refuse(Visit(COURT, ""), asked.id).state == "refused"
    with pytest.raises(UnmaskError):
        unmasking.approve(Visit(COURT, ""), asked.id)
    with pytest.raises(RefusedError):
        unmasking.show(Visit(ASKER, ""), asked.id)


def test_what_is_not_masked_or_was_erased_cannot_be_asked_for_or_seen() -> None:
    with pytest.raises(UnmaskError):
        unmasking.request(_visit(), "traveller", 4711)
    traveller = _masked()
    asked = _approved(traveller)
    run(dt.date(2031, 6, 1), IDENTITY, lambda: None, lambda _: None)
    with pytest.raises(UnmaskError):
        unmasking.show(Visit(ASKER, ""), asked.id)
    with pytest.raises(UnmaskError):
        unmasking.request(_visit(), "traveller", traveller)
    with pytest.raises(UnmaskError):
        unmasking.show(Visit(ASKER, ""), 4711)

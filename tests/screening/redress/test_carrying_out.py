"""What two people approved on pages is erased by the next command, once, and what keeps it is told."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.redress import carrying_out, clearances
from gatehouse.screening.redress.drafts import ANSWER, ERASE, approve, decline, draft
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.models import Draft, RedressRequest, RequestEvent, RequestPerson
from gatehouse.screening.travellers.models import Traveller
from signed_in import entries

TODAY = timezone.now().date()
OFFICER = Visit(Actor("account:12", Role.DATA_PROTECTION_OFFICER), "rights", "RR")
ERASED = {"outcome": "erased", "reason": "You asked.", "hits": []}


@pytest.fixture
def written(stored, officer) -> int:
    """An erasure that waits, the hit having been decided."""
    with transaction.atomic():
        clearances.clear(RedressRequest.objects.get(), RequestPerson.objects.get(), [stored.hit.id])
    return draft(officer(), stored.case, ERASE, {})


def test_it_is_done_once_by_whoever_owns_the_tables(stored, officer, written) -> None:
    assert list(carrying_out.carry_out()) == []
    approve(OFFICER, stored.case, written, TODAY)
    assert Traveller.objects.filter(id=stored.hit.traveller_id).exists()
    [done] = carrying_out.carry_out()
    assert (done.case, done.done.travellers, done.why_not) == (stored.case, 1, "")
    assert not Traveller.objects.filter(id=stored.hit.traveller_id).exists()
    assert Draft.objects.get().state == "done"
    event = RequestEvent.objects.get(event="erased")
    assert (event.actor, event.second) == (officer().actor.id, "account:12")
    assert entries("data.deleted")[-1].actor == officer().actor.id
    assert list(carrying_out.carry_out()) == []


def test_killed_before_its_note_it_is_noted_by_the_next(stored, written) -> None:
    approve(OFFICER, stored.case, written, TODAY)
    list(carrying_out.carry_out())
    Draft.objects.update(state="approved")
    assert list(carrying_out.carry_out()) == []
    assert Draft.objects.get().state == "done"


def test_what_keeps_it_is_told_each_time(stored, officer) -> None:
    number = draft(officer(), stored.case, ERASE, {})
    approve(OFFICER, stored.case, number, TODAY)
    for _ in range(2):
        [told] = carrying_out.carry_out()
        assert told.done is None
        assert "keeps all" in told.why_not
    assert Draft.objects.get().state == "approved"


def test_nobody_else_approves_it_and_it_can_be_declined(stored, officer, written) -> None:
    for who in (officer(), Visit(Actor("account:12", Role.REDRESS_OFFICER), "rights", "RR")):
        with pytest.raises(RedressError, match="data protection officer"):
            approve(who, stored.case, written, TODAY)
    decline(OFFICER, stored.case, written)
    assert list(carrying_out.carry_out()) == []
    assert Traveller.objects.filter(id=stored.hit.traveller_id).exists()


def test_an_answer_that_says_so_waits_until_it_was(stored, officer, written) -> None:
    with pytest.raises(RedressError, match="waits to be decided or done"):
        draft(officer(), stored.case, ANSWER, ERASED)
    approve(OFFICER, stored.case, written, TODAY)
    list(carrying_out.carry_out())
    assert draft(officer(), stored.case, ANSWER, ERASED)


def test_an_answer_that_says_so_is_not_even_written_before(stored, officer) -> None:
    with pytest.raises(RedressError, match="nothing was erased"):
        draft(officer(), stored.case, ANSWER, ERASED)
    assert not Draft.objects.exists()

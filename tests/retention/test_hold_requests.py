"""A hold that one person asks for waits for another; both are asked of the kernel together, and nothing is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError, Visit
from gatehouse.retention import hold_requests
from gatehouse.retention.errors import HoldError
from gatehouse.retention.hold_requests import State, Wanted
from gatehouse.retention.kept import held
from gatehouse.retention.models import Hold, HoldRequest
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from kept_people import law_of

pytestmark = pytest.mark.usefixtures("database")
TODAY = dt.datetime.now(dt.UTC).date()
ASKER = Visit(Actor("account:1", Role.SENIOR_ANALYST, "UNIT-1"), "reasoned-request", reference="ORDER-5")
OFFICER = Visit(Actor("account:2", Role.DATA_PROTECTION_OFFICER), "oversight", reference="LOOK-1")
WANTED = Wanted("case:17", (5, 6), TODAY, "the court asked")


@pytest.fixture(autouse=True)
def law(database: object) -> None:
    """The law that lets cases be held."""
    del database
    law_of()


def test_what_was_asked_for_is_placed_by_another() -> None:
    number = hold_requests.ask(ASKER, WANTED)
    assert log.size() == 0
    assert [one.pk for one in hold_requests.waiting()] == [number]
    made = hold_requests.approve(OFFICER, number, "seen")
    assert (made.placed_by, made.second, made.reason, made.until) == ("account:1", "account:2", "ORDER-5", TODAY)
    assert held([5, 6, 7], TODAY).keys() == {5, 6}
    request = HoldRequest.objects.get()
    assert (request.state, request.hold_id, request.decision) == (State.PLACED, made.pk, "seen")
    assert [decoded(leaf).act for _, leaf in log.leaves(0, log.size())] == ["hold.placed"]
    with pytest.raises(HoldError, match="waits"):
        hold_requests.approve(OFFICER, number, "again")
    assert Hold.objects.count() == 1


@pytest.mark.parametrize(
    "second",
    [
        ASKER,
        replace(OFFICER, actor=Actor("account:3", Role.SENIOR_ANALYST)),
        replace(OFFICER, actor=Actor("account:1", Role.DATA_PROTECTION_OFFICER)),
    ],
)
def test_nobody_but_another_officer_places_it(second: Visit) -> None:
    number = hold_requests.ask(ASKER, WANTED)
    with pytest.raises(RefusedError):
        hold_requests.approve(second, number, "seen")
    assert not Hold.objects.exists()
    assert hold_requests.open_request(number)


def test_without_a_reason_nothing_is_decided() -> None:
    number = hold_requests.ask(ASKER, WANTED)
    with pytest.raises(HoldError, match="for a reason"):
        hold_requests.approve(OFFICER, number, " ")
    assert not Hold.objects.exists()
    with pytest.raises(HoldError, match="for a reason"):
        hold_requests.refuse(OFFICER, number, "")


@pytest.mark.parametrize(
    ("visit", "wanted"),
    [
        (replace(ASKER, actor=Actor("account:9", Role.ANALYST)), WANTED),
        (replace(ASKER, reference=None), WANTED),
        (ASKER, WANTED._replace(travellers=())),
        (ASKER, WANTED._replace(until=TODAY + dt.timedelta(days=400))),
        (ASKER, WANTED._replace(until=TODAY - dt.timedelta(days=1))),
        (ASKER, WANTED._replace(why=" ")),
    ],
)
def test_what_could_not_be_placed_is_not_asked_for(visit: Visit, wanted: Wanted) -> None:
    with pytest.raises(HoldError):
        hold_requests.ask(visit, wanted)
    assert not HoldRequest.objects.exists()


def test_it_is_refused_or_withdrawn_and_kept() -> None:
    first, second = (hold_requests.ask(ASKER, WANTED) for _ in range(2))
    with pytest.raises(HoldError, match="not yours"):
        hold_requests.refuse(replace(ASKER, actor=Actor("account:3", Role.SENIOR_ANALYST)), first, "no")
    hold_requests.refuse(OFFICER, first, "not needed")
    hold_requests.refuse(ASKER, second, "a mistake")
    states = list(HoldRequest.objects.order_by("pk").values_list("state", flat=True))
    assert states == [State.REFUSED, State.WITHDRAWN]
    assert hold_requests.waiting() == []

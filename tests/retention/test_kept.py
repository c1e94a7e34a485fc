"""Whom a hit, a case or a hold keeps, and how far."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.retention.kept import beyond_the_last_clock, held, kept
from gatehouse.retention.models import HeldTraveller, Hold
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import keeps as of_review
from gatehouse.screening.review import states
from gatehouse.screening.review.models import Review
from kept_people import AS_OF, flight, person

pytestmark = pytest.mark.usefixtures("database")


def _hold(traveller: int, until: dt.date, **more: object) -> None:
    hold = Hold.objects.create(case="case:1", reason="order", placed_by="account:1", second="account:2", until=until)
    Hold.objects.filter(id=hold.id).update(**more)
    HeldTraveller.objects.create(hold=hold, traveller=traveller)


def test_an_open_hit_keeps_and_a_hold_keeps_more() -> None:
    leg = flight("2026-05-01")
    waiting, gone, both = person(leg, "A", hit="open"), person(leg, "B", hit="weakened"), person(leg, "C", hit="open")
    _hold(both.id, AS_OF)
    by = kept([waiting.id, gone.id, both.id], AS_OF)
    assert by.keys() == {waiting.id, both.id}
    assert beyond_the_last_clock(by).keys() == {both.id}


def test_a_hold_ends_with_its_day_or_before() -> None:
    _hold(1, AS_OF)
    _hold(2, AS_OF, ended_at=dt.datetime.now(dt.UTC))
    assert held([1, 2, 3], AS_OF).keys() == {1}
    assert held([1], AS_OF + dt.timedelta(days=1)) == {}


def test_a_room_above_says_whom_a_case_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_review, "kept_by", lambda travellers: dict.fromkeys(travellers, "case:9"))
    assert beyond_the_last_clock(kept([5], AS_OF)) == {5: "case:9"}


@pytest.mark.parametrize("state", states.STATES)
def test_a_hit_keeps_while_it_waits_and_when_it_was_confirmed(state: str) -> None:
    leg = flight("2026-05-01")
    who = person(leg, "A", hit="open")
    hit, waits = Hit.objects.get(), state in states.WAITING
    now = dt.datetime.now(dt.UTC)
    known = {"leg": leg, "list": "TEST", "score": 0.9, "state": state, "waiting": waits, "due": now, "since": now}
    Review.objects.create(hit=hit, **known)
    by = {who.id: f"hit:{hit.pk}"} if waits or state == states.CONFIRMED else {}
    assert kept([who.id], AS_OF) == by
    assert beyond_the_last_clock(by) == {}


def test_a_hit_that_redress_silenced_keeps_nobody() -> None:
    leg = flight("2026-05-01")
    who, now = person(leg, "A", hit="silent"), dt.datetime.now(dt.UTC)
    known = {"leg": leg, "list": "TEST", "score": 0.9, "state": states.OPEN, "due": now, "since": now}
    Review.objects.create(hit=Hit.objects.get(), waiting=False, **known)
    assert kept([who.id], AS_OF) == {}

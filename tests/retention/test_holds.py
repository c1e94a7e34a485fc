"""A hold takes two persons, a case and a day, and leaves entries, also where it is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.records import RefusedError, Visit
from gatehouse.retention import holds
from gatehouse.retention.errors import HoldError
from gatehouse.retention.kept import held
from gatehouse.retention.models import Hold
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from kept_people import law_of

pytestmark = pytest.mark.usefixtures("database")
ANALYST, OFFICER = Actor("account:1", Role.SENIOR_ANALYST), Actor("account:2", Role.DATA_PROTECTION_OFFICER)
TODAY = dt.datetime.now(dt.UTC).date()


def _visit(second: Actor | None = OFFICER, actor: Actor = ANALYST) -> Visit:
    return Visit(actor, "reasoned-request", reference="ORDER-5", second=second)


def _acts() -> list[str]:
    return [decoded(leaf).act for _, leaf in log.leaves(0, log.size())]


def test_two_persons_place_a_hold_and_one_ends_it() -> None:
    law_of()
    made = holds.place(_visit(), "case:17", [5, 5, 6], TODAY)
    assert (made.placed_by, made.second, made.reason) == ("account:1", "account:2", "ORDER-5")
    assert held([5, 6, 7], TODAY).keys() == {5, 6}
    ended = holds.release(_visit(None), made.id)
    assert (ended.ended_by, held([5], TODAY)) == ("account:1", {})
    assert _acts() == ["hold.placed", "hold.ended"]
    with pytest.raises(HoldError):
        holds.release(_visit(None), made.id)


@pytest.mark.parametrize(
    "visit",
    [
        _visit(None),
        _visit(Actor("account:1", Role.DATA_PROTECTION_OFFICER)),
        _visit(actor=Actor("account:3", Role.ANALYST)),
    ],
)
def test_who_may_not_places_nothing_and_the_refusal_is_an_entry(visit: Visit) -> None:
    law_of()
    with pytest.raises(RefusedError):
        holds.place(visit, "case:17", [5], TODAY)
    assert not Hold.objects.exists()
    assert log.size() == 1


@pytest.mark.parametrize(("travellers", "days"), [([], 1), (range(1, 10_002), 1), ([5], -1), ([5], 400)])
def test_a_hold_has_bounds(travellers: list[int], days: int) -> None:
    law_of()
    with pytest.raises(HoldError):
        holds.place(_visit(), "case:17", list(travellers), TODAY + dt.timedelta(days=days))


def test_holds_that_stand_come_first() -> None:
    law_of()
    first = holds.place(_visit(), "case:17", [5], TODAY)
    holds.release(_visit(None), first.id)
    second = holds.place(_visit(), "case:18", [5, 6], TODAY)
    assert [(hold.id, count) for hold, count in holds.listed()] == [(second.id, 2), (first.id, 1)]

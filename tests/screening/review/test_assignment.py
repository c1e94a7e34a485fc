"""Hits are given, taken and put back; many at once are given whole or not at all."""

from __future__ import annotations

import pytest

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import assignment, decisions, states
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import ReviewError, StaleError
from gatehouse.screening.review.models import Act, Review
from reviewing import ANALYST, NAME_ONLY, SENIOR, Screening, look, state_of, visitor


@pytest.fixture(autouse=True)
def two_hits(screening: Screening) -> None:
    screening.fly(screening.ann())
    screening.fly(screening.ann("P555", reference="U2"), flight="ZZ124")


def both() -> list:
    return [look(hit) for hit in Hit.objects.order_by("id").values_list("id", flat=True)]


def test_a_senior_analyst_gives_many_at_once() -> None:
    assignment.assign(SENIOR, both(), "account:1")
    assert list(Review.objects.values_list("state", "assignee")) == [(states.ASSIGNED, "account:1")] * 2
    assert {act.to for act in Act.objects.all()} == {"account:1"}


def test_where_one_has_moved_none_is_given() -> None:
    looks = both()
    decisions.decide(ANALYST, looks[1], Answer.NOT_SAME, NAME_ONLY)
    with pytest.raises(StaleError):
        assignment.assign(SENIOR, looks, "account:1")
    assert not Review.objects.exclude(assignee=None).exists()


def test_an_analyst_gives_nothing_away_and_takes_for_themselves() -> None:
    with pytest.raises(RefusedError):
        assignment.assign(ANALYST, both(), "account:9")
    assignment.take(ANALYST, both()[0])
    assert Review.objects.get(assignee="account:1").state == states.ASSIGNED


def test_who_only_oversees_takes_nothing() -> None:
    officer = Visit(Actor("account:8", Role.OVERSIGHT_READER), "oversight", "C-1")
    with pytest.raises(RefusedError):
        assignment.take(officer, both()[0])


def test_only_ones_own_are_put_back() -> None:
    (first, _) = both()
    assignment.take(ANALYST, first)
    with pytest.raises(ReviewError, match="not yours"):
        assignment.release(visitor(4), look(first.hit))
    assignment.release(ANALYST, look(first.hit))
    assert (state_of(first.hit), Review.objects.exclude(assignee=None).count()) == (states.OPEN, 0)


def test_what_is_decided_is_nobodys_work() -> None:
    (first, _) = both()
    assignment.take(ANALYST, first)
    decisions.decide(ANALYST, look(first.hit), Answer.NOT_SAME, NAME_ONLY)
    assert Review.objects.get(hit_id=first.hit).assignee is None


def test_too_many_and_none_are_refused() -> None:
    for looks in ([], both() * assignment.AT_ONCE_MAX):
        with pytest.raises(ReviewError, match="at once"):
            assignment.assign(SENIOR, looks, "account:1")

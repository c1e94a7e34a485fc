"""A decided hit comes back by two persons, for a reason and under a reference; the decision is never lost."""

from __future__ import annotations

import pytest

from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.review import decisions, reopening, states
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import AnswerError, ReviewError
from gatehouse.screening.review.models import Act, Memory
from reviewing import ANALYST, ASKING, NAME_ONLY, OTHER_SENIOR, SENIOR, Screening, look, state_of, visitor

WHY = Said("new-information", "the authority sent a picture")


@pytest.fixture(autouse=True)
def cleared(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)


def test_two_persons_reopen_and_every_act_stays() -> None:
    reopening.ask(ASKING, look(), WHY)
    assert state_of() == states.CLEARED_QUESTIONED
    reopening.agree(OTHER_SENIOR, look(), Said())
    assert state_of() == states.REOPENED
    assert [act.event for act in Act.objects.order_by("number")] == [
        states.CLEAR,
        states.QUESTION,
        states.AGREE_REOPENING,
    ]
    assert Memory.objects.get().ended_at is not None


def test_the_other_may_let_it_stand() -> None:
    reopening.ask(ASKING, look(), WHY)
    reopening.refuse(OTHER_SENIOR, look(), Said("", "seen that before"))
    assert (state_of(), Memory.objects.get().ended_at) == (states.CLEARED, None)


def test_the_data_protection_officer_may_be_the_other() -> None:
    """The officer looks at hits under the purpose of oversight and agrees to what was asked under that of screening."""
    reopening.ask(ASKING, look(), WHY)
    officer = Visit(Actor("account:8", Role.DATA_PROTECTION_OFFICER), "oversight", "C-1")
    reopening.agree(officer, look(), Said())
    assert state_of() == states.REOPENED


@pytest.mark.parametrize("visit", [ANALYST, SENIOR], ids=["an analyst", "without a reference"])
def test_who_may_not_ask_does_not(visit) -> None:
    with pytest.raises(RefusedError):
        reopening.ask(visit, look(), WHY)
    assert state_of() == states.CLEARED


@pytest.mark.parametrize("visit", [ASKING, ANALYST, visitor(1, Role.ANALYST, reference="C")])
def test_neither_oneself_nor_an_analyst_is_the_other(visit) -> None:
    reopening.ask(ASKING, look(), WHY)
    for act in (reopening.agree, reopening.refuse):
        with pytest.raises(RefusedError):
            act(visit, look(), Said())
    assert state_of() == states.CLEARED_QUESTIONED


def test_it_wants_a_reason_with_words_and_something_decided() -> None:
    with pytest.raises(AnswerError):
        reopening.ask(ASKING, look(), Said("new-information", ""))
    reopening.ask(ASKING, look(), WHY)
    with pytest.raises(ReviewError, match="cannot be done"):
        reopening.ask(ASKING, look(), WHY)

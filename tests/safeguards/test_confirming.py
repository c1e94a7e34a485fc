"""A confirmed match is made of two persons' decision, and of nothing else."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import pickle

import pytest

from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.safeguards.confirming import GROUNDS_MAX, confirm
from gatehouse.safeguards.decision import Actor, Allow
from gatehouse.safeguards.kernel import decide
from gatehouse.safeguards.policy import policy
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from law_questions import NOW, OTHER, favourable


def _allowed(act: Act = Act.DECIDE, kind: SubjectClass = SubjectClass.HIT, *, clears: bool = False) -> Allow:
    asked, context = favourable(Role.SENIOR_ANALYST, act, kind, PurposeClass.SCREENING)
    context = dataclasses.replace(context, clears=clears, second=Actor(OTHER, Role.SENIOR_ANALYST))
    answer = decide(policy(), asked, context)
    assert isinstance(answer, Allow)
    return answer


def test_two_persons_confirm_a_match() -> None:
    match = confirm(_allowed(), NOW, "same passport, same photograph")
    assert (match.hit, match.decided_by, match.second) == ("r-1", "p-1", OTHER)
    assert (match.rule, match.purpose, match.decided_at) == ("confirm-a-hit", "screening", NOW)
    assert match.provision
    with pytest.raises(dataclasses.FrozenInstanceError):
        match.hit = "r-2"


@pytest.mark.parametrize(
    "allowed",
    [
        _allowed(clears=True),
        _allowed(Act.VIEW),
        _allowed(Act.VIEW, SubjectClass.TRAVELLER),
        dataclasses.replace(_allowed(), second=None),
        dataclasses.replace(_allowed(), second="p-1"),
        dataclasses.replace(_allowed(), asked=dataclasses.replace(_allowed().asked, actor=Actor("m", Role.MACHINE))),
    ],
    ids=["one-person-dismissed", "another-act", "no-hit", "no-second", "second-is-first", "machine"],
)
def test_an_answer_to_another_question_confirms_nothing(allowed: Allow) -> None:
    with pytest.raises(ValueError, match=r"hit|person"):
        confirm(allowed, NOW, "grounds")


@pytest.mark.parametrize("not_allowed", [None, 0.99, "yes"])
def test_a_score_confirms_nothing(not_allowed: object) -> None:
    with pytest.raises(ValueError, match="no leave"):
        confirm(not_allowed, NOW, "grounds")


@pytest.mark.parametrize(
    ("at", "grounds"), [(dt.datetime(2026, 1, 1), "g"), (NOW, ""), (NOW, " "), (NOW, "g" * (GROUNDS_MAX + 1))]
)
def test_a_decision_has_its_time_and_grounds(at: dt.datetime, grounds: str) -> None:
    with pytest.raises(ValueError, match="grounds"):
        confirm(_allowed(), at, grounds)


def test_there_is_no_other_way_to_one() -> None:
    match = confirm(_allowed(), NOW, "grounds")
    for attempt in (
        ConfirmedMatch,
        lambda: dataclasses.replace(match, hit="r-2"),
        lambda: copy.copy(match),
        lambda: copy.deepcopy(match),
        lambda: pickle.dumps(match),
    ):
        with pytest.raises(TypeError):
            attempt()

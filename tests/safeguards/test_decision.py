"""Answers are matched by type, never by truth, and cannot be changed."""

from __future__ import annotations

import dataclasses

import pytest

from gatehouse.safeguards.decision import Actor, Allow, Asked, NeedsSecondPerson, Refuse, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass

ASKED = Asked(Actor("p-1", Role.ANALYST), Act.VIEW, Subject(SubjectClass.HIT, "h-1"), "screening")
ANSWERS = [
    Allow(ASKED, "rule", "reason", "provision"),
    Refuse(ASKED, "rule", "reason", "provision"),
    NeedsSecondPerson(ASKED, "rule", "reason", "provision", frozenset({Role.SENIOR_ANALYST})),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_an_answer_has_no_truth_and_does_not_change(answer: Allow | Refuse | NeedsSecondPerson) -> None:
    with pytest.raises(TypeError, match="matched by its type"):
        bool(answer)
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.reason = "other"


def test_the_answers_are_three_and_none_is_another() -> None:
    for answer in ANSWERS:
        assert [isinstance(answer, kind) for kind in (Allow, Refuse, NeedsSecondPerson)].count(True) == 1


@pytest.mark.parametrize("nobody", ["", " "])
def test_nobody_is_nobody(nobody: str) -> None:
    with pytest.raises(ValueError, match="identifier"):
        Actor(nobody, Role.ANALYST)

"""Conditions: each permits by a recorded fact or forbids by its absence, and what is unknown opens nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.safeguards.conditions import CONDITIONS
from gatehouse.safeguards.decision import Actor, Asked, Context, Subject
from gatehouse.safeguards.standing import Level
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from law_questions import BREAKS, NOW, PROFILE, TRIGGERS, favourable

QUESTION = favourable(Role.APPROVING_AUTHORITY, Act.UNMASK_APPROVE, SubjectClass.TRAVELLER_MASKED, PurposeClass.REQUEST)
OF_A_STATE = favourable(Role.STATE_FOCAL_POINT, Act.ANSWER, SubjectClass.ANSWER, PurposeClass.ASSESSMENT)
NOTHING_KNOWN = (
    Asked(Actor("p-1", Role.ANALYST), Act.VIEW, Subject(SubjectClass.HIT), "screening"),
    Context(PROFILE, NOW, Level.IN_FORCE),
)


def test_every_condition_is_tried_here() -> None:
    assert set(BREAKS) | set(TRIGGERS) == set(CONDITIONS)


@pytest.mark.parametrize("name", sorted(set(BREAKS) - {"clears-the-person"}))
def test_what_permits_holds_by_a_recorded_fact_and_not_without(name: str) -> None:
    question = OF_A_STATE if name == "own-state" else QUESTION
    assert CONDITIONS[name](*question)
    assert not CONDITIONS[name](*BREAKS[name](question))


@pytest.mark.parametrize("name", sorted(TRIGGERS))
def test_what_forbids_holds_when_the_fact_is_there_and_not_without(name: str) -> None:
    assert not CONDITIONS[name](*QUESTION)
    assert CONDITIONS[name](*TRIGGERS[name](QUESTION))


def test_what_is_not_known_permits_nothing() -> None:
    # A record that is assigned to no unit is everybody's work: that is known, and the one exception.
    assert [name for name in sorted(BREAKS) if CONDITIONS[name](*NOTHING_KNOWN)] == ["same-unit"]


def test_a_clock_that_is_wrong_stops_screening_and_criteria() -> None:
    asked, _ = NOTHING_KNOWN
    not_yet = Context(PROFILE, NOW - dt.timedelta(days=9999), Level.NOT_YET)
    assert CONDITIONS["screening-stopped"](asked, not_yet)
    assert CONDITIONS["criteria-stopped"](asked, not_yet)

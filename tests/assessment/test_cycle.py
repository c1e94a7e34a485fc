"""The cycle on one screen says what is done and what is open."""

from __future__ import annotations

import pytest

from gatehouse.assessment.cycle import STEPS, where
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.findings import assessments, store
from gatehouse.assessment.questions.answers import Place, give
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.given import given
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.terms.saying import Saying


@pytest.fixture
def place(altona: State, cycle: Cycle) -> Place:
    """Altona's survey."""
    return Place(altona, cycle, questionnaire_of("survey"))


def test_nothing_is_done_at_the_beginning(lead: Actor, place: Place) -> None:
    steps = where(lead, place)
    assert len(steps) == len(STEPS) == 8
    assert not [step for step in steps if step.is_done]
    assert str(steps[-1].name) == "adopted"


def test_steps_are_counted_as_they_are_taken(lead: Actor, focal: Actor, place: Place) -> None:
    give(focal, place, bank()["lists-kept"], given(bank()["lists-kept"], "fully"), 0)
    give(focal, place, bank()["lists-kept"], given(bank()["lists-kept"], "none"), 0)
    begun = assessments.begin(lead, place.state, place.cycle)
    store.find(lead, begun, "2396-13a", "Lists are kept.")
    steps = {str(step.name): step for step in where(lead, place)}
    assert steps["answered"].done == 1
    assert steps["agreed among the State's offices"].lacks == (
        Saying("%(question)s: two answers", question="lists-kept"),
    )
    assert (steps["found"].is_done, steps["rated by two"].done, steps["rated by two"].all) == (True, 0, 2)
    assert len(steps["gates"].lacks) == 3


def test_another_state_does_not_see_it(stranger: Actor, place: Place) -> None:
    with pytest.raises(NotAllowedError):
        where(stranger, place)

"""The shipped self-assessment, and where it is answered."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.states.models import Cycle, State


@pytest.fixture
def place(altona: State, cycle: Cycle) -> Place:
    """Altona's self-assessment in the open cycle."""
    return Place(altona, cycle, questionnaire_of("self-assessment"))


@pytest.fixture
def api_stage() -> Question:
    """A question with a stage for an answer."""
    return bank()["api-stage"]

"""An answer is one piece over its versions, and its marks go with it into the next cycle."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.confidentiality import marks
from gatehouse.assessment.questions import answers, offers, pieces
from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.states import store as states
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, KeptTo

SECRET = "Two posts at the northern crossing are not staffed at night."
BOTH = f"The law of 2024 is in force.\n\n{SECRET}"
TODAY = dt.datetime.now(dt.UTC).date()


def test_a_mark_stays_with_a_new_version_and_with_an_answer_carried_over(
    actor: Actor, focal: Actor, altona: State, cycle: Cycle
) -> None:
    before = states.move_cycle(
        actor, states.add_cycle(actor, "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)), "open"
    )
    question = bank()["strategy-adopted"]
    earlier = Place(altona, before, questionnaire_of("self-assessment"))
    answers.give(focal, earlier, question, Given("yes", BOTH), 0)
    marks.keep(focal, pieces.about_answer(altona, before, question.id), "security", SECRET, KeptTo.TEAM)
    later = earlier._replace(cycle=cycle)
    offers.carry_over(focal, later, question, TODAY)
    answers.give(focal, later, question, Given("partly", BOTH), 1)
    ref = pieces.about_answer(altona, cycle, question.id).ref
    assert list(marks.kept([ref])[ref].values()) == [KeptTo.TEAM]
    assert ("X-AL", question.id, cycle.pk) in pieces.uncountable()


def test_what_was_not_answered_is_not_kept(altona: State, cycle: Cycle) -> None:
    with pytest.raises(AnswerError, match="not answered"):
        pieces.about_answer(altona, cycle, "strategy-adopted")

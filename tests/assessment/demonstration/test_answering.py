"""A State of the story answers a part of what it is asked, and carries over what still holds."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.demonstration.answering import CARRIED_MAX, answer
from gatehouse.assessment.demonstration.region import Told
from gatehouse.assessment.questions.answers import answers_of
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.states import store
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor


def test_two_cycles_are_answered_in_part(actor: Actor, altona: State, cycle: Cycle) -> None:
    told = Told(altona, 1, 1, "its story")
    before = store.add_cycle(actor, "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    before = store.move_cycle(actor, before, "open")
    asked = len(list(questionnaire_of("self-assessment").questions()))
    for of in (before, cycle):
        assert 0 < answer(told, of) == len(answers_of(altona, of)) < asked
    origins = [one.origin for one in answers_of(altona, cycle).values()]
    assert origins.count("carried") == CARRIED_MAX

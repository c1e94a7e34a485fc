"""Questionnaires in the story: answered in part, as life is; what still holds is carried over into the next cycle."""

from __future__ import annotations

import random

from gatehouse.assessment.demonstration.cast import focal
from gatehouse.assessment.demonstration.region import Told
from gatehouse.assessment.findings.assessments import today
from gatehouse.assessment.questions import answers, offers
from gatehouse.assessment.questions.answers import Origin, Place
from gatehouse.assessment.questions.given import given
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.states.models import Cycle

ANSWERED = (0.55, 0.75, 0.9)
"""What share a State answers, by where it begins."""
CARRIED_MAX = 3
REMARKS = ("", "", "", "A decree is being drafted.", "The figures are of the border service.")


def answer(told: Told, cycle: Cycle) -> int:
    """Answer the self-assessment of a State for a cycle, in part; how many answers stand. The same for every seed."""
    chance = random.Random(f"{told.state.code} {cycle.begins}")  # noqa: S311  (a story wants a seed, not a secret)
    place = Place(told.state, cycle, questionnaire_of("self-assessment"))
    speaks = focal(told.state.code)
    asked = [one for one in place.questionnaire.questions() if one.is_coded and not one.conditions]
    offered = offers.offers_for(place, today())
    carried = [one for one in asked if one.id in offered][:CARRIED_MAX]
    for question in carried:
        offers.carry_over(speaks, place, question, today())
    given_now = [one for one in asked if one not in carried and chance.random() < ANSWERED[told.begins_at]]
    for question in given_now:
        said = given(question, _code(question, told.begins_at, chance), chance.choice(REMARKS))
        answers.give(speaks, place, question, said, 0, Origin.TYPED)
    return len(carried) + len(given_now)


def _code(question: Question, begins_at: int, chance: random.Random) -> str:
    """An option about as far along as the State is."""
    codes = list(question.options)
    if chance.random() < 0.3:
        return chance.choice(codes)
    return codes[min(len(codes) - 1, (2 - begins_at) * len(codes) // 3)]

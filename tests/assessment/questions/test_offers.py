"""Last cycle's answers are offered with their age, and confirmed only where the question is the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.questions.answers import Place, answers_of, give
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.offers import age_of, carry_over, offers_for, open_offers
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.states import store as states
from gatehouse.safeguards.decision import Actor


@pytest.fixture
def earlier(actor: Actor, place: Place) -> Place:
    """The same State and questionnaire, a cycle before."""
    before = states.add_cycle(actor, "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    return place._replace(cycle=states.move_cycle(actor, before, "open"))


def in_days(days: int) -> dt.date:
    """That many days from now."""
    return dt.datetime.now(dt.UTC).date() + dt.timedelta(days=days)


def test_an_answer_is_offered_until_the_question_is_answered(
    focal: Actor, place: Place, earlier: Place, api_stage: Question
) -> None:
    assert offers_for(place, in_days(0)) == {}
    give(focal, earlier, api_stage, Given("building", "tender"), 0)
    offer = offers_for(place, in_days(400))["api-stage"]
    assert (offer.standing.given.value, offer.cycle, offer.age_days, offer.asked_alike) == (
        "building",
        "2024",
        400,
        True,
    )
    carried = carry_over(focal, place, api_stage, in_days(0))
    assert (carried.given, carried.origin) == (Given("building", "tender"), "carried")
    assert offers_for(place, in_days(0)) == {}


def test_an_answer_to_another_wording_is_shown_and_not_carried_over(
    focal: Actor, place: Place, earlier: Place, api_stage: Question
) -> None:
    give(focal, earlier, replace(api_stage, en="Something else?"), Given("building"), 0)
    assert not offers_for(place, in_days(0))["api-stage"].asked_alike
    with pytest.raises(AnswerError, match="answer it anew"):
        carry_over(focal, place, api_stage, in_days(0))


def test_nothing_is_offered_where_nothing_was_said(focal: Actor, place: Place, api_stage: Question) -> None:
    with pytest.raises(AnswerError):
        carry_over(focal, place, api_stage, in_days(0))
    assert age_of(place.state, place.cycle, in_days(3)) is None
    give(focal, place, api_stage, Given("building"), 0)
    assert age_of(place.state, place.cycle, in_days(3)) == 3
    assert len(answers_of(place.state, place.cycle)) == 1


def test_a_strangers_state_is_offered_nothing(place: Place, earlier: Place, stranger: Actor) -> None:
    del earlier  # there has to be a cycle before
    with pytest.raises(NotAllowedError):
        open_offers(stranger, place, in_days(0))

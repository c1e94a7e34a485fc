"""Coded answers of all States, the newest version of each, at once."""

from __future__ import annotations

import pytest

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.questions.answers import Place, give
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.coded_answers import coded_answers, open_coded_answers
from gatehouse.assessment.questions.given import given
from gatehouse.assessment.questions.question import Question
from gatehouse.safeguards.decision import Actor


def test_the_newest_code_of_each_state_and_no_words(focal: Actor, place: Place, api_stage: Question) -> None:
    for seen, code in enumerate(("planned", "building")):
        give(focal, place, api_stage, given(api_stage, code), seen)
    give(focal, place, bank()["help-needed"], given(bank()["help-needed"], "words"), 0)
    assert coded_answers([place.cycle]) == {"api-stage": {f"X-AL/{place.cycle.pk}": "building"}}
    assert coded_answers([]) == {}


def test_only_those_who_assess_have_it(place: Place, lead: Actor, focal: Actor) -> None:
    assert open_coded_answers(lead, [place.cycle]) == {}
    with pytest.raises(NotAllowedError):
        open_coded_answers(focal, [place.cycle])

"""A section given to an office is answered by it, and by those who see to all."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions.answers import Place, give
from gatehouse.assessment.questions.delegation import delegate, units_of
from gatehouse.assessment.questions.errors import NotYoursError, QuestionnaireError
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.question import Question
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

BORDER = Actor("account:5", Role.STATE_FOCAL_POINT, "border service", "X-AL")


def test_an_office_answers_its_own_sections_only(focal: Actor, place: Place, api_stage: Question) -> None:
    with pytest.raises(NotYoursError, match="not your office's"):
        give(BORDER, place, api_stage, Given("planned"), 0)
    delegate(focal, place.state, place.cycle, (place.questionnaire, "travel-data"), "border service")
    assert give(BORDER, place, api_stage, Given("planned"), 0).version == 1
    assert give(focal, place, api_stage, Given("building"), 1).version == 2


def test_a_section_is_taken_back(focal: Actor, place: Place, api_stage: Question) -> None:
    for unit in ("border service", ""):
        delegate(focal, place.state, place.cycle, (place.questionnaire, "travel-data"), unit)
    assert units_of(place.state, place.cycle, place.questionnaire) == {}
    with pytest.raises(NotYoursError):
        give(BORDER, place, api_stage, Given("planned"), 0)


def test_there_has_to_be_such_a_section(focal: Actor, place: Place) -> None:
    for section, unit in (("no-such", "x"), ("borders", "x" * 81)):
        with pytest.raises(QuestionnaireError):
            delegate(focal, place.state, place.cycle, (place.questionnaire, section), unit)

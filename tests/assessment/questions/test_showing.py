"""Questions open as others are answered, and progress counts what is shown."""

from __future__ import annotations

from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.questions.showing import is_shown, progress, shown_questions


def test_an_answer_opens_the_questions_that_follow() -> None:
    asked = bank()
    assert not is_shown(asked["api-stage"], {}, asked)
    assert is_shown(asked["api-stage"], {"api-required": "fully"}, asked)
    assert not is_shown(asked["api-stage"], {"api-required": "none"}, asked)


def test_an_answer_to_a_hidden_question_opens_nothing() -> None:
    asked = bank()
    values = {"api-required": "none", "api-stage": "operating"}
    assert not is_shown(asked["api-coverage"], values, asked)
    assert is_shown(asked["api-coverage"], values | {"api-required": "fully"}, asked)


def test_progress_grows_with_answers_and_with_what_they_open() -> None:
    survey = questionnaire_of("survey")
    first = progress(survey, {}, bank())[""]
    more = progress(survey, {"api-required": "fully"}, bank())[""]
    assert (first.answered, more.answered, more.shown) == (0, 1, first.shown + 1)
    every = {question.id: "fully" for question in survey.questions()}
    assert progress(survey, every, bank())["survey"].percent == 100
    assert progress(survey, dict(list(every.items())[:-1]), bank())[""].percent < 100


def test_a_section_shows_its_questions_in_order() -> None:
    section = questionnaire_of("overview").sections[0]
    assert [each.id for each in shown_questions(section, {}, bank())][:2] == ["strategy-adopted", "conventions-joined"]

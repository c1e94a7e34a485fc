"""Questionnaires are read strictly, and a version never changes."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions import questionnaire as module
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.assessment.questions.questionnaire import digest, questionnaire_of, questionnaires, read_questionnaire

GOOD = """
code = "tiny"
version = 1
kind = "survey"
title = { en = "Tiny", zh = "小" }
introduction = { en = "", zh = "" }
[[section]]
code = "one"
title = { en = "One", zh = "一" }
office = { en = "x", zh = "x" }
questions = ["api-required", "api-stage"]
"""


def test_three_are_shipped_and_the_long_one_asks_everything() -> None:
    assert {each.kind for each in questionnaires().values()} == {"survey", "overview", "self-assessment"}
    assert {question.id for question in questionnaire_of("self-assessment").questions()} == set(bank())
    assert sum(1 for _ in questionnaire_of("survey").questions()) < 20


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"tiny"', '"Tiny one"'),
        ("version = 1", 'version = "1"'),
        ('"survey"', '"poll"'),
        ('"api-stage"', '"api-required"'),
        ('"api-stage"', '"no-such"'),
        ('zh = "小"', 'fr = "x"'),
        ("office", "bureau"),
        ("[[section]]", "[[part]]"),
        ("[[section]]", "[[section"),
    ],
)
def test_what_is_wrong_is_refused(right: str, wrong: str) -> None:
    assert read_questionnaire(GOOD, bank()).name == "tiny/1"
    with pytest.raises(QuestionnaireError):
        read_questionnaire(GOOD.replace(right, wrong, 1), bank())


def test_a_changed_questionnaire_needs_a_new_version(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = questionnaires()
    changed = {each.name: digest(each) for each in shipped.values()} | {"survey/1": "0" * 16}
    monkeypatch.setattr(module, "_locked", lambda: changed)
    questionnaires.cache_clear()
    try:
        with pytest.raises(QuestionnaireError, match="raise its version"):
            questionnaires()
    finally:
        questionnaires.cache_clear()


def test_sections_are_found_by_question() -> None:
    long = questionnaire_of("self-assessment")
    assert long.section_of("api-stage").code == "travel-data"
    assert long.section_of("api-stage").title.in_("zh") == "旅客数据"
    with pytest.raises(QuestionnaireError, match="does not ask"):
        questionnaire_of("survey").section_of("help-needed")
    with pytest.raises(QuestionnaireError, match="there are"):
        questionnaire_of("poll")

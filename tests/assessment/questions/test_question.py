"""What an answer to a question means is in its fingerprint."""

from __future__ import annotations

from dataclasses import replace

from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.question import Question


def test_the_fingerprint_changes_with_meaning_only(api_stage: Question) -> None:
    assert replace(api_stage, guidance_en="other", obligations=("R999",)).fingerprint == api_stage.fingerprint
    assert replace(api_stage, en="Another question?").fingerprint != api_stage.fingerprint


def test_kinds_bring_their_options_and_units(api_stage: Question) -> None:
    assert next(iter(api_stage.options)) == "none"
    assert bank()["api-coverage"].unit.most == 100
    assert (bank()["help-needed"].options, bank()["help-needed"].unit) == ({}, None)


def test_a_question_is_asked_in_both_languages(api_stage: Question) -> None:
    assert "capability" in api_stage.text_in("en")
    assert "能力" in api_stage.text_in("zh-hans")
    assert api_stage.guidance_in("zh") != api_stage.guidance_in("en")

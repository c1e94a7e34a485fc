"""An answer fits its question, in one form, or is refused without being repeated."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.given import given, shown
from gatehouse.measures.live_number import live_number

FILE = {"sha256": "a" * 64, "name": "law.pdf"}
GOOD = [
    ("api-stage", " building ", "building", "being built"),
    ("api-coverage", "97.50", {"value": "97.5", "unit": "percent"}, "97.5 percent"),
    ("api-coverage", 100, {"value": "100", "unit": "percent"}, "100 percent"),
    ("prosecutions", {"value": 0, "year": "2025"}, {"value": "0", "unit": "persons", "year": 2025}, "0 persons (2025)"),
    ("strategy-revised", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("strategy-revised", dt.datetime(2024, 2, 29, 12), "2024-02-29", "2024-02-29"),
    ("help-needed", " =1+1 \r\nmore", "=1+1 \nmore", "=1+1 \nmore"),
    ("offences-statute", FILE, FILE, "law.pdf (aaaaaaaaaaaa)"),
]  # fmt: skip
BAD = [
    ("api-stage", "finished"), ("api-stage", 1), ("api-stage", None), ("api-coverage", "about 50"),
    ("api-coverage", 101), ("api-coverage", -1), ("api-coverage", True), ("api-coverage", float("nan")),
    ("api-coverage", "1e2"), ("api-coverage", "٥"), ("api-coverage", {"value": 5, "unit": "days"}),
    ("api-coverage", {"value": 5, "year": 1890}), ("api-coverage", "9" * 30), ("strategy-revised", "2024-02-30"),
    ("strategy-revised", "2024-02-29 or so"), ("strategy-revised", "0001-01-01"), ("help-needed", ""),
    ("help-needed", "\x00"), ("help-needed", "x" * 20_001), ("help-needed", 5), ("offences-statute", "law.pdf"),
    ("offences-statute", {"sha256": "A" * 64, "name": "x"}), ("offences-statute", {"sha256": "a" * 64, "name": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "value", "canonical", "words"), GOOD)
def test_what_fits_has_one_form(question: str, value: object, canonical: object, words: str) -> None:
    asked = bank()[question]
    said = given(asked, value)
    assert said.value == canonical
    assert shown(asked, said.value) == words
    assert given(asked, said.value).value == canonical


@pytest.mark.parametrize(("question", "value"), BAD)
def test_what_does_not_fit_is_refused(question: str, value: object) -> None:
    with pytest.raises(AnswerError):
        given(bank()[question], value)


def test_the_refusal_repeats_nothing() -> None:
    with pytest.raises(AnswerError) as refusal:
        given(bank()["api-stage"], "Ahmed Khan")
    assert "Khan" not in str(refusal.value)


def test_words_are_in_the_language_of_the_reader() -> None:
    assert shown(bank()["api-stage"], "building", "zh") == "建设中"
    assert shown(bank()["api-lead"], {"value": "45", "unit": "minutes"}, "zh") == "45 分钟"


def test_remarks_and_numbers_are_bounded() -> None:
    number = live_number("api-coverage", 98.5, dt.date(2026, 5, 1), "screening", 100)
    assert given(bank()["api-stage"], "building", " why ", (number,)).remarks == "why"
    for remarks, cited in (("x" * 20_001, ()), ("", (number,) * 11)):
        with pytest.raises(AnswerError):
            given(bank()["api-stage"], "building", remarks, cited)


@examples(st.text(), st.sampled_from(sorted(bank())))
def test_whatever_is_typed_is_taken_whole_or_refused(text: str, question: str) -> None:
    try:
        said = given(bank()[question], text, text[:100])
    except AnswerError:
        return
    assert "\x00" not in said.remarks + str(said.value)
    assert given(bank()[question], said.value, said.remarks).said() == said.said()

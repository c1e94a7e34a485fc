"""Answers with reasons from a closed list."""

from __future__ import annotations

import pytest

from gatehouse.screening.review.answers import TEXT_MAX, Answer, checked, reasons, reasons_for
from gatehouse.screening.review.errors import AnswerError


def test_every_answer_has_reasons_and_one_of_them_is_open() -> None:
    assert {answer for answer, _ in reasons()} == set(Answer)
    for answer in (Answer.NOT_SAME, Answer.SAME, Answer.CANNOT_TELL):
        assert [one.wants_text for one in reasons_for(answer) if one.code == "other"] == [True]


def test_a_reason_with_its_words_is_taken() -> None:
    assert checked(Answer.NOT_SAME, "birth-date", "").says
    assert checked(Answer.SAME, "picture", "the same scar").code == "picture"


@pytest.mark.parametrize(
    ("answer", "code", "text", "told"),
    [
        (Answer.SAME, "birth-date", "", "choose one of"),
        (Answer.NOT_SAME, "other", "  ", "needs words"),
        (Answer.NOT_SAME, "birth-date", "x" * (TEXT_MAX + 1), "shorten"),
        (Answer.NOT_SAME, "birth-date", "a\x00b", "NUL"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(answer: Answer, code: str, text: str, told: str) -> None:
    with pytest.raises(AnswerError, match=told):
        checked(answer, code, text)

"""The bank is read strictly, and asks about every demand of the texts that a State can speak to."""

from __future__ import annotations

import pytest

from gatehouse.assessment.questions.bank import COLUMNS, bank, read_bank
from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.assessment.questions.scale import rows_of

GOOD = dict.fromkeys(COLUMNS, "") | {
    "id": "one-question", "answer": "scale yes-no-partly", "obligations": "R001", "cites": "2396/4", "en": "?",
    "zh": "?",
}  # fmt: skip
BAD = {
    "no id": {"id": ""},
    "an id in capitals": {"id": "One"},
    "an unknown kind": {"answer": "stars"},
    "an unknown scale": {"answer": "scale stars"},
    "an unknown unit": {"answer": "number furlongs"},
    "a scale for words": {"answer": "text yes-no-partly"},
    "no obligation": {"obligations": ""},
    "no code for an obligation": {"obligations": "paragraph 11"},
    "no source": {"cites": ""},
    "no Chinese": {"zh": " "},
    "an endless text": {"en": "x" * 601},
    "a condition on what is not there": {"shown_if": "other=yes"},
    "a condition on itself": {"shown_if": "one-question=yes"},
}


@pytest.mark.parametrize("fault", BAD)
def test_a_question_that_is_not_whole_is_refused_with_its_place(fault: str) -> None:
    assert read_bank([GOOD])
    with pytest.raises(QuestionnaireError, match="question 2"):
        read_bank([GOOD | {"id": "another"}, GOOD | BAD[fault]])


def test_a_condition_names_an_answer_that_can_be_given() -> None:
    follows = GOOD | {"id": "another", "shown_if": "one-question=maybe"}
    with pytest.raises(QuestionnaireError, match="cannot have"):
        read_bank([GOOD, follows])
    assert read_bank([GOOD, follows | {"shown_if": "one-question=yes,partly"}])


def test_a_question_twice_or_with_other_columns_is_refused() -> None:
    for rows in ([GOOD, GOOD], [{"id": "x"}]):
        with pytest.raises(QuestionnaireError):
            read_bank(rows)


def test_the_shipped_bank_is_whole() -> None:
    assert len(bank()) == len(rows_of("bank.csv")) == 64
    assert all(question.guidance_en and question.guidance_zh for question in bank().values())

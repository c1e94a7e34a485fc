"""The bank is read strictly, and asks about every demand of the texts that a State can speak to."""

from __future__ import annotations

import re

import pytest

from gatehouse.assessment.obligations.catalogue import Placing, catalogue, obligation
from gatehouse.assessment.questions.bank import COLUMNS, asking, bank, read_bank
from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.assessment.questions.scale import rows_of

GOOD = dict.fromkeys(COLUMNS, "") | {
    "id": "one-question", "answer": "scale yes-no-partly", "obligations": "2396-PP4", "cites": "2396-draft/4",
    "en": "?", "zh": "?",
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
    "a source that is no paragraph": {"cites": "2396/4"},
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


def test_every_link_and_every_source_stands_in_the_catalogue() -> None:
    placed = {placing for each in catalogue().obligations for placing in each.placings}
    for question in bank().values():
        for code in question.obligations:
            obligation(code)
        cited = {Placing(*cite.split("/")) for cite in question.cites}
        own = {placing for code in question.obligations for placing in obligation(code).placings}
        assert cited <= placed, question.id
        assert cited & own, question.id


def test_every_demand_of_the_first_tier_on_which_a_state_can_speak_is_asked() -> None:
    of_states = re.compile(r"States|All|Central authorities")
    wanted = [
        each.code
        for each in catalogue().obligations
        if each.tier == "M" and of_states.search("; ".join(each.addressees))
    ]
    assert len(wanted) > 60
    assert [code for code in wanted if code not in asking()] == []


def test_the_shipped_bank_is_whole() -> None:
    assert len(bank()) == len(rows_of("bank.csv")) == 64
    assert all(question.guidance_en and question.guidance_zh for question in bank().values())

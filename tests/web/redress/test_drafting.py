"""The forms of the desk: numbers of hits are numbers, and no letter may say that something was erased."""

from __future__ import annotations

import pytest

from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.web.redress.drafting import OUTCOMES, AnswerForm, CorrectForm


def test_hits_are_read_as_numbers() -> None:
    form = AnswerForm({"outcome": "cleared", "reason": "x", "hits": "12, 7 9"})
    assert form.is_valid()
    assert form.said()["hits"] == [12, 7, 9]


@pytest.mark.parametrize("hits", ["x", "1;2", "9" * 40, "1 " * 200])
def test_what_is_no_list_of_hits_is_refused(hits: str) -> None:
    assert "hits" in AnswerForm({"outcome": "cleared", "hits": hits}).errors


def test_every_outcome_is_an_answer_of_the_desk() -> None:
    assert set(OUTCOMES) == set(Outcome)


def test_only_known_fields_are_corrected() -> None:
    assert "field" in CorrectForm({"traveller": 1, "field": "state", "value": "x"}).errors

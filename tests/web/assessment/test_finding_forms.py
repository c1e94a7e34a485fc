"""Forms of findings: rows of a roadmap follow what is filled, and a reply is words or an end."""

from __future__ import annotations

import datetime as dt

from django.utils.datastructures import MultiValueDict

from gatehouse.assessment.findings.roadmap import STEPS_MAX, Step
from gatehouse.web.assessment.finding_forms import ROWS_MORE, ReplyForm, StageForm


def test_rows_follow_the_last_one_filled() -> None:
    assert StageForm().rows == ROWS_MORE
    assert StageForm(initial={"what_4": "x"}).rows == 5 + ROWS_MORE
    assert StageForm(initial={f"what_{STEPS_MAX - 1}": "x"}).rows == STEPS_MAX
    sent = {"stage": ["building"], "by_1": ["2027-01-02"], "what_1": ["a tender"]}
    form = StageForm(MultiValueDict(sent))
    assert form.is_valid(), form.errors
    assert form.roadmap().steps == (Step("a tender", dt.date(2027, 1, 2)),)


def test_a_reply_is_words_or_an_end() -> None:
    assert not ReplyForm([], MultiValueDict({})).is_valid()
    assert ReplyForm([], MultiValueDict({"ends": ["on"]})).is_valid()
    assert ReplyForm([("1", "1: 2396-2")], MultiValueDict({"text": ["x"], "finding": ["1"]})).is_valid()

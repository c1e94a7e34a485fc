# ruff: noqa: E501  (sentences of resolutions are long)
"""Footnotes leave the text in every form in which they come, and their marks keep their place."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE, Footnote
from gatehouse.assessment.obligations.texts.reading import read_string

HEAD = "The General Assembly,\n\nRecalling its earlier work,\n\n"
TAIL = "\n\n2. Decides to meet again.\n"
TEXT = "Takes note of the report of the Secretary-General, and welcomes its conclusions;"
CASES = {
    "raised": "1. Takes note of the report of the Secretary-General,<sup>1</sup> and welcomes its conclusions;\n\n---\n\n"
    "<sup>1</sup> A/68/841.",
    "superscript": "1. Takes note of the report of the Secretary-General,¹ and welcomes its conclusions;\n_____\n¹ A/68/841.",
    "alone-on-its-line": "1. Takes note of the report of the Secretary-General,\n1\n and welcomes its conclusions;\n\n"
    "_______________\n1\n A/68/841.",
    "clinging": "1. Takes note of the report of the Secretary-General,1 and welcomes its conclusions;\n__________\n1 A/68/841.",
    "in-the-midst": "1. Takes note of the report of the Secretary-General,1 and welcomes\n__________\n1 A/68/841.\n14-55555 2/3\n"
    "its conclusions;",
    "without-a-rule": "1. Takes note of the report of the Secretary-General,1 and welcomes its conclusions;\n\n1 A/68/841.",
}


@pytest.mark.parametrize("form", CASES)
def test_a_footnote_leaves_the_text(form: str) -> None:
    text = read_string(HEAD + CASES[form] + TAIL)
    first, second = text.of_kind(OPERATIVE)
    assert first.text == TEXT
    assert first.footnotes == (Footnote(1, "A/68/841.", 50),)
    assert second.text == "Decides to meet again."
    assert not [f for f in text.findings if f.code.startswith("footnote")]


def test_a_chinese_footnote_in_the_midst_of_a_paragraph() -> None:
    text = read_string(
        "大会，\n\n回顾以往工作，\n\n 1. 注意到秘书长的报告，\n1\n 欢迎其中的结\n\n____________ \n1\n A/68/841。 \n 论和建议；\n\n 2. 决定再次开会。"
    )
    first = text.of_kind(OPERATIVE)[0]
    assert first.text == "注意到秘书长的报告，欢迎其中的结论和建议；"
    assert first.footnotes == (Footnote(1, "A/68/841。", 10),)


def test_a_bare_page_number_is_no_mark() -> None:
    text = read_string(HEAD + "1. Takes note of the report and\n7\nwelcomes it;" + TAIL)
    assert text.of_kind(OPERATIVE)[0].text == "Takes note of the report and welcomes it;"


def test_a_mark_without_a_body_and_a_body_without_a_mark_are_told() -> None:
    text = read_string(HEAD + "1. Takes note of the report;<sup>2</sup>\n\n_____\n<sup>3</sup> A/1." + TAIL)
    told = {(f.code, f.text.rpartition(" ")[2]) for f in text.findings if f.code.startswith("footnote")}
    assert told == {("footnote-body-missing", "2"), ("footnote-mark-missing", "3")}

"""Numbers of paragraphs: runs, gaps, parts that begin anew, numbers that are none."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.numbering import han_number
from gatehouse.assessment.obligations.texts.paragraph import OPERATIVE
from gatehouse.assessment.obligations.texts.reading import read_string

HEAD = "The General Assembly,\nRecalling its earlier work,\n"


def _numbers(body: str) -> list[int]:
    return [paragraph.number for paragraph in read_string(HEAD + body).of_kind(OPERATIVE)]


@pytest.mark.parametrize(
    ("text", "value"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十四", 34), ("无", -1)]
)
def test_chinese_numerals(text: str, value: int) -> None:
    assert han_number(text) == value


def test_a_wrapped_line_that_begins_with_a_number_is_no_paragraph() -> None:
    assert _numbers(
        "1. Recalls the report in document\n2. Requests of the year;\n2. Decides to meet;\n3. Urges all."
    ) == [1, 2, 3]


def test_a_gap_is_passed_over_and_told() -> None:
    text = read_string(HEAD + "1. Decides to meet;\n2. Urges all;\n4. Calls upon all;\n5. Decides to meet again.")
    assert [paragraph.number for paragraph in text.of_kind(OPERATIVE)] == [1, 2, 4, 5]
    assert "number-missing" in {finding.code for finding in text.findings}


def test_a_part_may_begin_anew() -> None:
    assert _numbers("I\n1. Decides to meet;\n2. Urges all;\n\nII\n1. Calls upon all;\n2. Requests the same.") == [
        1,
        2,
        1,
        2,
    ]


def test_a_text_that_lost_its_lines() -> None:
    assert _numbers("1. Decides to meet; 2. Urges all States to come by 2.30 p.m.; 3. Calls upon all.") == [1, 2, 3]


def test_paragraphs_without_numbers_are_counted_and_told() -> None:
    text = read_string(
        HEAD + "\nDecides to meet;\n\nUrges all States to come;\n\nDecides to remain seized of the matter."
    )
    assert [p.number for p in text.of_kind(OPERATIVE)] == [1, 2, 3]
    assert "number-not-stated" in {finding.code for finding in text.findings}


def test_chinese_numerals_number_paragraphs_where_nothing_else_does() -> None:
    text = read_string("大会，\n\n回顾以往工作，\n\n一、决定再次开会；\n\n二、促请各国参加。")
    assert [p.number for p in text.of_kind(OPERATIVE)] == [1, 2]

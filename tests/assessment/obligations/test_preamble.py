# ruff: noqa: E501  (sentences of resolutions are long)
"""Where one preambular paragraph ends and the next begins, also where the layout helps little."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.paragraph import PREAMBULAR
from gatehouse.assessment.obligations.texts.reading import read_string


def _preamble(text: str, end: str) -> list[str]:
    return [paragraph.text for paragraph in read_string(text + end).of_kind(PREAMBULAR)]


def test_english_paragraphs_begin_with_a_capital_participle() -> None:
    end = "\n1. Decides to meet."
    text = "The Security Council,\nRecalling a,\nand stressing that,\nrecalling b, nothing begins,\nGravely concerned by c,"
    assert _preamble(text, end) == [
        "Recalling a, and stressing that, recalling b, nothing begins,",
        "Gravely concerned by c,",
    ]


def test_an_unknown_participle_begins_one_where_the_layout_says_so() -> None:
    assert (
        len(_preamble("The Security Council,\n\nRecalling a,\n\nYodelling b,\n\nNoting c,", "\n\n1. Decides to meet."))
        == 3
    )


def test_a_page_end_behind_a_comma_parts_no_chinese_paragraph() -> None:
    text = "安全理事会，\n\n回顾第一件事，特别是其中的第二件事，\n\n第三件事也在其中，\n\n深信第四件事，"
    assert _preamble(text, "\n\n1. 决定再次开会。") == [
        "回顾第一件事，特别是其中的第二件事，第三件事也在其中，",
        "深信第四件事，",
    ]


def test_a_semicolon_may_end_one() -> None:
    assert len(_preamble("安全理事会，\n\n注意到甲；\n\n鼓励乙，", "\n\n1. 决定再次开会。")) == 2


def test_the_organ_may_share_its_line() -> None:
    assert _preamble("The Security Council, Recalling a, Noting b,", "\n1. Decides to meet.") == [
        "Recalling a,",
        "Noting b,",
    ]


def test_traditional_characters_are_read_alike() -> None:
    text = "安全理事會，\n\n重申決心，\n\n確認會員國的責任，\n\n注意到報告，"
    assert len(_preamble(text, "\n\n1. 決定繼續處理此案。")) == 3


@pytest.mark.parametrize(
    ("recalling", "acting", "decides"),
    [
        ("The Security Council,\n\nRecalling its work,\n\n", "Acting under Chapter VII of the Charter of the United Nations", "1. Decides that all States report."),
        ("安全理事会\n\n回顾以往工作,\n\n", "根据《联合国宪章》第七章采取行动", "1. 决定所有国家提出报告。"),
        ("安全理事會\n\n回顧以往工作,\n", "根據聯合國憲章》第七章採取行動", "1. 決定所有國家提出報告。"),
    ],
)  # fmt: skip
def test_the_last_paragraph_without_its_comma_is_no_heading(recalling: str, acting: str, decides: str) -> None:
    text = read_string(f"{recalling}{acting}\n\n{decides}\n")
    [before, last] = text.of_kind("preambular")
    [one] = text.of_kind("operative")
    assert (last.text, one.section, text.chapter_vii, one.force) == (acting, None, True, "binding")
    assert before.verb

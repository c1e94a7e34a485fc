# ruff: noqa: E501  (sentences of resolutions are long)
"""Title, symbol and status; a draft is never called adopted, and what shows nothing is unknown."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.reading import read_string

BODY = "\n\n{organ}\n\nRecalling its earlier work,\n\n1. Decides to meet again.\n"
COUNCIL, ASSEMBLY = "The Security Council,", "The General Assembly,"


@pytest.mark.parametrize(
    ("front", "organ", "title", "symbol", "status"),
    [
        ("S/RES/9001 (2031)\nResolution 9001 (2031)\nAdopted by the Security Council at its 9th meeting", COUNCIL,
         "Resolution 9001 (2031)", "S/RES/9001 (2031)", "adopted"),
        ("S/2031/77\nAlbania, Angola, Austria, Belize and Chile: draft resolution", COUNCIL, None, "S/2031/77", "draft"),
        ("United Nations A/99/L.7\nGeneral Assembly\nNinety-ninth session\nAgenda item 3\nDraft resolution submitted by the "
         "President\nSafety of river ports", ASSEMBLY, "Safety of river ports", "A/99/L.7", "draft"),
        ("Resolution adopted by the General Assembly on 1 May 2031\n99/12. Safety of\nriver ports", ASSEMBLY,
         "Safety of river ports", "A/RES/99/12", "adopted"),
        ("", COUNCIL, None, None, "unknown"),
    ],
)  # fmt: skip
def test_the_front(front: str, organ: str, title: str | None, symbol: str | None, status: str) -> None:
    text = read_string(front + BODY.format(organ=organ))
    assert (text.title, text.symbol, text.status) == (title, symbol, status)


def test_the_meeting_behind_the_text_says_adopted() -> None:
    text = read_string("大会，\n\n回顾以往工作，\n\n1. 决定再次开会。\n\n2031 年 5 月 1 日\n第 97 次全体会议\n")
    assert (text.organ, text.status) == ("GA", "adopted")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("联合国安理会第9001号决议\n\n安全理事会\n\n回顾以往工作,\n1. 决定再次开会。\n\n第9872次会议一致通过。\n", "联合国安理会第9001号决议"),
        ("RIVER PORTS\n\nThe Security Council\n\nRecalling its work,\n\n1. Decides to meet.\n\nAdopted unanimously at the 9th "
         "meeting.", "RIVER PORTS"),
        ("依照法律公布决议的中文文本。\n二零三一年七月三日发布。\n行政长官 某某人\n安全理事会,\n回顾以往工作,\n1. 决定再次开会。\n第98次会议通过\n", None),
    ],
)  # fmt: skip
def test_the_closing_line_says_adopted_and_a_sentence_before_is_no_title(text: str, title: str | None) -> None:
    read = read_string(text)
    assert (read.organ, read.status, read.title) == ("SC", "adopted", title)


def test_a_short_text_whose_meeting_stands_behind_it_has_its_paragraphs() -> None:
    text = read_string(
        "RIVER PORTS\n\n9 (2031) Resolution of 25 January 2031\n\nTherefore\n\n1. The Security Council requests its members "
        "to meet;\n\n2. The Security Council directs that they go on.\n\nAdopted at the 2nd meeting.\n"
    )
    assert (len(text.of_kind("operative")), text.status) == (2, "adopted")


def test_sponsors_are_no_title() -> None:
    text = read_string(
        "甲国、乙国、丙国、丁国、戊国和己国：决议草案\n\n安全理事会，\n\n回顾以往工作，\n\n1. 决定继续处理此案。\n"
    )
    assert (text.title, text.status) == (None, "draft")

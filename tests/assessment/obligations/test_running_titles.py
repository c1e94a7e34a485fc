"""A head that repeats the title over two lines, and a heading in a text that has lost its lines, are not the text's."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.line import lines_of
from gatehouse.assessment.obligations.texts.reading import read_string
from gatehouse.assessment.obligations.texts.running_titles import without_running_titles

PAGES = """\
          99/321.   Lanterns of the harbours and the lakes of the
                    northern provinces

     The General Assembly,
     Recalling its resolution 98/1, in which it asked that each harbour be lit,
{head}
     Noting that lanterns are wanting,
     1.   Requests the Secretary-General to count them;
     2.   Decides to come back to the matter.
"""
HEADS = {
    "right": "A/RES/99/321          Lanterns of the harbours and the lakes of the\n                 northern provinces",
    "left": "Lanterns of the harbours and the lakes of the          A/RES/99/321\n northern provinces",
    "below": "A/RES/99/321\nLanterns of the harbours and the lakes of the\nnorthern provinces",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_page_is_no_part_of_a_paragraph(head: str) -> None:
    read = read_string(PAGES.format(head=f"\f{head}\n\n"))
    assert [(one.kind, one.number) for one in read.paragraphs] == [
        ("preambular", 1),
        ("preambular", 2),
        ("operative", 1),
        ("operative", 2),
    ]
    assert read.paragraphs[0].text.endswith("each harbour be lit,")


def test_a_line_of_the_text_that_says_what_the_title_says_stays() -> None:
    lines = lines_of(PAGES.format(head="A/RES/99/321\nthe lakes of the\n"))
    assert "the lakes of the" in [line.text for line in without_running_titles(lines)]


def test_a_text_in_which_no_organ_speaks_keeps_its_lines() -> None:
    lines = lines_of("A/RES/99/321   Lanterns of the harbours\nLanterns of the harbours")
    assert without_running_titles(lines) == lines


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "The Security Council, Noting that lanterns are wanting, 1. Urges States to light them; "
            "Lanterns and Oil 2. Calls upon States to share oil; 3. Decides to remain seized of the matter.",
            "Lanterns and Oil",
        ),
        ("安全理事会，注意到灯火缺乏，1. 敦促各国点灯；灯与油 2. 促请各国分享灯油；3. 决定继续处理此案。", "灯与油"),
    ],
)
def test_a_heading_within_a_line_begins_a_section(text: str, heading: str) -> None:
    operative = [one for one in read_string(text).paragraphs if one.kind == "operative"]
    assert [one.number for one in operative] == [1, 2, 3]
    assert operative[0].text.endswith((";", "；"))
    assert operative[1].section == heading


def test_a_number_within_a_sentence_begins_nothing() -> None:
    text = (
        "The Security Council, Noting that lanterns are wanting, 1. Urges States to light them; and to burn oil class "
        "2. Calls upon nobody; 2. Decides to remain seized of the matter."
    )
    operative = [one for one in read_string(text).paragraphs if one.kind == "operative"]
    assert [one.number for one in operative] == [1, 2]
    assert operative[1].text == "Decides to remain seized of the matter."

"""Margins, bullets and lost breaks, before a text is cut up."""

from __future__ import annotations

from gatehouse.assessment.obligations.texts.levelling import levelled, with_lines_again, without_bullets
from gatehouse.assessment.obligations.texts.line import Line


def test_indents_are_counted_from_the_margin_of_their_page() -> None:
    lines = [Line(1, "a", 20), Line(2, "b", 15), Line(3, "c", 15), Line(4, "d", 22, page=True), Line(5, "e", 17)]
    assert [line.indent for line in levelled(lines)] == [5, 0, 0, 5, 0]


def test_what_is_set_deep_on_a_whole_page_is_no_margin() -> None:
    lines = [Line(number, "a", 2) for number in range(1, 9)] + [Line(9, "b", 30, page=True)]
    assert levelled(lines)[-1].indent == 28


def test_bullets_go_where_most_lines_have_one() -> None:
    assert [line.text for line in without_bullets([Line(1, "- 1. Decides;"), Line(2, "• Recalling")])] == [
        "1. Decides;",
        "Recalling",
    ]
    few = [Line(1, "1. Decides:"), Line(2, "- this"), Line(3, "2. Requests.")]
    assert without_bullets(few) == few


def test_an_organ_that_speaks_within_a_long_line_gets_a_line_of_its_own() -> None:
    front = "Resolution 9001 (2031) Adopted by the Security Council at its 9th meeting, on 4 May 2031 "
    said = "Recalling " + "its many words on lamps and bells, " * 8 + "1. Decides to meet. 9th meeting 4 May 2031"
    texts = [line.text for line in with_lines_again([Line(1, f"{front}The Security Council, {said}")], "en")]
    assert texts[0] == "Resolution 9001 (2031)"
    assert "The Security Council," in texts
    assert texts[-1] == "9th meeting 4 May 2031"
    short = [Line(1, "It asked the Security Council, Recalling nothing")]
    assert with_lines_again(short, "en") == short

"""Lines know their place, indent and width, and what stood before them."""

from __future__ import annotations

from gatehouse.assessment.obligations.texts.line import lines_of, width, without


def test_lines_without_blank_ones() -> None:
    first, second = lines_of("\n  一行 \n\nb")
    assert (first.number, first.text, first.indent, first.width) == (2, "一行", 2, 4)
    assert (second.number, second.apart, second.page) == (4, True, False)


def test_two_pages_may_meet_on_one_line() -> None:
    foot, head = lines_of("3/4\fS/RES/1")
    assert (foot.number, head.number, head.page) == (1, 1, True)
    assert foot.place != head.place


def test_what_is_taken_out_leaves_the_end_of_a_page() -> None:
    kept = without(lines_of("a\nb\nc"), {1}, ends_page=True)
    assert [(line.text, line.apart, line.page) for line in kept] == [("a", False, False), ("c", True, True)]


def test_a_han_character_is_two_columns_wide() -> None:
    assert width("a一，") == 5

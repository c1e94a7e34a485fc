"""Where a refusal stands in the text: by key, by the number of a case, by the item of a list, by a field's name."""

from __future__ import annotations

import pytest

from criterion_text import TEXT
from gatehouse.screening.criteria.file_lines import line_of, statements

LINES = TEXT.split("\n")


def _line(position: str, text: str = TEXT) -> str:
    number = line_of(text, position)
    assert number is not None
    return text.split("\n")[number - 1]


@pytest.mark.parametrize(
    ("position", "begins"),
    [
        ("criterion, title", "title ="),
        ("criterion, case 2, expect", "expect = false"),
        ("criterion, case 2", "[[case]]"),
        ("criterion, case 1, flights 1, legs 1, origin", "flights ="),
        ("criterion, condition, all 1, operator", "  { field"),
        ("field itinerary.origin", "  { field"),
        ("criterion, condition", "[condition]"),
        ("line 2", "identifier"),
    ],
)
def test_a_position_has_its_line(position: str, begins: str) -> None:
    assert _line(position).startswith(begins)


def test_what_is_missing_stands_at_its_table_or_nowhere() -> None:
    assert _line("criterion, case 3, flights") == "[[case]]"
    assert line_of(TEXT, "criterion, case 3, flights") > line_of(TEXT, "criterion, case 2")
    assert line_of(TEXT, "criterion, retired") is None
    assert line_of("", "criterion, title") is None
    assert line_of(TEXT, "byte 7") is None


def test_brackets_and_ends_of_lines_in_strings_end_nothing() -> None:
    text = 'a = "]{"\nb = """\n[[case]]\n"""\nc = [ # ]\n  1,\n]\nd = 4\n'
    assert [(one.key, one.first, one.last) for one in statements(text)] == [
        ("a", 1, 1),
        ("b", 2, 4),
        ("c", 5, 7),
        ("d", 8, 8),
    ]


def test_the_second_item_of_a_list_has_its_own_line() -> None:
    text = "[condition]\nall = [\n  { field = 1 },\n  { any = [\n    { field = 2 },\n  ] },\n  { field = 3 },\n]\n"
    assert _line("criterion, condition, all 3", text) == "  { field = 3 },"
    assert _line("criterion, condition, all 2, any 1", text) == "  { any = ["

"""Notes marked by stars, and lists whose items begin with one."""

from __future__ import annotations

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTES_MAX, footnote_mark
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.starred import without_starred


def _lines(*texts: str) -> list[Line]:
    return [Line(number, text, place=number - 1) for number, text in enumerate(texts, start=1)]


def test_a_note_is_taken_with_its_definitions_and_its_mark_is_kept() -> None:
    taken = without_starred(
        _lines("1. Names thieves* here;", "* For this only:", "Thief: one who takes.", "2. Decides.")
    )
    assert [line.text for line in taken.lines] == [
        f"1. Names thieves{footnote_mark(FOOTNOTES_MAX + 1)} here;",
        "2. Decides.",
    ]
    assert list(taken.bodies.values()) == ["For this only: Thief: one who takes."]


def test_an_item_with_a_star_is_no_note_where_no_star_clings_to_a_word() -> None:
    lines = _lines("1. Decides to:", "* light lamps;", "* count them;")
    assert without_starred(lines).lines == lines

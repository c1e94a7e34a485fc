"""A layout is told from the lines: language, width, and which signs tell anything."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.layout import language_of, layout_of
from gatehouse.assessment.obligations.texts.line import lines_of
from resolutions import CHINESE, ENGLISH, LAYOUTS


def test_the_language_is_that_of_most_letters() -> None:
    assert language_of("安全理事会 S/RES/2396 (2017) CTED UNODC") == "zh"
    assert language_of("The Security Council, recalling 安理会") == "en"


@pytest.mark.parametrize(
    ("layout", "wrapped", "blanks", "indents"),
    [
        ("plain", False, True, False),
        ("wrapped-apart", True, True, False),
        ("wrapped-indented", True, False, True),
        ("double-spaced-indented", True, False, True),
    ],
)
def test_what_tells(layout: str, wrapped: bool, blanks: bool, indents: bool) -> None:
    found = layout_of(lines_of(LAYOUTS[layout](CHINESE)))
    assert (found.wrapped, found.blanks_tell, found.indents_tell) == (wrapped, blanks, indents)


def test_english_is_wrapped_by_words() -> None:
    assert layout_of(lines_of(LAYOUTS["wrapped-apart"](ENGLISH))).full in range(60, 74)

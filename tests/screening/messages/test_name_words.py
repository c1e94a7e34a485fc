"""The table of words that are no names."""

from __future__ import annotations

from gatehouse.screening.messages.name_words import FILLERS, GLUED_TITLES, PLACEHOLDERS, TITLES


def test_every_title_says_when_it_is_cut() -> None:
    assert set(TITLES.values()) == {"always", "female", "never"}


def test_longer_titles_are_tried_first() -> None:
    assert GLUED_TITLES.index("MRS") < GLUED_TITLES.index("MR")
    assert set(GLUED_TITLES) <= set(TITLES)


def test_titles_that_end_names_are_never_cut_from_them() -> None:
    assert TITLES["MS"] == "female"
    assert TITLES["DR"] == "never"


def test_no_word_is_two_things() -> None:
    assert not set(TITLES) & (FILLERS | PLACEHOLDERS)
    assert not FILLERS & PLACEHOLDERS
    assert {"FNU", "LNU", "UNKNOWN"} <= FILLERS

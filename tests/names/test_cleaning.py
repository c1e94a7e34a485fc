"""Cleaning bounds every text and loses no readable one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.cleaning import MARKS_IN_A_ROW_MAX, NAME_CHARS_MAX, WORDS_MAX, clean, words_of

CUT = [
    ("plain", "Ilse Varga", ["Ilse", "Varga"]),
    ("apostrophe-joins", "O'Brannick", ["OBrannick"]),
    ("typographic-apostrophe-joins", "O’Brannick", ["OBrannick"]),
    ("hyphen-cuts", "Anne-Lise", ["Anne", "Lise"]),
    ("mrz-filler-cuts", "VARGA<<ILSE<ANNE", ["VARGA", "ILSE", "ANNE"]),
    ("comma-cuts", "VARGA, Ilse", ["VARGA", "Ilse"]),
    ("digits-cut", "Ilse2Varga", ["Ilse", "Varga"]),
    ("middle-dot-cuts", "伊尔莎·瓦尔加", ["伊尔莎", "瓦尔加"]),
    ("vowel-signs-stay", "रवि", ["रवि"]),
    ("nothing-to-read", "- / -", []),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*row[1:], id=row[0]) for row in CUT])
def test_words(text, words):
    assert words_of(clean(text)) == words


def test_asides_are_dropped_when_something_is_left():
    assert words_of(clean("Ilse Varga (baker)")) == ["Ilse", "Varga"]
    assert words_of(clean("(Ilse)")) == ["Ilse"]


def test_bidirectional_controls_vanish():
    assert clean("Il\u202ese \u2066Varga\u2069é") == "Ilse Vargaé"


def test_control_characters_cut():
    assert words_of(clean("Ilse\x00Vargá")) == ["Ilse", "Vargá"]


def test_a_bomb_of_marks_is_defused():
    cleaned = unicodedata.normalize("NFD", clean("e" + "\u0301" * 5000))
    assert sum(unicodedata.category(c) == "Mn" for c in cleaned) <= MARKS_IN_A_ROW_MAX


def test_compatibility_forms_are_composed():
    assert clean("ｉｌｓｅ ﬁ") == "ilse fi"


@given(st.text(max_size=2000))
def test_every_text_is_bounded(text):
    cleaned = clean(text)
    assert len(cleaned) <= NAME_CHARS_MAX
    words = words_of(cleaned)
    assert len(words) <= WORDS_MAX
    assert all(word.strip() for word in words)

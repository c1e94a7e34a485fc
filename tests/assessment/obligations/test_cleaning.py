"""Artefacts are repaired, words are not; a shadow is as long as its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE, cleaned, footnote_mark, footnote_number, shadow


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("of\u00adfice \ufb01nance\u200b", "office finance"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("⼀⽅", "一方"),
        ("*Recalling* its <i>resolution</i>", "Recalling its resolution"),
        ("see [A/70/826](#) and [S/PRST/2031/1](https://undocs.org/x)", "see A/70/826 and S/PRST/2031/1"),
        ("## 边界安全", "边界安全"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("\x00\x1b[31m", "[31m"),
    ],
)
def test_artefacts_are_repaired(given: str, clean: str) -> None:
    assert cleaned(given) == clean


@pytest.mark.parametrize("mark", ["<sup>12</sup>", "[^12]", "¹²", "<sup>[12]</sup>"])
def test_marks_of_footnotes_become_one_character(mark: str) -> None:
    found = FOOTNOTE.findall(cleaned(f"report,{mark} welcomes"))
    assert [footnote_number(char) for char in found] == [12]


def test_a_private_character_of_the_text_is_no_mark() -> None:
    assert cleaned(f"a{footnote_mark(3)}b") == "ab"


def test_a_shadow_halves_and_simplifies() -> None:
    assert shadow("１．決定（ａ）會員國") == "1.决定(a)会员国"


@given(st.text())
def test_a_shadow_is_as_long_as_its_text(text: str) -> None:
    assert len(shadow(text)) == len(text)

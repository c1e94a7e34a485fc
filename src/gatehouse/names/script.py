"""Which script a text is written in (ISO 15924), from the Unicode blocks listed in `scripts.csv`."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from importlib import resources

LATIN = "Latn"
UNVOCALISED = frozenset(("Arab", "Hebr", "Syrc", "Thaa", "Thai", "Laoo", "Tibt", "Ethi"))
"""Scripts whose vowels are unwritten, or are lost when the letters are turned to Latin one by one."""
BORROWING = frozenset({"Hani", "Hira", "Kana", "Hang"})
"""Scripts that write foreign names in syllables of their own, so that sounds shift (l for r, b for v)."""


@lru_cache(maxsize=1)
def _blocks() -> tuple[list[int], list[int], list[str]]:
    text = resources.files(__package__).joinpath("scripts.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return [int(r["first"], 16) for r in rows], [int(r["last"], 16) for r in rows], [r["code"] for r in rows]


@lru_cache(maxsize=16384)
def script_of_letter(letter: str) -> str | None:
    """ISO 15924 code of one letter; `None` for digits, punctuation, marks, symbols and blocks not listed."""
    if not letter.isalpha():
        return None
    firsts, lasts, codes = _blocks()
    # Blocks of the table do not overlap, so the last that begins before the letter is the only one to ask.
    place = bisect_right(firsts, ord(letter)) - 1
    return codes[place] if place >= 0 and ord(letter) <= lasts[place] else None


def scripts_of(text: str) -> Counter[str]:
    """How many letters of `text` belong to each script."""
    return Counter(code for code in map(script_of_letter, text) if code)


def script_of(text: str) -> str | None:
    """The script most letters of `text` belong to, `None` when it has no letter of a listed script."""
    if text.isascii():
        return LATIN if any(map(str.isalpha, text)) else None
    counted = scripts_of(text)
    return counted.most_common(1)[0][0] if counted else None

"""Han and Hangul names: one written word, no space, surname first.

A word of two to four syllables is read as surname and given name (`surnames.csv` holds the two-syllable surnames and
the Han characters read differently as a surname). Anything else, and each part of a name cut by a dot as foreign names
are, stays one word.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from anyascii import anyascii
from pypinyin import lazy_pinyin

FULL_NAME_SYLLABLES = range(2, 5)
"""Syllables of a written word that may be surname and given name together."""


@lru_cache(maxsize=1)
def _surnames() -> dict[str, str]:
    text = resources.files(__package__).joinpath("surnames.csv").read_text(encoding="utf-8")
    return {row["written"]: row["reading"] for row in csv.DictReader(text.splitlines())}


def _cut(word: str, alone: bool) -> tuple[str, ...]:
    if not alone or len(word) not in FULL_NAME_SYLLABLES:
        return (word,)
    surname_length = 2 if len(word) > 2 and word[:2] in _surnames() else 1
    # Four characters under a one-character surname are more often a foreign name in transcription.
    if len(word) == 4 and surname_length == 1:
        return (word,)
    return word[:surname_length], word[surname_length:]


def _pinyin(part: str, as_surname: bool) -> tuple[str, ...]:
    special = _surnames().get(part) if as_surname else None
    return tuple(special.split()) if special else tuple(lazy_pinyin(part, errors="ignore"))


def han_words(word: str, alone: bool) -> list[tuple[str, ...]]:
    """The pinyin syllables (no tones) of each part of a Han word, surname apart from given name."""
    parts = _cut(word, alone)
    read = [_pinyin(part, len(parts) > 1 and place == 0) for place, part in enumerate(parts)]
    # Pinyin of a dictionary has ü where keyboards have u; the A-to-Z alphabet of a passport has no ü either.
    return [tuple(s.replace("ü", "u").lower() for s in syllables) for syllables in read if syllables]


def hangul_words(word: str, alone: bool) -> list[tuple[str, ...]]:
    """The Latin syllables (Revised Romanization, letter by letter) of each part of a Hangul word."""
    return [tuple(anyascii(syllable).lower() for syllable in part) for part in _cut(word, alone)]

"""Hangul to Latin letters: Revised Romanization, and the spelling that most holders choose.

Revised Romanization (Ministry of Culture and Tourism Notice 2000-8) is taken syllable by syllable, as it asks for
personal names (clause 3-4). Holders rather write what McCune-Reischauer taught (o for eo, u for eu) and spell surnames
by custom; `korean_surnames.csv` has the usual spelling of each surname.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

FIRST, LAST = 0xAC00, 0xD7A3
_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_MEDIALS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
_RIEUL, _NIEUN, _SILENT = 5, 2, 11
_IOTATED = frozenset({2, 3, 6, 7, 12, 17, 20})
"""Medials before which an initial n or r falls silent: those beginning with y, and i."""


@lru_cache(maxsize=1)
def surnames() -> dict[str, str]:
    """Surname in Hangul → the spelling most of its bearers use."""
    text = resources.files(__package__).joinpath("korean_surnames.csv").read_text(encoding="utf-8")
    return {row["hangul"]: row["spelling"] for row in csv.DictReader(text.splitlines())}


def _letters(syllable: str) -> tuple[int, int, int] | None:
    number = ord(syllable) - FIRST
    return (number // 588, number % 588 // 28, number % 28) if FIRST <= ord(syllable) <= LAST else None


def revised(syllable: str) -> str:
    """One Hangul syllable by Revised Romanization; empty for what is no syllable."""
    letters = _letters(syllable)
    if letters is None:
        return ""
    return _INITIALS[letters[0]] + _MEDIALS[letters[1]] + _FINALS[letters[2]]


def plain(syllable: str) -> str:
    """One Hangul syllable by McCune-Reischauer without marks, as the North writes: o for eo, u for eu, oi for oe."""
    return revised(syllable).replace("eo", "o").replace("eu", "u").replace("oe", "oi")


def customary(syllable: str) -> str:
    """One Hangul syllable as most holders in the South spell it: as `plain`, but EUN, EUI and HEE for 은, 의 and 희."""
    spelt = revised(syllable)
    if spelt.startswith(("eu", "ui")):
        return spelt if spelt[0] == "e" else "e" + spelt
    return plain(syllable).replace("ui", "ee")


def at_the_beginning(syllable: str) -> str:
    """`syllable` as South Koreans say it at the beginning of a word: 리 → 이, 로 → 노, 녀 → 여."""
    letters = _letters(syllable)
    if letters is None or letters[0] not in (_RIEUL, _NIEUN):
        return syllable
    _, medial, final = letters
    said = _SILENT if medial in _IOTATED else _NIEUN
    return chr(FIRST + said * 588 + medial * 28 + final)

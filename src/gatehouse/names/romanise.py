"""One word of any script turned to Latin letters a–z, with the way it was done in words.

Libraries do the letters (anyascii for most scripts, pypinyin for Han); `romanise.csv` holds the few habits of names
that a letter-by-letter table misses, applied before or after. Latin marks are dropped as ICAO Doc 9303-3 §6.A does in
its single-letter column; its two-letter alternates (Ä→AE …) meet again in `sound.fold`.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from anyascii import anyascii

from gatehouse.names.east import han_words, hangul_words
from gatehouse.names.script import LATIN, script_of

_NOT_A_TO_Z = re.compile(r"[^a-z]")


class Romanised(NamedTuple):
    """A word in a–z. `syllables` are its written syllables where the script writes syllables; `how` is in words."""

    text: str
    script: str | None
    syllables: tuple[str, ...] = ()
    how: str = ""


@lru_cache(maxsize=1)
def _rules() -> dict[tuple[str, str], list[tuple[re.Pattern[str], str]]]:
    text = resources.files(__package__).joinpath("romanise.csv").read_text(encoding="utf-8")
    rules: dict[tuple[str, str], list[tuple[re.Pattern[str], str]]] = {}
    for row in csv.DictReader(text.splitlines()):
        pattern = (re.compile(row["pattern"]), row["replacement"])
        rules.setdefault((row["script"], row["stage"]), []).append(pattern)
    return rules


def _apply(script: str, stage: str, text: str) -> str:
    for pattern, replacement in _rules().get((script, stage), ()):
        text = pattern.sub(replacement, text)
    return text


def _by_letters(word: str, script: str) -> Romanised:
    # The two syllabaries write the same sounds, so one table of habits serves both.
    table = "Kana" if script == "Hira" else script
    letters = anyascii(_apply(table, "before", word.casefold())).lower()
    text = _NOT_A_TO_Z.sub("", _apply(table, "after", letters))
    return Romanised(text, script, (), "" if script == LATIN else f"{script} letters to Latin (anyascii)")


def romanise(word: str, alone: bool) -> tuple[Romanised, ...]:
    """The words in a–z that one written word stands for; empty when it has no letter that anybody can read.

    A word of Han or Hangul that is `alone` may be a whole name: then surname and given name come apart.
    """
    if word.isascii():
        text = _NOT_A_TO_Z.sub("", word.lower())
        return (Romanised(text, LATIN),) if text else ()
    if not any(map(str.isalpha, word)):
        return ()
    # The script of most letters: a word with one foreign look-alike in it is still read as what it pretends to be.
    script = script_of(word) or LATIN
    if script == "Hani":
        found = tuple(
            Romanised("".join(s), script, s, "Han by Mandarin pinyin (pypinyin)") for s in han_words(word, alone)
        )
    elif script == "Hang":
        parts = hangul_words(word, alone)
        found = tuple(
            Romanised(
                _NOT_A_TO_Z.sub("", _apply(script, "after", "".join(s))), script, s, "Hangul by Revised Romanization"
            )
            for s in parts
        )
    else:
        found = (_by_letters(word, script),)
    return tuple(item for item in found if item.text)

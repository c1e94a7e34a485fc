"""One word of any script turned to Latin letters a–z, with the way it was done in words.

Most letters are read by anyascii, Han by pypinyin, Kana, Hangul and the Indic scripts by tables of their own (`kana`,
`korean`, `indic`); `romanise.csv` holds the habits of names that a letter-by-letter table misses, applied before or
after, and the rules of a second reading. Latin marks are dropped as ICAO Doc 9303-3 §6.A does in
its single-letter column; its two-letter alternates (Ä→AE …) meet again in `sound.fold`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from importlib import resources

from anyascii import anyascii

from gatehouse.names.east import Romanised, han_words, hangul_words
from gatehouse.names.indic import INDIC, letters_of
from gatehouse.names.kana import hepburn
from gatehouse.names.script import LATIN, script_of

HOW = {
    LATIN: "",
    "Kana": "Kana by Hepburn",
    "Hira": "Kana by Hepburn",
    **{script: f"{script} letters to Latin by their Unicode names" for script in INDIC},
}
"""How a script was read, in words, where it was not by anyascii."""

UKRAINIAN = frozenset("іїєґў")
"""Letters by which Ukrainian and Belarusian words are told from Russian ones."""
TABLELESS_LETTERS_MAX = 8
"""Letters of a word that are read by their Unicode names."""

_NOT_A_TO_Z = re.compile(r"[^a-z]")


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


def _by_unicode_name(word: str) -> str:
    """What the Unicode names of letters end in, for letters that no table has: better than losing a name."""
    names = (unicodedata.name(char, "").rpartition(" ")[2] for char in word[:TABLELESS_LETTERS_MAX] if char.isalpha())
    return _NOT_A_TO_Z.sub("", "".join(names).lower())


def _by_letters(word: str, script: str) -> Romanised:
    # The two syllabaries write the same sounds, so one table of habits serves both.
    table = "Kana" if script == "Hira" else script
    prepared = word.casefold()
    if script == "Cyrl" and not UKRAINIAN.isdisjoint(prepared):
        prepared = _apply("Ukrn", "before", prepared)
    prepared = _apply(table, "before", prepared)
    if script in INDIC:
        prepared = letters_of(prepared, script)
    elif table == "Kana":
        prepared = hepburn(prepared)
    text = _NOT_A_TO_Z.sub("", _apply(table, "after", anyascii(prepared).lower())) or _by_unicode_name(word)
    return Romanised(text, script, (), HOW.get(script, f"{script} letters to Latin (anyascii)"))


def other_romanisation(word: Romanised, written: str) -> Romanised:
    """The second reading of a `written` word's letters (Greek ντ as d); the first where its script has none."""
    if written.isascii() or (word.script, "second") not in _rules():
        return word
    plain = written.casefold()
    changed = _apply(word.script or LATIN, "second", plain)
    if changed == plain:
        return word
    other = _by_letters(changed, word.script or LATIN)
    return other if other.text else word


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
        found = han_words(word, alone) or (_by_letters(word, script),)
    elif script == "Hang":
        found = hangul_words(word) or (_by_letters(word, script),)
    else:
        found = (_by_letters(word, script),)
    return tuple(item for item in found if item.text)

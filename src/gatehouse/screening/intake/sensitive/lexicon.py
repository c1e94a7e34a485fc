"""Words and phrases of free text that reveal a protected trait: `lexicon.csv`, read and looked up.

A text is folded first: capitals, no accents, one form of each Arabic letter. A term of the table is a word, a phrase
of adjoining words, or with `*` the beginning of a word; Han and kana, which are written without spaces, are found
anywhere. Prefers to take out too much: what stands in free text names
nobody that a reading needs.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from gatehouse.screening.intake.sensitive.codes import trait_of_code
from gatehouse.screening.intake.sensitive.exceptions import Word, is_excepted

LEXICON_FILE = Path(__file__).with_name("lexicon.csv")
STEM_MARK = "*"
HARMLESS_MAX = 100_000
"""Words remembered as harmless; a full memory begins anew."""
_WORD = re.compile(r"[^\W\d_][^\W_]*")
"""Digits before a word are no part of it; numbers are no words."""
_MAIL = re.compile(r"[A-Z0-9._+-]{1,64}(?://|@)[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,8}")
"""An e-mail address; `//` is how AIRIMP writes the at sign. An address is no free text."""
_UNSPACED = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Signs of scripts that part no words: kana and Han."""
_ONE_FORM = str.maketrans(
    {
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ـ": None,
        "İ": "I",
        "ı": "I",
        "Ł": "L",
        "ł": "L",
    }
)


def folded(text: str) -> str:
    """`text` in capitals, without accents and with one form of each letter that is written in several."""
    if text.isascii():
        return text.upper()
    plain = unicodedata.normalize("NFKD", text.translate(_ONE_FORM).upper())
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_ONE_FORM)


class Lexicon:
    """Terms by how they are looked up: whole words, beginnings of words, phrases by their first word, and unspaced."""

    def __init__(self, terms: Sequence[tuple[str, str]]) -> None:
        self._words: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._unspaced: dict[str, str] = {}
        self._harmless: set[str] = set()
        for term, trait in terms:
            self._add(tuple(folded(term).split()), trait)
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        longest_first = sorted(self._unspaced, key=len, reverse=True)
        self._any_unspaced = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def _add(self, words: tuple[str, ...], trait: str) -> None:
        if len(words) > 1:
            self._phrases.setdefault(words[0], []).append((words, trait))
        elif _UNSPACED.fullmatch(words[0][:1]):
            self._unspaced[words[0]] = trait
        elif words[0].endswith(STEM_MARK):
            self._stems[words[0].removesuffix(STEM_MARK)] = trait
        else:
            self._words[words[0]] = trait

    def traits(self, text: str) -> frozenset[str]:
        """The traits that the text may reveal; none for most texts."""
        return frozenset() if self.is_harmless(text) else self._looked_up(_MAIL.sub(" ", folded(text)))

    def is_harmless(self, text: str) -> bool:
        """Whether every word of the text is remembered as one that begins no term. False says nothing."""
        return self._harmless.issuperset(_WORD.findall(folded(text)))

    def _looked_up(self, shown: str) -> frozenset[str]:
        words = [Word(found[0], found.start(), found.end()) for found in _WORD.finditer(shown)]
        found = set()
        for at, word in enumerate(words):
            if word.text in self._harmless:
                continue
            phrased = self._phrase_at(words, at)
            trait = self._word(word.text)
            if trait is None and word.text not in self._phrases:
                self._remember(word.text)
            if phrased:
                found.add(phrased)
            elif trait and not is_excepted(shown, words, at, lambda other: self._word(other) is not None):
                found.add(trait)
        return frozenset(found)

    def _remember(self, word: str) -> None:
        if len(self._harmless) >= HARMLESS_MAX:
            self._harmless.clear()
        self._harmless.add(word)

    def _word(self, word: str) -> str | None:
        trait = self._words.get(word) or trait_of_code(word)
        if trait:
            return trait
        if found := self._any_unspaced.search(word):
            return self._unspaced[found[0]]
        stems = (self._stems.get(word[:length]) for length in self._stem_lengths if length <= len(word))
        return next((trait for trait in stems if trait), None)

    def _phrase_at(self, words: Sequence[Word], at: int) -> str | None:
        for phrase, trait in self._phrases.get(words[at].text, ()):
            there = [word.text for word in words[at : at + len(phrase)]]
            if len(there) == len(phrase) and all(map(_means, there, phrase)):
                return trait
        return None


def _means(word: str, term: str) -> bool:
    return word.startswith(term[:-1]) if term.endswith(STEM_MARK) else word == term


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The terms of `lexicon.csv`."""
    with LEXICON_FILE.open(encoding="utf-8", newline="") as rows:
        return Lexicon([(row["term"], row["trait"]) for row in csv.DictReader(rows)])

"""When a word of the lexicon does not mean what it says: names, streets, fixed expressions (`exceptions.csv`)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

EXCEPTIONS_FILE = Path(__file__).with_name("exceptions.csv")
BETWEEN_MAX = 2
"""Words that may stand between a street's word and its name: `CALLE DE LA IGLESIA`."""
NAME_MARK = "/"
FIRST_MARK = "-1"
"""AIRIMP parts surname and given names by a slash and begins the name that a remark is about with `-1`."""


class Word(NamedTuple):
    """One word of a text: folded, with where it begins and ends in the folded text."""

    text: str
    begin: int
    end: int


Is_word = Callable[[str], bool]


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[tuple[str, ...]]]:
    with EXCEPTIONS_FILE.open(encoding="utf-8", newline="") as rows:
        read = [(row["kind"], tuple(row["text"].split())) for row in csv.DictReader(rows)]
    return {kind: frozenset(text for of, text in read if of == kind) for kind, _ in read}


def is_excepted(text: str, words: Sequence[Word], at: int, is_listed: Is_word) -> bool:
    """Whether the single word at `at` is meant as a name, a street or part of a fixed expression.

    `is_listed` says whether another word is in the lexicon: `KOSHER/HALAL` is no name.
    """
    return _in_phrase(words, at) or _in_street(words, at) or _in_name(text, words, at, is_listed)


def _is(kind: str, words: Sequence[Word], begin: int, end: int) -> bool:
    return 0 <= begin < end <= len(words) and tuple(word.text for word in words[begin:end]) in _table()[kind]


def _in_phrase(words: Sequence[Word], at: int) -> bool:
    return _is("phrase", words, at, at + 2) or _is("phrase", words, at - 1, at + 1)


def _in_street(words: Sequence[Word], at: int) -> bool:
    if _is("street-after", words, at + 1, at + 2) or _is("street-before", words, at - 1, at):
        return True
    return any(
        _is("street-between", words, at - count, at) and _is("street-before", words, at - count - 1, at - count)
        for count in range(1, BETWEEN_MAX + 1)
    )


def _in_name(text: str, words: Sequence[Word], at: int, is_listed: Is_word) -> bool:
    if not _is("name", words, at, at + 1):
        return False
    if _is("title", words, at - 1, at) or _is("title", words, at + 1, at + 2):
        return True
    word = words[at]
    beside = []
    if text[word.end : word.end + 1] == NAME_MARK and at + 1 < len(words):
        beside.append(words[at + 1])
    if text[word.begin - 1 : word.begin] == NAME_MARK and at > 0:
        beside.append(words[at - 1])
    return any(not is_listed(other.text) for other in beside)

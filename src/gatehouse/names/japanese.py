"""Japanese names in kanji: where the surname ends, and how both parts are read.

`japanese.csv` is written by `training/readings.py` from UniDic-MeCab 2.1.2 (copyright 2011-2013 The UniDic Consortium,
BSD licence): surnames and given names with their usual reading (rank 1) and at most one other (rank 2). Characters do
not tell a name's reading, so a part that is not in the table is not read, and kana is read as it stands.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.names.kana import hepburn

SURNAME_CHARACTERS_MAX = 4
GIVEN_CHARACTERS_MAX = 4


class JapaneseName(NamedTuple):
    """Readings in a–z, the usual first. `sure` tells that the writing itself is Japanese or hardly anything else."""

    surname: tuple[str, ...]
    given: tuple[str, ...]
    sure: bool


@lru_cache(maxsize=1)
def _parts() -> dict[str, dict[str, tuple[str, ...]]]:
    text = resources.files(__package__).joinpath("japanese.csv").read_text(encoding="utf-8")
    found: dict[str, dict[str, tuple[str, ...]]] = {"surname": {}, "given": {}}
    for row in sorted(csv.DictReader(text.splitlines()), key=lambda row: row["rank"]):
        table = found[row["kind"]]
        for written in row["written"].split():
            table[written] = (*table.get(written, ()), row["reading"])
    return found


def _is_kana(text: str) -> bool:
    return all("\u3041" <= char <= "\u30ff" for char in text)


def _read(part: str, kind: str) -> tuple[str, ...]:
    return (hepburn(part),) if _is_kana(part) else _parts()[kind].get(part, ())


def _pair(surname: str, given: str) -> JapaneseName | None:
    first, second = _read(surname, "surname"), _read(given, "given")
    if not first or not second:
        return None
    # Chinese surnames have one character, so a known one of two or more hardly is Chinese.
    return JapaneseName(first, second, len(surname) > 1 or _is_kana(given))


def read(words: tuple[str, ...]) -> JapaneseName | None:
    """The Japanese name that one word or two (surname, given name) write; `None` when the tables cannot read it."""
    if len(words) == 2:
        return _pair(*words)
    if len(words) != 1 or len(words[0]) > SURNAME_CHARACTERS_MAX + GIVEN_CHARACTERS_MAX:
        return None
    word = words[0]
    # Two characters are the commonest surname, whatever the length of the whole.
    for length in (2, 1, 3, 4):
        found = _pair(word[:length], word[length:]) if 0 < len(word) - length <= GIVEN_CHARACTERS_MAX else None
        if found:
            return found
    return None

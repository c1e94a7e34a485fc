"""A token as one row of bytes, the form that compiled kernels and compiled lists compare.

A row is WIDTH bytes; every field has a fixed place. Letter fields begin with their length and hold one code for each
letter: a to z are 1 to 26, the fold's C is 27. Numbers are 32 bits, little-endian, 0 for none. Rows of one
LAYOUT_VERSION can be kept on disk and compared years later.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gatehouse.names import sound
from gatehouse.names.script import LATIN
from gatehouse.names.token import Manner, Token

LAYOUT_VERSION = 2
WIDTH = 192
TEXT, TEXT_MAX = 0, 40
FOLD, FOLD_MAX = 41, 40
BONES, BONES_MAX = 82, 20
LOAN, LOAN_MAX = 103, 22
FRONT, END = 126, 127
"""Letters of the fold that are Abd or an article at the front, and a title at the end; 0 for none."""
SECOND = 128
"""Hash of the fold of the second reading."""
BARE, BARE_MAX = 132, 3
"""Hashes of the folds of what is left without Abd, an article or a title."""
FAMILIES, FAMILIES_MAX = 144, 6
"""Numbers of the families of the lexicon, from 1."""
MANNER, SCRIPT, INITIAL = 168, 169, 170
SYLLABLES, SYLLABLES_MAX = 171, 8
"""How many syllables a Han or Hangul word has (0 for other scripts), then 16 bits of hash for each."""
FOLD_HASH = 188
"""Hash of the fold itself."""

MANNERS = (Manner.SPELLED, Manner.UNVOCALISED, Manner.BORROWED)
SCRIPTS = (
    LATIN, "Cyrl", "Grek", "Arab", "Hebr", "Hani", "Kana", "Hira", "Hang", "Geor", "Armn", "Deva", "Beng", "Taml",
    "Telu", "Thai", "Khmr", "Ethi", "Syrc", "Thaa", "Guru", "Gujr", "Orya", "Knda", "Mlym", "Sinh", "Laoo", "Mymr",
    "Tibt",
)  # fmt: skip
OTHER_SCRIPT = 255

Row = NDArray[np.uint8]
CODES = {**{chr(97 + n): n + 1 for n in range(26)}, "C": 27}


def fold_hash(folded: str) -> int:
    """32 bits of a fold, never 0 unless `folded` is empty; the same on every machine and run."""
    return (zlib.crc32(folded.encode("ascii")) or 1) if folded else 0


def _put_letters(row: Row, place: int, letters: str, most: int) -> None:
    codes = [CODES[letter] for letter in letters[:most]]
    row[place] = len(codes)
    row[place + 1 : place + 1 + len(codes)] = codes


def _put_numbers(row: Row, place: int, numbers: list[int], most: int) -> None:
    kept = np.array(numbers[:most], dtype="<u4")
    row[place : place + 4 * len(kept)] = kept.view(np.uint8)


def put_syllables(row: Row, syllables: tuple[str, ...]) -> None:
    """Fill in the syllables of a Han or Hangul word."""
    row[SYLLABLES] = min(len(syllables), SYLLABLES_MAX)
    hashes = [zlib.crc32(syllable.encode()) & 0xFFFF for syllable in syllables[:SYLLABLES_MAX]]
    row[SYLLABLES + 1 : SYLLABLES + 1 + 2 * len(hashes)] = np.array(hashes, dtype="<u2").view(np.uint8)


def _cuts(left_over: list[str], folded: str) -> tuple[int, int]:
    """How many letters of the fold are an addition at the front and at the end, as far as the fold keeps them apart."""
    front = end = 0
    for bare in sorted(left_over):
        left = sound.fold(bare)
        if folded.endswith(left):
            front = max(front, len(folded) - len(left))
        elif folded.startswith(left):
            end = max(end, len(folded) - len(left))
    return front, end


def put_bare(row: Row, text: str, folded: str, bare: frozenset[str]) -> None:
    """Fill in what is left of a token without an addition run on to it, and how long the addition is."""
    left_over = [left for left in bare if left not in (text, "")]
    if left_over:
        _put_numbers(row, BARE, sorted(fold_hash(sound.fold(left)) for left in left_over), BARE_MAX)
        row[FRONT], row[END] = _cuts(left_over, folded)


def put_families(row: Row, families: frozenset[int]) -> None:
    """Fill in the families of a token."""
    _put_numbers(row, FAMILIES, sorted(number + 1 for number in families), FAMILIES_MAX)


def script_code(script: str) -> int:
    """The number of a script in a row."""
    return SCRIPTS.index(script) if script in SCRIPTS else OTHER_SCRIPT


@lru_cache(maxsize=1 << 18)
def packed(token: Token) -> Row:
    """The row of `token`, read-only."""
    row = np.zeros(WIDTH, dtype=np.uint8)
    _put_letters(row, TEXT, token.text, TEXT_MAX)
    _put_letters(row, FOLD, token.fold, FOLD_MAX)
    _put_letters(row, BONES, token.bones, BONES_MAX)
    _put_letters(row, LOAN, token.loan, LOAN_MAX)
    _put_numbers(row, SECOND, [fold_hash(token.second_fold)], 1)
    put_bare(row, token.text, token.fold, token.bare)
    put_families(row, token.families)
    row[MANNER] = MANNERS.index(token.manner)
    row[SCRIPT] = script_code(token.script)
    row[INITIAL] = token.is_initial
    put_syllables(row, token.syllables)
    _put_numbers(row, FOLD_HASH, [fold_hash(token.fold)], 1)
    row.setflags(write=False)
    return row

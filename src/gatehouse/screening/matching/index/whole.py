"""Rows found by the consonants of the whole name, wherever its words begin and end: `risonghyok`, `kim use gon`."""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import kernel
from gatehouse.names.packed import END, TEXT
from gatehouse.screening.matching.index.arrays import I32, U8, U64, Index, Whole
from gatehouse.screening.matching.index.sorting import by_key

CONSONANTS_MIN = 4
"""Consonants below which a name is filed under all its letters: too many share so few."""
ROWS_MAX = 200
"""Rows taken for one key."""
TITLE_LETTERS = (0, 2, 3, 4)
"""Letters that a title run on to the last word may have; none first."""
_FACTOR, _BEGIN = np.uint64(0x100000001B3), np.uint64(0xCBF29CE484222325)
# Places are the letters a to z: vowels, h, w and y do not count; the others count as their family does.
_FAMILIES = np.zeros(32, dtype=np.uint8)
for _letter, _family in zip("bpfvcgjkqszxdtlrmn", "bbbbkkkkksssddlrmn", strict=True):
    _FAMILIES[ord(_letter) - 96] = ord(_family)


@kernel
def whole_key(tokens: U8, first: Whole, left_out: Whole) -> Whole:
    """A hash of the consonants of these tokens run together, from token `first` on and around; of all letters for few.

    The last `left_out` letters of the last token do not count.
    """
    key, letters, count, before = _BEGIN, _BEGIN, 0, np.uint8(0)
    for k in range(len(tokens)):
        row = tokens[(first + k) % len(tokens)]
        length = np.int64(row[TEXT]) - (left_out if k == len(tokens) - 1 else 0)
        for at in range(TEXT + 1, TEXT + 1 + length):
            letters = (letters ^ np.uint64(row[at])) * _FACTOR
            family = _FAMILIES[row[at]]
            if family and family != before:
                key = (key ^ np.uint64(family)) * _FACTOR
                count += 1
            before = family if family else before
    return key if count >= CONSONANTS_MIN else letters


@kernel
def _turns(count: Whole) -> Whole:
    """How many turns of a name of so many words are filed: as written, and with the last word first."""
    return min(count, 2)


@kernel
def _keys(tokens: U8, row_starts: I32, row_tokens: I32) -> tuple[U64, I32]:
    keys = np.empty(2 * (len(row_starts) - 1), dtype=np.uint64)
    rows = np.empty(len(keys), dtype=np.int32)
    at = 0
    for row in range(len(row_starts) - 1):
        own = tokens[row_tokens[row_starts[row] : row_starts[row + 1]]]
        for turn in range(_turns(len(own))):
            key = whole_key(own, len(own) - turn, 0)
            keys[at], rows[at] = key, row
            at += 1
    return keys[:at], rows[:at]


def filed_whole(tokens: U8, row_starts: I32, row_tokens: I32) -> tuple[U64, I32]:
    """The keys of whole names, ascending, and their rows."""
    return by_key(*_keys(tokens, row_starts, row_tokens))


@kernel
def rows_alike_whole(index: Index, own: U8) -> I32:
    """Rows whose whole name has the same consonants as a traveller's, a title run on to it or not."""
    found = np.empty(len(TITLE_LETTERS) * ROWS_MAX, dtype=np.int32)
    at = 0
    for left_out in TITLE_LETTERS:
        if left_out and not (own[len(own) - 1, END] and own[len(own) - 1, TEXT] > left_out):
            continue
        key = whole_key(own, 0, left_out)
        place = int(np.searchsorted(index.whole_keys, np.uint64(key)))
        last = min(place + ROWS_MAX, len(index.whole_keys))
        while place < last and index.whole_keys[place] == key:
            found[at] = index.whole_rows[place]
            at += 1
            place += 1
    return found[:at]

"""The keys under which a token is filed, so that two spellings of one name meet without comparing with a whole list.

A key is 64 bits of a kind and of letters or numbers: the fold and the letters, each whole and with any one left out;
the sounds of other readings; the families of the lexicon; consonants for scripts without vowels; loans. A key finds
tokens to compare and decides nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import kernel
from gatehouse.names.packed import (
    BARE,
    BARE_MAX,
    BONES,
    FAMILIES,
    FAMILIES_MAX,
    FOLD,
    FOLD_HASH,
    INITIAL,
    LOAN,
    MANNER,
    SECOND,
    TEXT,
)
from gatehouse.screening.matching.index.arrays import Whole

Row = NDArray[np.uint8]
Keys = NDArray[np.uint64]

BY_TEXT, BY_FOLD, BY_NUMBER, BY_FAMILY = 1, 2, 3, 4
BY_BONES, BY_LOAN = 8, 16
"""Kinds of key. Consonants and loans add the manner of the token that is filed, so that each side finds the other."""
KEYS_MAX = 400
"""Room for the keys of one token."""
SHORT = 2
"""Letters up to which none is left out."""
BONES_CUT_MIN = 4
"""Consonants needed before one of them may be left out."""
BONES_SPELLED_MIN = 5
"""Consonants by which two tokens of scripts with vowels are found."""
CUT_LETTERS_MIN = 4
VOWEL_A, VOWEL_I, VOWEL_O = 1, 9, 15
SPELLED, UNVOCALISED, BORROWED = 0, 1, 2
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xFF51AFD7ED558CCD)


@kernel
def mixed(value: Whole) -> Whole:
    """64 bits of which each depends on all of `value`."""
    value = np.uint64(value)
    value ^= value >> np.uint64(33)
    value *= _ODD
    value ^= value >> np.uint64(29)
    return value


@kernel
def letters_key(kind: Whole, letters: Row, count: Whole, left_out: Whole) -> Whole:
    """The key of the first `count` letters without the one at `left_out` (-1 leaves none out)."""
    key = np.uint64(kind) * _MIX
    for k in range(count):
        if k != left_out:
            key = (key ^ np.uint64(letters[k])) * _MIX
            key ^= key >> np.uint64(32)
    return mixed(key)


@kernel
def number_key(kind: Whole, row: Row, place: Whole) -> Whole:
    """The key of the 32-bit number at `place` of a row; 0 when there is none."""
    value = np.uint64(0)
    for k in range(4):
        value |= np.uint64(row[place + k]) << np.uint64(8 * k)
    return np.uint64(0) if value == 0 else mixed(value ^ (np.uint64(kind) * _MIX))


@kernel
def _with_cuts(kind: Whole, letters: Row, count: Whole, keys: Keys, at: Whole) -> Whole:
    keys[at] = letters_key(kind, letters, count, -1)
    at += 1
    if count > SHORT:
        for k in range(count):
            # A doubled letter left out first or second is the same key.
            if k == 0 or letters[k] != letters[k - 1]:
                keys[at] = letters_key(kind, letters, count, k)
                at += 1
    return at


@kernel
def _consonants_of_loan(row: Row, into: Row) -> Whole:
    count = 0
    for k in range(LOAN + 1, LOAN + 1 + row[LOAN]):
        if row[k] != VOWEL_A and row[k] != VOWEL_I and row[k] != VOWEL_O:
            into[count] = row[k]
            count += 1
    return count


@kernel
def _skeleton_keys(kind: Whole, letters: Row, count: Whole, keys: Keys, at: Whole) -> Whole:
    if count < SHORT:
        return at
    if count >= BONES_CUT_MIN:
        return _with_cuts(kind, letters, count, keys, at)
    keys[at] = letters_key(kind, letters, count, -1)
    return at + 1


@kernel
def certain_keys(row: Row, keys: Keys) -> Whole:
    """The keys of what is known of a token without counting edits: sounds, run-on parts, families; how many."""
    at = 0
    for k in range(2 + BARE_MAX):
        place = FOLD_HASH if k == 0 else SECOND if k == 1 else BARE + 4 * (k - 2)
        key = number_key(BY_NUMBER, row, place)
        if key:
            keys[at] = key
            at += 1
    for k in range(FAMILIES_MAX):
        key = number_key(BY_FAMILY, row, FAMILIES + 4 * k)
        if key:
            keys[at] = key
            at += 1
    return at


@kernel
def filing_keys(row: Row, keys: Keys) -> Whole:
    """The keys under which a listed token is filed; how many. An initial is filed under its letter only."""
    if row[INITIAL]:
        keys[0] = letters_key(BY_TEXT, row[TEXT + 1 :], row[TEXT], -1)
        return 1
    at = certain_keys(row, keys)
    at = _with_cuts(BY_TEXT, row[TEXT + 1 :], row[TEXT], keys, at)
    at = _with_cuts(BY_FOLD, row[FOLD + 1 :], row[FOLD], keys, at)
    at = _skeleton_keys(BY_BONES + row[MANNER], row[BONES + 1 :], row[BONES], keys, at)
    loan = np.empty(LOAN, dtype=np.uint8)
    return _skeleton_keys(BY_LOAN + row[MANNER], loan, _consonants_of_loan(row, loan), keys, at)


@kernel
def asking_keys(row: Row, keys: Keys) -> Whole:
    """The keys under which the other spellings of a traveller's token may be filed; how many."""
    at = certain_keys(row, keys)
    text, fold = row[TEXT + 1 :], row[FOLD + 1 :]
    at = _with_cuts(BY_TEXT, text, row[TEXT], keys, at)
    at = _with_cuts(BY_FOLD, fold, row[FOLD], keys, at)
    # Names cut short by a field, and the initial that may stand for this name.
    keys[at] = letters_key(BY_TEXT, text, 1, -1)
    at += 1
    for count in range(max(CUT_LETTERS_MIN, (2 * row[TEXT] + 4) // 5), row[TEXT]):
        keys[at] = letters_key(BY_TEXT, text, count, -1)
        at += 1
    loan = np.empty(LOAN, dtype=np.uint8)
    consonants = _consonants_of_loan(row, loan)
    for manner in (SPELLED, UNVOCALISED, BORROWED):
        # Several mistyped vowels leave the consonants; few consonants are shared by too many names.
        spelled = row[BONES] >= BONES_SPELLED_MIN and row[MANNER] == SPELLED and manner == SPELLED
        if manner == UNVOCALISED or row[MANNER] == UNVOCALISED or spelled:
            at = _skeleton_keys(BY_BONES + manner, row[BONES + 1 :], row[BONES], keys, at)
        elif manner == BORROWED or row[MANNER] == BORROWED:
            at = _skeleton_keys(BY_LOAN + manner, loan, consonants, keys, at)
    return at

"""The tokens of a list filed under keys, and the ones that a traveller's token may be another spelling of."""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import kernel, lean
from gatehouse.names.kernels import likeness_rows
from gatehouse.names.packed import FOLD, INITIAL, TEXT, TEXT_MAX
from gatehouse.screening.matching.index.arrays import F32, I32, U8, U64, Index, Real, Whole
from gatehouse.screening.matching.index.bits import SCRIPT_SIGN, bag, may_be_alike, sign, signs
from gatehouse.screening.matching.index.keys import (
    CUT_LETTERS_MIN,
    KEYS_MAX,
    asking_keys,
    certain_keys,
    filing_keys,
)
from gatehouse.screening.matching.name_kernel import PAIRED_MIN

SPELLINGS_MAX = 400
"""Most similar listed tokens that are kept for one token of a traveller."""
MEASURED_MAX = 6000
"""Listed tokens that are measured for one token; the surest keys are asked first."""
BEGINNINGS_MAX = 200
"""Tokens taken that begin with a token which may be cut short."""


@kernel
def bags_of(tokens: U8) -> U64:
    """The bags of the text and of the fold of each token, and its signs (`bits.signs`)."""
    found = np.zeros((len(tokens), 3), dtype=np.uint64)
    for token in range(len(tokens)):
        found[token, 0] = bag(tokens[token], TEXT)
        found[token, 1] = bag(tokens[token], FOLD)
        found[token, 2] = signs(tokens[token])
    return found


@kernel
def all_keys(tokens: U8) -> tuple[U64, I32]:
    """Every key of every token with the number of the token, in no order."""
    own = np.empty(KEYS_MAX, dtype=np.uint64)
    count = 0
    for token in range(len(tokens)):
        count += filing_keys(tokens[token], own)
    keys, numbers = np.empty(count, dtype=np.uint64), np.empty(count, dtype=np.int32)
    at = 0
    for token in range(len(tokens)):
        for k in range(filing_keys(tokens[token], own)):
            keys[at], numbers[at] = own[k], token
            at += 1
    return keys, numbers


@lean
def first_of(index: Index, key: Whole) -> Whole:
    """The place of the first key that is not below `key`."""
    bits = 0
    while (1 << bits) < len(index.key_starts) - 1:
        bits += 1
    head = np.int64(key >> np.uint64(64 - bits))
    low, high = index.key_starts[head], index.key_starts[head + 1]
    while low < high:
        middle = (low + high) // 2
        if index.keys[middle] < key:
            low = middle + 1
        else:
            high = middle
    return np.int64(low)


@lean
def _compared(one: U8, other: U8, skipped: Whole) -> Whole:
    for k in range(TEXT + 1, TEXT + 1 + TEXT_MAX - skipped):
        if one[k] != other[k]:
            return -1 if one[k] < other[k] else 1
    return 0


@lean
def begins_at(index: Index, row: U8) -> Whole:
    """The first token, in alphabetical order, that is not before the text of `row`."""
    low, high = 0, len(index.tokens)
    while low < high:
        middle = (low + high) // 2
        if _compared(index.tokens[middle], row, 0) < 0:
            low = middle + 1
        else:
            high = middle
    return low


@lean
def begins_with(index: Index, token: Whole, row: U8) -> bool:
    """Whether a listed token begins with the text of `row`."""
    return bool(token < len(index.tokens) and _compared(index.tokens[token], row, TEXT_MAX - row[TEXT]) == 0)


@lean
def _take(index: Index, keys: U64, count: Whole, found: I32, at: Whole) -> Whole:
    for k in range(count):
        place = first_of(index, keys[k])
        while place < len(index.keys) and index.keys[place] == keys[k] and at < len(found):
            found[at] = index.key_tokens[place]
            at += 1
            place += 1
    return at


@kernel
def _gathered(index: Index, row: U8, exact: bool) -> tuple[I32, U8]:
    """Tokens that may be like `row`, each once, and 1 for those that are measured whatever their letters are."""
    keys = np.empty(KEYS_MAX, dtype=np.uint64)
    found = np.empty(4 * MEASURED_MAX, dtype=np.int32)
    at = _take(index, keys, certain_keys(row, keys), found, 0)
    if not exact and row[TEXT] >= CUT_LETTERS_MIN:
        token = begins_at(index, row)
        for following in range(token, min(token + BEGINNINGS_MAX, len(index.tokens))):
            if not begins_with(index, following, row):
                break
            found[at] = following
            at += 1
    sure = np.unique(found[:at])
    if not exact:
        at = _take(index, keys, asking_keys(row, keys), found, at)
    every = np.unique(found[:at])
    measured = np.zeros(len(every), dtype=np.uint8)
    measured[np.searchsorted(every, sure)] = 1
    return every, measured


@kernel
def spellings(index: Index, row: U8, costs: F32, exact: bool) -> tuple[I32, F32]:
    """The listed tokens that `row` may be another spelling of, with their likeness, best first.

    Only those with the same sound or a known variant when `exact`. An initial finds nothing.
    """
    return alike_from(index, row, costs, exact, PAIRED_MIN)


@lean
def _measure(index: Index, asked: tuple[U8, U64, F32], found: I32, sure: U8, alike: F32) -> None:
    """Puts the likeness of a token (packed, its bags, the costs) to each of those found into `alike`."""
    (row, own, costs), tokens, bags = asked, index.tokens, index.bags
    for k in range(len(found)):
        other, theirs = tokens[found[k]], bags[found[k]]
        # Most keys are shared by chance: letters tell before they are weighed.
        across = sign(own[2], SCRIPT_SIGN) != sign(theirs[2], SCRIPT_SIGN)
        if sure[k] or across or may_be_alike(row, own, other, theirs):
            alike[k] = likeness_rows(row, other, costs)[0]


@kernel
def alike_from(index: Index, row: U8, costs: F32, exact: bool, least: Real) -> tuple[I32, F32]:
    """`spellings`, and those tokens too that are no less like `row` than `least`."""
    nobody = (np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32))
    if row[INITIAL] or row[TEXT] == 0 or not len(index.tokens):
        return nobody
    found, sure = _gathered(index, row, exact)
    own = np.array([bag(row, TEXT), bag(row, FOLD), signs(row)], dtype=np.uint64)
    alike = np.zeros(len(found), dtype=np.float32)
    _measure(index, (row, own, costs), found, sure, alike)
    order = np.argsort(-alike, kind="mergesort")
    count = 0
    while count < len(order) and count < SPELLINGS_MAX and alike[order[count]] >= least:
        count += 1
    return found[order[:count]], alike[order[:count]]


@kernel
def load(index: Index, found: I32) -> Whole:
    """How many postings these tokens have together."""
    total = 0
    for token in found:
        total += index.posting_starts[token + 1] - index.posting_starts[token]
    return total

"""The tokens of a list filed under keys, and the ones that a traveller's token may be another spelling of."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.chains import new_chains, put_likenesses
from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.names.costs import LATIN_TABLE, MIXED_TABLE
from gatehouse.names.kernels import LATIN_SCRIPT, in_one_script, is_servant, likeness_rows
from gatehouse.names.packed import FOLD, INITIAL, SYLLABLES, TEXT, TEXT_MAX
from gatehouse.screening.matching.index.ahead import AHEAD, ask_for
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, U64, Index, Real, Whole
from gatehouse.screening.matching.index.bits import SCRIPT_SIGN, TEXT_LETTERS, bag, may_be_alike, sign, signs
from gatehouse.screening.matching.index.keys import (
    CUT_LETTERS_MIN,
    KEYS_MAX,
    asking_keys,
    certain_keys,
    filing_keys,
)
from gatehouse.screening.matching.name_kernel import FACTS, PAIRED_MIN

SPELLINGS_MAX = 400
"""Most similar listed tokens that are kept for one token of a traveller."""
MEASURED_MAX = 6000
"""Listed tokens that are measured for one token; the surest keys are asked first."""
BEGINNINGS_MAX = 200
"""Tokens taken that begin with a token which may be cut short."""
RESEMBLING_MIN = 0.55
"""Likeness from which a listed token may be a slip of the pen: its names are compared when another token is theirs."""
WEIGHT = FACTS.index("weight")


class Spelled(NamedTuple):
    """Listed tokens like each of some tokens: those of the k-th are `found[starts[k] : starts[k + 1]]`, best first.

    `alike` is their likeness. Of each token `loads` counts the postings of what is no other name, `heaviest` is the
    greatest weight as evidence of any of them, and `usual` counts the postings of the same letters.
    """

    starts: I64
    found: I32
    alike: F32
    loads: I64
    heaviest: F32
    usual: I64


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


@inlined
def _table_of(costs: F32, asked: Whole, listed: Whole) -> Whole:
    """Where the costs begin of a token of the script `asked` beside one of `listed`; -1 if only the other way round."""
    if asked == listed:
        return np.int64(costs[LATIN_TABLE])
    if asked == LATIN_SCRIPT:
        return np.int64(costs[listed])
    return np.int64(-1 if listed == LATIN_SCRIPT else costs[MIXED_TABLE])


@lean
def _sort_out(index: Index, asked: tuple[U8, U64, F32], gathered: tuple[I32, U8], room: tuple[I64, F32]) -> None:
    """Measures what needs more than costs, and puts the table that the others are measured by in `tables`, or -1.

    What no key of a sound or a family led to is alike by its letters only, syllables and initials excepted.
    """
    (row, own, costs), (found, sure), (tables, alike) = asked, gathered, room
    tokens, bags, script = index.tokens, index.bags, sign(own[2], SCRIPT_SIGN)
    by_more = row[SYLLABLES] or is_servant(row)
    for k in range(len(found)):
        if k + AHEAD < len(found):
            ask_for(bags, found[k + AHEAD])
        theirs = bags[found[k]]
        listed = sign(theirs[2], SCRIPT_SIGN)
        table = _table_of(costs, script, listed)
        tables[k], alike[k] = -1, np.float32(0.0)
        # Most keys are shared by chance: letters tell before they are weighed.
        if not sure[k] and listed == script and not may_be_alike(row, own, tokens[found[k]], theirs):
            continue
        if sure[k] or by_more or table < 0 or sign(theirs[2], TEXT_LETTERS) <= 1:
            alike[k] = likeness_rows(row, tokens[found[k]], costs)[0]
        else:
            tables[k] = table
            # Its letters are copied when all are sorted out.
            ask_for(tokens, found[k])


@kernel
def _measured(index: Index, row: U8, own: U64, costs: F32, gathered: tuple[I32, U8], least: Real) -> F32:
    """The likeness of a token to each of those gathered; of those below `least` it may be 0."""
    found, count = gathered[0], len(gathered[0])
    tables, alike = np.empty(count, dtype=np.int64), np.empty(count, dtype=np.float32)
    _sort_out(index, (row, own, costs), gathered, (tables, alike))
    texts, places, odds = (
        np.empty((count, TEXT_MAX + 1), dtype=np.uint8),
        np.empty(count, np.int32),
        np.empty_like(alike),
    )
    chains = new_chains()
    for k in range(count):
        if tables[k] < 0:
            continue
        table, size = tables[k], 0
        # All of one table together, so that what they share is gone over once; a copy, because they lie far apart.
        for other in range(k, count):
            if tables[other] == table:
                _copy_text(index.tokens, found[other], texts, size)
                places[size], tables[other] = other, -1
                size += 1
        put_likenesses(chains, row, texts[:size], (costs, table), float(least), odds)
        _put_back(row, texts, places[:size], odds, alike, table == np.int64(costs[LATIN_TABLE]))
    return alike


@lean
def _copy_text(tokens: U8, token: Whole, texts: U8, place: Whole) -> None:
    for at in range(TEXT + 1 + tokens[token, TEXT]):
        texts[place, at] = tokens[token, at]


@lean
def _put_back(row: U8, texts: U8, places: I32, odds: F32, alike: F32, one_script: bool) -> None:
    """Puts the likenesses of one table where they belong; one name may be the other, cut short or mistyped."""
    for k in range(len(places)):
        found = np.float64(odds[k])
        alike[places[k]] = np.float32(in_one_script(row, texts[k], found)[0] if one_script else found)


@kernel
def alike_from(index: Index, row: U8, costs: F32, exact: bool, least: Real) -> tuple[I32, F32]:
    """`spellings`, and those tokens too that are no less like `row` than `least`."""
    nobody = (np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float32))
    if row[INITIAL] or row[TEXT] == 0 or not len(index.tokens):
        return nobody
    gathered = _gathered(index, row, exact)
    own = np.array([bag(row, TEXT), bag(row, FOLD), signs(row)], dtype=np.uint64)
    measured = _measured(index, row, own, costs, gathered, least)
    kept = np.nonzero(measured >= least)[0]
    found, alike = gathered[0][kept], measured[kept]
    order = np.argsort(-alike, kind="mergesort")[:SPELLINGS_MAX]
    return found[order], alike[order]


@kernel
def load(index: Index, found: I32) -> Whole:
    """How many postings these tokens have together."""
    total = 0
    for token in found:
        total += index.posting_starts[token + 1] - index.posting_starts[token]
    return total


@kernel
def all_alike(index: Index, rows: U8, costs: F32) -> Spelled:
    """The spellings of each of these packed tokens."""
    count, room = len(rows), len(rows) * SPELLINGS_MAX
    starts, loads, usual = np.zeros(count + 1, np.int64), np.zeros(count, np.int64), np.zeros(count, np.int64)
    found, alike, heaviest = np.empty(room, np.int32), np.empty(room, np.float32), np.zeros(count, np.float32)
    at = 0
    for k in range(count):
        own, likeness = alike_from(index, rows[k], costs, False, RESEMBLING_MIN)
        for place in range(len(own)):
            token, postings = own[place], index.posting_starts[own[place] + 1] - index.posting_starts[own[place]]
            found[at + place], alike[at + place] = token, likeness[place]
            heaviest[k] = max(heaviest[k], index.facts[token, WEIGHT])
            loads[k] += postings if likeness[place] >= PAIRED_MIN else 0
            usual[k] += postings if likeness[place] >= 1.0 else 0
        at += len(own)
        starts[k + 1] = at
    return Spelled(starts, found[:at].copy(), alike[:at].copy(), loads, heaviest, usual)

"""From what was read of the names of a list to its rows, tokens and postings: sorting, in bulk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import inlined, kernel
from gatehouse.names.packed import TEXT, TEXT_MAX, WIDTH
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, U64, Index, Whole, frozen
from gatehouse.screening.matching.index.births import BY_DAY
from gatehouse.screening.matching.index.sorting import bits_of, spread
from gatehouse.screening.matching.index.tokens import all_keys, bags_of
from gatehouse.screening.matching.index.whole import filed_whole
from gatehouse.screening.matching.name_kernel import FACTS

OTHERS_MAX = 3
OTHER_BITS = 21
"""Bits of a token's number in the record of the other tokens of a posting."""
NUMBERS_MAX = (1 << OTHER_BITS) - 1
"""Numbers that fit; those of a larger vocabulary wrap around, which only lets more postings be looked at."""
MORE = np.uint64(1 << 63)
BIRTH_COLUMNS = 5


class Readings(NamedTuple):
    """Readings of names: `lengths` tokens each out of `tokens`, of name `places` of entry `owners`."""

    tokens: I32
    lengths: I32
    owners: I32
    places: I32


class Births(NamedTuple):
    """The births of each entry: rows of `births.Birth` from `starts[entry]` on; and which names are weak, likewise."""

    starts: I64
    births: I32
    name_starts: I64
    weak: U8


def vocabulary(tokens: U8, facts: F32) -> tuple[U8, F32, I32]:
    """The distinct tokens in alphabetical order with their facts, and the new number of each that was given."""
    if not len(tokens):
        return tokens.reshape(0, WIDTH), facts.reshape(0, len(FACTS)), np.empty(0, dtype=np.int32)
    letters = slice(TEXT + 1, TEXT + 1 + TEXT_MAX)
    reordered = np.hstack([tokens[:, letters], tokens[:, :1], tokens[:, TEXT + 1 + TEXT_MAX :]])
    whole = np.ascontiguousarray(reordered).view(f"V{WIDTH}").ravel()
    _, firsts, numbers = np.unique(whole, return_index=True, return_inverse=True)
    return tokens[firsts], facts[firsts], numbers.astype(np.int32)


@kernel
def _laid_out(tokens: I32, starts: I64, lengths: I32, order: I64) -> tuple[I32, I32]:
    """The tokens of the readings in a new order, and where each one's begin."""
    row_starts = np.zeros(len(order) + 1, dtype=np.int32)
    for row in range(len(order)):
        row_starts[row + 1] = row_starts[row] + lengths[order[row]]
    laid = np.empty(row_starts[-1], dtype=np.int32)
    for row in range(len(order)):
        for k in range(lengths[order[row]]):
            laid[row_starts[row] + k] = tokens[starts[order[row]] + k]
    return row_starts, laid


@inlined
def wrapped(token: Whole, room: Whole) -> Whole:
    """The number of a token as a posting records it, where there is room for `room` numbers."""
    return token if token < room else token % room


@kernel
def _others(tokens: I32, first: Whole, last: Whole, own: Whole, room: Whole) -> Whole:
    found, count = np.uint64(0), 0
    for k in range(first, last):
        if k == own:
            continue
        if count == OTHERS_MAX:
            return found | MORE
        found |= np.uint64(wrapped(tokens[k], room)) << np.uint64(OTHER_BITS * count)
        count += 1
    # What is not filled names nobody: the number behind the last.
    while count < OTHERS_MAX:
        found |= np.uint64(room) << np.uint64(OTHER_BITS * count)
        count += 1
    return found


@kernel
def postings_of(row_starts: I32, row_tokens: I32, vocabulary_size: Whole) -> tuple[I64, I32, U64]:
    """Where each token's postings start, the rows, and the other tokens of each row."""
    starts = np.zeros(vocabulary_size + 1, dtype=np.int64)
    for token in row_tokens:
        starts[token + 1] += 1
    for token in range(vocabulary_size):
        starts[token + 1] += starts[token]
    filled = starts[:-1].copy()
    rows, others = np.empty(len(row_tokens), dtype=np.int32), np.empty(len(row_tokens), dtype=np.uint64)
    room = min(vocabulary_size, NUMBERS_MAX)
    for row in range(len(row_starts) - 1):
        for k in range(row_starts[row], row_starts[row + 1]):
            at = filled[row_tokens[k]]
            rows[at] = row
            others[at] = _others(row_tokens, row_starts[row], row_starts[row + 1], k, room)
            filled[row_tokens[k]] += 1
    return starts, rows, others


def _expanded(readings: Readings, births: Births) -> tuple[I64, I32]:
    """Each reading once for each birth of its entry: which reading, and which birth, in the order of births."""
    counts = np.diff(births.starts)[readings.owners]
    which = np.repeat(np.arange(len(readings.owners), dtype=np.int64), counts)
    within = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    found = births.births[births.starts[readings.owners][which] + within]
    order_in_block = np.where(found[:, 0] == BY_DAY, found[:, 1], found[:, 2])
    order = np.argsort((found[:, 0].astype(np.int64) << 40) | order_in_block, kind="stable")
    return which[order], found[order]


def _filed(tokens: U8) -> tuple[U64, I32, I32]:
    """Keys in ascending order, their tokens, and where the keys of each beginning start."""
    keys, numbers = all_keys(tokens)
    return spread(keys, numbers, bits_of(len(keys)))


def index_of(readings: Readings, births: Births, tokens: U8, facts: F32) -> Index:
    """The index of these readings; `tokens` are numbered as the readings number them, with repetitions."""
    tokens, facts, numbers = vocabulary(tokens, facts)
    # Kernels need no interpreter: the tokens are filed while the rows are laid out.
    with ThreadPoolExecutor(1) as beside:
        filed = beside.submit(_filed, tokens)
        which, born = _expanded(readings, births)
        starts = np.cumsum(readings.lengths, dtype=np.int64) - readings.lengths
        row_starts, row_tokens = _laid_out(numbers[readings.tokens], starts, readings.lengths, which)
        postings = postings_of(row_starts, row_tokens, len(tokens))
        whole = filed_whole(tokens, row_starts, row_tokens)
    owners, places = readings.owners[which], readings.places[which].astype(np.int16)
    blocks = np.searchsorted(born[:, 0], np.arange(BY_DAY + 2)).astype(np.int32)
    found: tuple[NDArray[np.generic], ...] = (
        tokens,
        facts,
        bags_of(tokens),
        *filed.result(),
        row_starts,
        row_tokens,
        owners,
        places,
        births.weak[births.name_starts[owners] + places],
        born[:, 1],
        born[:, 2].astype(np.int16),
        born[:, 3].astype(np.int16),
        born[:, 4].astype(np.int16),
        blocks,
        *postings,
        *whole,
    )
    return Index._make(map(frozen, found))

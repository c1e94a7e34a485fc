"""The two sides of a search's comparisons, as few arrays as they need: the traveller's name, and rows of the list."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, kernel
from gatehouse.names.name import TOKENS_MAX
from gatehouse.names.packed import SCRIPT, TEXT, WIDTH
from gatehouse.screening.matching.birth_years import Bounds
from gatehouse.screening.matching.index.arrays import F32, I16, I32, I64, U8, U64, Index, Whole
from gatehouse.screening.matching.index.query import Query

ONCE = np.uint64(0x5555555555555555)
"""The bits of a bag that stand for a letter's first time."""
UNKNOWN, POSSIBLE = np.float32(-1.0), np.float32(-2.0)
"""Stand for a likeness of which nothing is known, and for one that letters let be possible."""
REMEMBERED = 1024
"""Listed tokens whose likenesses are remembered while one name is searched for."""


class Memory(NamedTuple):
    """The likenesses of listed tokens to each token of the traveller; `tokens` are -1 where nothing is remembered."""

    tokens: I32
    alike: F32


class Listed(NamedTuple):
    """The arrays of an index that scores are made of, and `dead` entries."""

    starts: I32
    row_tokens: I32
    tokens: U8
    bags: U64
    facts: F32
    weak: U8
    owners: I32
    first: I16
    last: I16
    days: I16
    dead: U8


class Own(NamedTuple):
    """The traveller's side: packed tokens, bags; letters of each, and of each with the next (`both`)."""

    rows: U8
    bags: U64
    marks: U8
    lengths: I64
    scripts: I64
    firsts: I64
    both_lengths: I64
    both_bags: U64
    whole: U64
    """[2] letters of the whole name, and their bag."""
    weights: F32
    costs: F32
    weak: float
    floor: float
    year: int
    bounds: Bounds


class Row(NamedTuple):
    """What is at hand of the row on the sheet: its tokens, their letters, scripts and bags; room for them `packed`."""

    tokens: I64
    lengths: I64
    scripts: I64
    bags: U64
    packed: U8
    flags: I64
    """[2] likenesses supposed and not measured; letters lacking for the names to be alike as wholes."""


GUESSED, LACKING = range(2)
FAR = 1 << 20
"""Letters lacking where names are too far apart to be alike as a whole."""


@kernel
def new_memory(query: Query) -> Memory:
    """A memory of what the query itself knows of listed tokens."""
    memory = Memory(
        np.full(REMEMBERED, -1, dtype=np.int32), np.full((REMEMBERED, len(query.rows)), UNKNOWN, dtype=np.float32)
    )
    found, alike, starts = query.found, query.alike, query.starts
    # The first pieces are the tokens of the name; the others are two run together, or parts of one.
    for i in range(len(query.rows)):
        for k in range(starts[i], starts[i + 1]):
            at = found[k] & (REMEMBERED - 1)
            if memory.tokens[at] == -1 or memory.tokens[at] == found[k]:
                memory.tokens[at] = found[k]
                memory.alike[at, i] = alike[k]
    return memory


@kernel
def listed_of(index: Index, dead: U8) -> Listed:
    return Listed(
        index.row_starts,
        index.row_tokens,
        index.tokens,
        index.bags,
        index.facts,
        index.weak,
        index.owners,
        index.first,
        index.last,
        index.days,
        dead,
    )


@kernel
def own_of(query: Query, marks: U8) -> Own:
    rows, bags, count = query.rows, query.bags, len(query.rows)
    both, both_bags = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.uint64)
    lengths = rows[:, TEXT].astype(np.int64)
    whole = np.zeros(2, dtype=np.uint64)
    for i in range(count):
        whole[0] += np.uint64(lengths[i])
        whole[1] = together(whole[1], bags[i, 0])
        if i + 1 < count:
            both[i], both_bags[i] = lengths[i] + lengths[i + 1], together(bags[i, 0], bags[i + 1, 0])
    return Own(
        rows,
        bags,
        marks,
        lengths,
        rows[:, SCRIPT].astype(np.int64),
        rows[:, TEXT + 1].astype(np.int64),
        both,
        both_bags,
        whole,
        query.weights,
        query.costs,
        query.weak,
        query.floor,
        query.births.year,
        query.births.bounds,
    )


@kernel
def new_row() -> Row:
    numbers = np.zeros((3, TOKENS_MAX), dtype=np.int64)
    packed = np.zeros((TOKENS_MAX, WIDTH), dtype=np.uint8)
    bags = np.zeros(TOKENS_MAX, dtype=np.uint64)
    return Row(numbers[0], numbers[1], numbers[2], bags, packed, np.zeros(2, dtype=np.int64))


@inlined
def together(one: Whole, other: Whole) -> Whole:
    """The bag of two tokens together: a letter of both stands at least twice."""
    return one | other | ((one & other & ONCE) << np.uint64(1))

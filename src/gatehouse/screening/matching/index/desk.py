"""Room to search in, and marks: which of the list's tokens answer to which of the traveller's."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, lean
from gatehouse.names.name import TOKENS_MAX
from gatehouse.names.packed import INITIAL, TEXT
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, Index, Real, Whole
from gatehouse.screening.matching.index.query import PLACES_MAX, Query
from gatehouse.screening.matching.index.rows import NUMBERS_MAX, wrapped
from gatehouse.screening.matching.index.tokens import begins_at
from gatehouse.screening.matching.index.windows import WINDOWS
from gatehouse.screening.matching.name_sheet import Sheet, new_sheet

COMPARED_MAX = 6000
"""Rows compared for one name before only near spellings are looked at."""
ANY = np.float32(0.0)
"""Likeness of the spellings that are looked at when there are not too many."""
FEW = 1 << 18
"""Bits of a filter that fits the nearest memory of a processor: most tokens are told by it to be unmarked."""


class Desk(NamedTuple):
    """Room to work in, empty between searches: `marks` for each token's number, `seen` a bit for each row."""

    marks: U8
    few: U8
    """[FEW / 8] a bit for all the tokens whose number has the same last digits, set if one of them may be marked."""
    seen: U8
    rows: I32
    counts: I64
    """[2] rows in `rows`, postings gone through."""
    most: F32
    """[256] the most that a name can reach, by which of the traveller's tokens it answers to (`planning.put_most`)."""
    plan: F32
    """[TOKENS_MAX, WINDOWS] from which likeness on each token is looked up in each window (`planning.put_plan`)."""
    everywhere: F32
    """[WINDOWS] the same for what tokens run together, or parts of them, are."""
    sheet: Sheet
    """The traveller's name is on its left."""


def new_desk(index: Index) -> Desk:
    """A desk for searches in this index, one for each thread."""
    room = min(len(index.tokens), NUMBERS_MAX)
    rows = len(index.owners)
    return Desk(
        np.zeros(room + 1, dtype=np.uint8),
        np.zeros(FEW // 8, dtype=np.uint8),
        np.zeros(rows // 8 + 1, dtype=np.uint8),
        np.empty(COMPARED_MAX, dtype=np.int32),
        np.zeros(2, dtype=np.int64),
        np.zeros(1 << PLACES_MAX, dtype=np.float32),
        np.zeros((TOKENS_MAX, WINDOWS), dtype=np.float32),
        np.zeros(WINDOWS, dtype=np.float32),
        new_sheet(),
    )


@inlined
def _mark(desk: Desk, token: Whole, place: Whole, on: bool) -> None:
    """Marks a listed token by a place, or takes all its marks off."""
    number = wrapped(token, len(desk.marks) - 1)
    bits = np.int64(number) & (FEW - 1)
    if on:
        desk.marks[number] |= np.uint8(place)
        desk.few[bits >> 3] |= np.uint8(1 << (bits & 7))
    else:
        desk.marks[number] = 0
        desk.few[bits >> 3] = 0


@inlined
def marks_of(few: U8, marks: U8, number: Whole) -> Whole:
    """The places of a token, by its number (`rows.wrapped`)."""
    bits = np.int64(number) & (FEW - 1)
    return marks[number] if few[bits >> 3] & (1 << (bits & 7)) else np.uint8(0)


@lean
def set_marks(index: Index, query: Query, desk: Desk, least: Real, on: bool) -> None:
    """Marks the listed tokens that are like each piece by the place it stands for, or takes all marks off."""
    for piece in range(len(query.place)):
        for k in range(query.starts[piece], query.starts[piece + 1]):
            if query.alike[k] >= least:
                _mark(desk, query.found[k], query.place[piece], on)
    for i in range(len(query.rows)):
        if query.rows[i, INITIAL]:
            token = begins_at(index, query.rows[i])
            while token < len(index.tokens) and index.tokens[token, TEXT + 1] == query.rows[i, TEXT + 1]:
                _mark(desk, token, 1 << min(i, 7), on)
                token += 1


@inlined
def add(desk: Desk, row: Whole) -> bool:
    """Puts a row among those to be compared, once; False when there is no more room."""
    bit = np.uint8(1 << (row & 7))
    if desk.seen[row >> 3] & bit:
        return True
    if desk.counts[0] == len(desk.rows):
        return False
    desk.seen[row >> 3] |= bit
    desk.rows[desk.counts[0]] = row
    desk.counts[0] += 1
    return True


@lean
def tidy(index: Index, query: Query, desk: Desk) -> None:
    for k in range(desk.counts[0]):
        desk.seen[desk.rows[k] >> 3] = 0
    desk.counts[:] = 0
    # Those that were set, because a desk has one for each word of the list.
    set_marks(index, query, desk, ANY, False)


@inlined
def row_marks(starts: I32, tokens: I32, few: U8, marks: U8, row: Whole) -> Whole:
    """The places that the tokens of a row answer to."""
    room = len(marks) - 1
    marked: Whole = np.uint8(0)
    for k in range(starts[row], starts[row + 1]):
        marked |= marks_of(few, marks, wrapped(tokens[k], room))
    return marked

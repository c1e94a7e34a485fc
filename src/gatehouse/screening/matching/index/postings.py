"""The postings of a name's rarest pieces gone through, in the years that fit."""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import inlined, lean
from gatehouse.screening.matching.index.ahead import AHEAD, ask_for
from gatehouse.screening.matching.index.arrays import F32, I32, U8, U64, Index, Real, Whole
from gatehouse.screening.matching.index.desk import Desk, add, marks_of, row_marks
from gatehouse.screening.matching.index.planning import NEVER, alone, put_plan
from gatehouse.screening.matching.index.query import Query
from gatehouse.screening.matching.index.rows import MORE, OTHER_BITS, OTHERS_MAX
from gatehouse.screening.matching.index.scoring import birth_bound

POSTINGS_MAX = 4_000_000
"""Postings gone through for one name."""
FEW_POSTINGS = 8
NOBODY = -np.inf
"""Log-odds of a piece alone that let no row of it be compared."""
_OTHER = np.uint64((1 << OTHER_BITS) - 1)


@inlined
def _marked(few: U8, marks: U8, others: Whole) -> tuple[Whole, bool]:
    """The places that the other tokens of a posting answer to, and whether there is no other token."""
    room = len(marks) - 1
    marked: Whole = np.uint8(0)
    alone = True
    for k in range(OTHERS_MAX):
        other = np.int64((others >> np.uint64(OTHER_BITS * k)) & _OTHER)
        marked |= marks_of(few, marks, other)
        alone = alone and other == room
    return marked, alone


@inlined
def _place_of(postings: I32, first: Whole, last: Whole, row: Whole) -> Whole:
    """The first posting of a span that is not before a row."""
    while last - first > FEW_POSTINGS:
        middle = (first + last) // 2
        if postings[middle] < row:
            first = middle + 1
        else:
            last = middle
    # Most tokens have few, and going on one by one is quicker there.
    while first < last and postings[first] < row:
        first += 1
    return first


@inlined
def _ask_for_long(postings: I32, others: U64, starts: I32, tokens: I32, span: tuple[Whole, Whole]) -> None:
    """Asks for the tokens of rows further on in a span of postings that have more tokens than a posting tells of."""
    at, end = span
    if at + 2 * AHEAD < end and others[at + 2 * AHEAD] & MORE:
        ask_for(starts, postings[at + 2 * AHEAD])
    if at + AHEAD < end and others[at + AHEAD] & MORE:
        ask_for(tokens, starts[postings[at + AHEAD]])


@inlined
def _scan_range(
    index: Index, query: Query, desk: Desk, piece: Whole, span: tuple[Whole, Whole], hope: tuple[Real, Real]
) -> bool:
    """Goes through a span of postings; False when there is no more room.

    `hope` is the log-odds of a row that only this piece answers to, and the most that the birth dates there add.
    """
    (begin, end), (alone, best), births, strict = span, hope, query.births, query.least > 0
    # Taken out of their tuples before the loop: each look into one costs as much as the rest of a turn.
    postings, others, few, marks, most = index.postings, index.others, desk.few, desk.marks, desk.most
    mask, own, floor = query.mask[piece], query.place[piece], query.floor
    starts, tokens = index.row_starts, index.row_tokens
    desk.counts[1] += end - begin
    for at in range(begin, end):
        _ask_for_long(postings, others, starts, tokens, (at, end))
        marked, nothing_else = _marked(few, marks, others[at])
        # Where a row has more tokens than a posting tells of, or nothing else is asked of it, it is looked at itself.
        told = not others[at] & MORE and mask != 0
        if others[at] & MORE:
            marked = row_marks(starts, tokens, few, marks, postings[at])
        answered = mask == 0 or nothing_else or (marked & mask) != 0
        reach = np.float32(np.inf) if answered else alone
        if answered and (told or strict):
            reach = most[own | marked]
        # First without the row's own dates, which lie elsewhere.
        if reach + best < floor:
            continue
        if (strict or not answered) and reach + birth_bound(index, births, postings[at]) < floor:
            continue
        if not add(desk, postings[at]):
            return False
    return bool(desk.counts[1] <= POSTINGS_MAX)


@inlined
def _lowest(values: F32) -> Real:
    found: Real = values[0]
    for value in values:
        found = min(found, value)
    return found


@inlined
def _ask_for_postings(index: Index, query: Query, place: Whole, last: Whole) -> None:
    """Asks for the postings of a spelling that comes soon, and where those of a later one begin."""
    if place + AHEAD < last:
        ask_for(index.posting_starts, query.found[place + AHEAD])
    if place < last:
        first = index.posting_starts[query.found[place]]
        ask_for(index.postings, first)
        ask_for(index.others, first)


@lean
def _scan_piece(index: Index, query: Query, desk: Desk, piece: Whole, least: F32, alone: Real) -> bool:
    """Goes through the postings of a piece's spellings that are like enough for each window; False when cut short."""
    windows, best = query.births.windows, query.births.best
    postings, starts = index.postings, index.posting_starts
    lowest = _lowest(least)
    first_spelling, last_spelling = np.int64(query.starts[piece]), np.int64(query.starts[piece + 1])
    for k in range(first_spelling, min(first_spelling + AHEAD, last_spelling)):
        ask_for(starts, query.found[k])
    for k in range(first_spelling, last_spelling):
        if query.alike[k] < lowest:
            break
        _ask_for_postings(index, query, k + AHEAD // 2, last_spelling)
        token = query.found[k]
        first, end = starts[token], starts[token + 1]
        for window in range(len(windows)):
            begins, ends = windows[window, 0], windows[window, 1]
            if query.alike[k] < least[window] or begins == ends:
                continue
            # Windows follow one another, so that none begins before the one before it ended.
            first = _place_of(postings, first, end, begins)
            last = _place_of(postings, first, end, ends)
            if first < last and not _scan_range(index, query, desk, piece, (first, last), (alone, best[window])):
                return False
            first = last
    return True


@lean
def scan(index: Index, query: Query, desk: Desk, least: Real) -> bool:
    """Goes through as many pieces as are needed in each window; False when a limit cut it short."""
    count, windows = len(query.rows), len(query.births.windows)
    desk.everywhere[:] = least
    for piece in range(count, len(query.place)):
        # Of the parts of a token run together only the rarest is looked up; the others are marked.
        if query.load[piece] >= 0 and not _scan_piece(index, query, desk, piece, desk.everywhere[:windows], NOBODY):
            return False
    put_plan(query, least, desk.sheet, desk.plan)
    for piece in range(count):
        wanted = desk.plan[piece, :windows]
        if _lowest(wanted) < NEVER:
            hope = alone(query, piece, desk.sheet)
            if not _scan_piece(index, query, desk, piece, wanted, hope):
                return False
    return True

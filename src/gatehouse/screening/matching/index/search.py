"""A list searched for the names of travellers, by one compiled call for many of them.

First everybody with the traveller's birth day is compared, whatever the names look like. Then the postings of the
rarest pieces of the name are gone through, in the years that fit: a row is compared when another of its tokens answers
to another piece. Pieces are added until a name that holds none of them could no longer reach the floor. What is cut by
a limit is said in the flags.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.names.packed import INITIAL, TEXT
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, Index, Real, Whole
from gatehouse.screening.matching.index.asked import Asked, query_of
from gatehouse.screening.matching.index.letters import might_be, rest_might_be
from gatehouse.screening.matching.index.planning import EVIDENCE, GLUED, IDENTICAL, NEVER, alone, most_of, plan_of
from gatehouse.screening.matching.index.query import PLACES_MAX, Query
from gatehouse.screening.matching.index.rows import MORE, OTHER_BITS, OTHERS_MAX, wrapped
from gatehouse.screening.matching.index.scoring import birth_bound, rows_scored
from gatehouse.screening.matching.index.tokens import begins_at
from gatehouse.screening.matching.index.whole import rows_alike_whole
from gatehouse.screening.matching.name_kernel import EVIDENCE_MOST

COMPARED_MAX = 6000
"""Rows compared for one name before only near spellings are looked at."""
POSTINGS_MAX = 4_000_000
"""Postings gone through for one name."""
KEPT_MAX = 256
"""Rows given back, those with the highest log-odds."""
ANY, STRONG = np.float32(0.0), np.float32(0.9)
"""Likeness of the spellings that are looked at when there are too many others."""
FEW_POSTINGS = 8
RARE_POSTINGS = 200
"""Postings of a word that are gone through one by one, for names whose other words no key leads to."""
NOBODY = -np.inf
"""Log-odds of a piece alone that let no row of it be compared."""
NARROWED, CUT = 1, 2
"""Flags: only near spellings were looked at; not even all of those."""
FEW = 1 << 18
"""Bits of a filter that fits the nearest memory of a processor: most tokens are told by it to be unmarked."""
_OTHER = np.uint64((1 << OTHER_BITS) - 1)


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
    """[256] the most that a name can reach, by which of the traveller's tokens it answers to (`planning.most_of`)."""


class Rows(NamedTuple):
    """What was found for each of some names: the n-th has the rows from `starts[n]` to `starts[n + 1]`, in no order.

    Of each row there are the log-odds of its name, and in `totals` those with the most that its birth can add.
    """

    starts: I64
    rows: I32
    names: F32
    totals: F32
    flags: U8


def new_desk(index: Index) -> Desk:
    """A desk for searches in this index, one for each thread."""
    room = min(len(index.tokens), int(_OTHER))
    rows = len(index.owners)
    return Desk(
        np.zeros(room + 1, dtype=np.uint8),
        np.zeros(FEW // 8, dtype=np.uint8),
        np.zeros(rows // 8 + 1, dtype=np.uint8),
        np.empty(COMPARED_MAX, dtype=np.int32),
        np.zeros(2, dtype=np.int64),
        np.zeros(1 << PLACES_MAX, dtype=np.float32),
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
def _marks_of(few: U8, marks: U8, number: Whole) -> Whole:
    """The places of a token, by its number (`rows.wrapped`)."""
    bits = np.int64(number) & (FEW - 1)
    return marks[number] if few[bits >> 3] & (1 << (bits & 7)) else np.uint8(0)


@kernel
def _set_marks(index: Index, query: Query, desk: Desk, least: Real, on: bool) -> None:
    """Marks the listed tokens that are like each piece by the place it stands for, or takes all marks off."""
    for piece in range(len(query.place)):
        for k in range(query.starts[piece], query.starts[piece + 1]):
            if query.alike[k] >= least:
                _mark(desk, query.found[k], query.place[piece], on)
    for i in range(len(query.rows)):
        if query.rows[i][INITIAL]:
            following = query.rows[i].copy()
            following[TEXT + 1] += 1
            for token in range(begins_at(index, query.rows[i]), begins_at(index, following)):
                _mark(desk, token, 1 << min(i, 7), on)


@inlined
def _add(desk: Desk, row: Whole) -> bool:
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


@kernel
def _tidy(index: Index, query: Query, desk: Desk) -> None:
    for k in range(desk.counts[0]):
        desk.seen[desk.rows[k] >> 3] = 0
    desk.counts[:] = 0
    # Those that were set, because a desk has one for each word of the list.
    _set_marks(index, query, desk, ANY, False)


@inlined
def _marked(few: U8, marks: U8, others: Whole) -> tuple[Whole, bool]:
    """The places that the other tokens of a posting answer to, and whether there is no other token."""
    room = len(marks) - 1
    marked: Whole = np.uint8(0)
    alone = True
    for k in range(OTHERS_MAX):
        other = np.int64((others >> np.uint64(OTHER_BITS * k)) & _OTHER)
        marked |= _marks_of(few, marks, other)
        alone = alone and other == room
    return marked, alone


@inlined
def _row_marks(starts: I32, tokens: I32, marks: U8, row: Whole) -> Whole:
    """The places that the tokens of a row answer to."""
    room, marked = len(marks) - 1, np.uint8(0)
    for k in range(starts[row], starts[row + 1]):
        marked |= marks[wrapped(tokens[k], room)]
    return marked


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
        marked, nothing_else = _marked(few, marks, others[at])
        # Where a row has more tokens than a posting tells of, or nothing else is asked of it, it is looked at itself.
        told = not others[at] & MORE and mask != 0
        if others[at] & MORE:
            marked = _row_marks(starts, tokens, marks, postings[at])
        answered = mask == 0 or nothing_else or (marked & mask) != 0
        reach = np.float32(np.inf) if answered else alone
        if answered and (told or strict):
            reach = most[own | marked]
        # First without the row's own dates, which lie elsewhere.
        if reach + best < floor:
            continue
        if (strict or not answered) and reach + birth_bound(index, births, postings[at]) < floor:
            continue
        if not _add(desk, postings[at]):
            return False
    return bool(desk.counts[1] <= POSTINGS_MAX)


@lean
def _scan_piece(index: Index, query: Query, desk: Desk, piece: Whole, least: F32, alone: Real) -> bool:
    """Goes through the postings of a piece's spellings that are like enough for each window; False when cut short."""
    windows, best = query.births.windows, query.births.best
    postings, starts = index.postings, index.posting_starts
    lowest = least[0]
    for window in range(len(least)):
        lowest = min(lowest, least[window])
    for k in range(query.starts[piece], query.starts[piece + 1]):
        if query.alike[k] < lowest:
            break
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


@kernel
def _scan(index: Index, query: Query, desk: Desk, least: Real) -> bool:
    """Goes through as many pieces as are needed in each window; False when a limit cut it short."""
    count = len(query.rows)
    everywhere = np.full(len(query.births.windows), least, dtype=np.float32)
    for piece in range(count, len(query.place)):
        # Of the parts of a token run together only the rarest is looked up; the others are marked.
        if query.load[piece] >= 0 and not _scan_piece(index, query, desk, piece, everywhere, NOBODY):
            return False
    plan = plan_of(query, least)
    for piece in range(count):
        if plan[piece].min() < NEVER and not _scan_piece(index, query, desk, piece, plan[piece], alone(query, piece)):
            return False
    return True


@inlined
def _add_marked(index: Index, query: Query, desk: Desk, row: Whole, marked: Whole) -> bool:
    """Puts a row with these marks on the desk, unless it could not reach the floor of a long list; False if cut."""
    if query.least > 0 and desk.most[marked] + birth_bound(index, query.births, row) < query.floor:
        return True
    return _add(desk, row)


@lean
def _gather_days(index: Index, query: Query, desk: Desk, ranges: I32) -> bool:
    """Puts the rows of some days on the desk that hold a marked token; False when cut."""
    starts, tokens, few, marks = index.row_starts, index.row_tokens, desk.few, desk.marks
    whole, room = True, len(desk.marks) - 1
    for k in range(len(ranges)):
        row = ranges[k, 0]
        # Token by token, because few rows hold one that is marked.
        for at in range(starts[row], starts[ranges[k, 1]]):
            if _marks_of(few, marks, wrapped(tokens[at], room)):
                while starts[row + 1] <= at:
                    row += 1
                whole = _add_marked(index, query, desk, row, _row_marks(starts, tokens, marks, row)) and whole
    return whole


@lean
def _gather_by_letters(index: Index, query: Query, desk: Desk, ranges: I32) -> bool:
    """Puts the rows of some days on the desk that hold a marked token, or letters like the name's; False when cut."""
    whole = True
    for k in range(len(ranges)):
        for row in range(ranges[k, 0], ranges[k, 1]):
            if _row_marks(index.row_starts, index.row_tokens, desk.marks, row) or might_be(index, query, row):
                whole = _add(desk, row) and whole
    return whole


@lean
def _gather_rare(index: Index, query: Query, desk: Desk) -> bool:
    """Puts the rows of rare words on the desk whose other words may be the traveller's, mistyped; False when cut."""
    starts, postings, whole = index.posting_starts, index.postings, True
    most = desk.most[min(1 << len(query.rows), len(desk.most)) - 1]
    for place in range(len(query.rows)):
        if query.load[place] > RARE_POSTINGS:
            continue
        for k in range(query.starts[place], query.starts[place + 1]):
            token = query.found[k]
            for at in range(starts[token], starts[token + 1]):
                row = postings[at]
                if most + birth_bound(index, query.births, row) < query.floor:
                    continue
                if rest_might_be(index, query, row, place, token):
                    whole = _add(desk, row) and whole
    return whole


@lean
def _gather_whole(index: Index, query: Query, desk: Desk, rows: I32) -> bool:
    """Puts the rows of some names on the desk unless their births speak against the best of names; False when cut."""
    weights, starts, whole = query.weights, index.row_starts, True
    for row in rows:
        # Each token says 1 at most.
        evidence = min(EVIDENCE_MOST, max(len(query.rows), starts[row + 1] - starts[row]))
        most = weights[0] + (weights[EVIDENCE] + weights[IDENTICAL]) * evidence + max(0.0, weights[GLUED])
        if most + birth_bound(index, query.births, row) >= query.floor:
            whole = _add(desk, row) and whole
    return whole


@kernel
def _gather(index: Index, query: Query, desk: Desk) -> Whole:
    """Puts every row that is worth comparing on the desk; the flags."""
    flags = 0
    desk.most[:] = most_of(query)
    _set_marks(index, query, desk, query.least, True)
    # A name that holds no token which a key leads to can reach the floor.
    if query.least == ANY:
        whole = _gather_by_letters(index, query, desk, query.births.days)
    else:
        whole = _gather_days(index, query, desk, query.births.days)
    whole = _gather_days(index, query, desk, query.births.near) and whole
    if not (_gather_whole(index, query, desk, rows_alike_whole(index, query.rows)) and whole):
        flags = CUT
    if query.least == ANY and not _gather_rare(index, query, desk):
        flags = CUT
    kept = desk.counts[0]
    if not _scan(index, query, desk, ANY):
        flags |= NARROWED
        for k in range(kept, desk.counts[0]):
            desk.seen[desk.rows[k] >> 3] &= np.uint8(~(1 << (desk.rows[k] & 7)) & 0xFF)
        desk.counts[0], desk.counts[1] = kept, 0
        _set_marks(index, query, desk, ANY, False)
        _set_marks(index, query, desk, STRONG, True)
        if not _scan(index, query, desk, STRONG):
            flags |= CUT
    return flags


@kernel
def searched(index: Index, asked: Asked, desk: Desk, dead: U8) -> Rows:
    """The rows that may reach the floor of each name asked for, at most KEPT_MAX of one name, the likeliest.

    `dead` has a 1 for each entry that is not listed any more.
    """
    count = len(asked.names) - 1
    starts, flags = np.zeros(count + 1, dtype=np.int64), np.zeros(count, dtype=np.uint8)
    rows, names = np.empty(count * KEPT_MAX, dtype=np.int32), np.empty(count * KEPT_MAX, dtype=np.float32)
    totals = np.empty(count * KEPT_MAX, dtype=np.float32)
    for name in range(count):
        query, at = query_of(index, asked, name), starts[name]
        flags[name] = _gather(index, query, desk)
        found = rows_scored(index, query, desk.rows[: desk.counts[0]], desk.marks, dead)
        _tidy(index, query, desk)
        if len(found[0]) > KEPT_MAX:
            flags[name] |= CUT
            best = np.argsort(-found[2], kind="mergesort")[:KEPT_MAX]
            found = (found[0][best], found[1][best], found[2][best])
        end = at + len(found[0])
        rows[at:end], names[at:end], totals[at:end] = found[0], found[1], found[2]
        starts[name + 1] = end
    return Rows(starts, rows[: starts[count]], names[: starts[count]], totals[: starts[count]], flags)

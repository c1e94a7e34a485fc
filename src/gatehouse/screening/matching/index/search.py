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
from gatehouse.screening.matching.index.ahead import ask_for
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, Index, Whole
from gatehouse.screening.matching.index.asked import Asked, query_of
from gatehouse.screening.matching.index.desk import ANY, Desk, add, marks_of, row_marks, set_marks, tidy
from gatehouse.screening.matching.index.letters import might_be, rest_might_be
from gatehouse.screening.matching.index.planning import EVIDENCE, GLUED, IDENTICAL, put_most, put_own
from gatehouse.screening.matching.index.postings import scan
from gatehouse.screening.matching.index.query import Query
from gatehouse.screening.matching.index.rows import wrapped
from gatehouse.screening.matching.index.scoring import birth_bound, rows_scored
from gatehouse.screening.matching.index.whole import rows_alike_whole
from gatehouse.screening.matching.name_kernel import EVIDENCE_MOST

KEPT_MAX = 256
"""Rows given back, those with the highest log-odds."""
STRONG = np.float32(0.9)
"""Likeness of the spellings that are looked at when there are too many others."""
RARE_POSTINGS = 200
"""Postings of a word that are gone through one by one, for names whose other words no key leads to."""
NARROWED, CUT = 1, 2
"""Flags: only near spellings were looked at; not even all of those."""
LINE = 16
"""Numbers of 32 bits that come from memory together."""


class Rows(NamedTuple):
    """What was found for each of some names: the n-th has the rows from `starts[n]` to `starts[n + 1]`, in no order.

    Of each row there are the log-odds of its name, and in `totals` those with the most that its birth can add.
    """

    starts: I64
    rows: I32
    names: F32
    totals: F32
    flags: U8


@inlined
def _add_marked(index: Index, query: Query, desk: Desk, row: Whole, marked: Whole) -> bool:
    """Puts a row with these marks on the desk, unless it could not reach the floor of a long list; False if cut."""
    if query.least > 0 and desk.most[marked] + birth_bound(index, query.births, row) < query.floor:
        return True
    return add(desk, row)


@inlined
def _ask_for_days(starts: I32, tokens: I32, ranges: I32, day: Whole) -> None:
    """Asks for the tokens of the day after this one, and where those of the next one begin."""
    if day + 2 < len(ranges):
        ask_for(starts, ranges[day + 2, 0])
        ask_for(starts, ranges[day + 2, 1])
    if day + 1 < len(ranges):
        for at in range(starts[ranges[day + 1, 0]], starts[ranges[day + 1, 1]], LINE):
            ask_for(tokens, at)


@lean
def _gather_days(index: Index, query: Query, desk: Desk, ranges: I32) -> bool:
    """Puts the rows of some days on the desk that hold a marked token; False when cut."""
    starts, tokens, few, marks = index.row_starts, index.row_tokens, desk.few, desk.marks
    whole, room = True, len(desk.marks) - 1
    for k in range(len(ranges)):
        _ask_for_days(starts, tokens, ranges, k)
        row = ranges[k, 0]
        # Token by token, because few rows hold one that is marked.
        for at in range(starts[row], starts[ranges[k, 1]]):
            if marks_of(few, marks, wrapped(tokens[at], room)):
                while starts[row + 1] <= at:
                    row += 1
                whole = _add_marked(index, query, desk, row, row_marks(starts, tokens, few, marks, row)) and whole
    return whole


@lean
def _gather_by_letters(index: Index, query: Query, desk: Desk, ranges: I32) -> bool:
    """Puts the rows of some days on the desk that hold a marked token, or letters like the name's; False when cut."""
    starts, tokens, few, marks, whole = index.row_starts, index.row_tokens, desk.few, desk.marks, True
    for k in range(len(ranges)):
        for row in range(ranges[k, 0], ranges[k, 1]):
            if row_marks(starts, tokens, few, marks, row) or might_be(index, query, row):
                whole = add(desk, row) and whole
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
                    whole = add(desk, row) and whole
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
            whole = add(desk, row) and whole
    return whole


@lean
def _gather(index: Index, query: Query, desk: Desk, alike_whole: I32) -> Whole:
    """Puts every row that is worth comparing on the desk, those with a name alike as a whole among them; the flags."""
    flags = 0
    put_own(query, desk.sheet)
    put_most(query, desk.most)
    set_marks(index, query, desk, query.least, True)
    # A name that holds no token which a key leads to can reach the floor.
    if query.least == ANY:
        whole = _gather_by_letters(index, query, desk, query.births.days)
    else:
        whole = _gather_days(index, query, desk, query.births.days)
    whole = _gather_days(index, query, desk, query.births.near) and whole
    if not (_gather_whole(index, query, desk, alike_whole) and whole):
        flags = CUT
    if query.least == ANY and not _gather_rare(index, query, desk):
        flags = CUT
    kept = desk.counts[0]
    if not scan(index, query, desk, ANY):
        flags |= NARROWED
        for k in range(kept, desk.counts[0]):
            desk.seen[desk.rows[k] >> 3] &= np.uint8(~(1 << (desk.rows[k] & 7)) & 0xFF)
        desk.counts[0], desk.counts[1] = kept, 0
        set_marks(index, query, desk, ANY, False)
        set_marks(index, query, desk, STRONG, True)
        if not scan(index, query, desk, STRONG):
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
        flags[name] = _gather(index, query, desk, rows_alike_whole(index, query.rows))
        found = rows_scored(index, query, desk.rows[: desk.counts[0]], (desk.marks, dead), desk.sheet)
        tidy(index, query, desk)
        if len(found[0]) > KEPT_MAX:
            flags[name] |= CUT
            best = np.argsort(-found[2], kind="mergesort")[:KEPT_MAX]
            found = (found[0][best], found[1][best], found[2][best])
        end = at + len(found[0])
        rows[at:end], names[at:end], totals[at:end] = found[0], found[1], found[2]
        starts[name + 1] = end
    return Rows(starts, rows[: starts[count]], names[: starts[count]], totals[: starts[count]], flags)

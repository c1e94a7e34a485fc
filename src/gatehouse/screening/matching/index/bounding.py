"""The most that a row can score, from which of its tokens are marked: what lets most rows be set aside uncompared.

A token that nothing marks has no answer, unless its letters are near those of a token that is left over on the other
side. So nothing is set aside that a comparison would let pass, but tokens of one script that are three edits off.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, kernel
from gatehouse.names.packed import SCRIPT
from gatehouse.screening.matching.birth_years import bound
from gatehouse.screening.matching.index.arrays import F32, I32, U8, Index, Whole
from gatehouse.screening.matching.index.bits import may_be_alike
from gatehouse.screening.matching.index.query import GLUED_PLACE, PLACES_MAX, Query
from gatehouse.screening.matching.index.rows import wrapped
from gatehouse.screening.matching.name_kernel import (
    CONFLICT_MOST,
    EVIDENCE_MOST,
    FEATURES,
    RESEMBLING_MOST,
    SURPLUS_MOST,
)

EVIDENCE, CONFLICT = 1 + FEATURES.index("evidence"), 1 + FEATURES.index("conflict")
SURPLUS, IDENTICAL = 1 + FEATURES.index("surplus"), 1 + FEATURES.index("identical")
GLUED, WHOLE = 1 + FEATURES.index("glued"), 1 + FEATURES.index("whole")
RESEMBLING = 1 + FEATURES.index("resembling")
"""Places among the weights, which begin with the starting point."""
WEIGHT, DISSENT, STANDS_FOR_MORE = 0, 1, 2
"""Places among the facts; an initial may stand for any token of its letter."""
SET_ASIDE, COMPARE, LOOK = 0, 1, 2


class Seen(NamedTuple):
    """What the marks tell of a row: places answered; weight of its tokens marked; dissent of the others."""

    mask: np.uint8
    weight: np.float32
    over: np.float32


@inlined
def _seen(tokens: I32, facts: F32, marks: U8) -> Seen:
    room = len(marks) - 1
    mask, weight, over = np.uint8(0), np.float32(0.0), np.float32(0.0)
    for token in tokens:
        marked = marks[wrapped(token, room)]
        mask |= marked
        if marked:
            weight += facts[token, WEIGHT]
        elif not facts[token, STANDS_FOR_MORE]:
            over += facts[token, DISSENT]
    return Seen(np.uint8(mask), weight, over)


@inlined
def _judged(seen: Seen, facts: F32, weights: F32, least: float) -> Whole:
    """SET_ASIDE for what cannot reach `least`, LOOK for what can if tokens left over are near each other."""
    own, over = np.float32(0.0), np.float32(0.0)
    for place in range(facts.shape[1]):
        if seen.mask & (1 << min(place, PLACES_MAX - 1)):
            own += facts[WEIGHT, place]
        elif not facts[STANDS_FOR_MORE, place]:
            over += facts[DISSENT, place]
    conflict = min(over, seen.over)
    evidence = min(np.float32(EVIDENCE_MOST), max(own, seen.weight))
    most = weights[0] + weights[EVIDENCE] * evidence + weights[GLUED]
    most += weights[CONFLICT] * min(np.float32(CONFLICT_MOST), conflict)
    if conflict == 0:
        most += weights[IDENTICAL] * evidence
        most += weights[SURPLUS] * min(np.float32(SURPLUS_MOST), max(over, seen.over))
        return COMPARE if most >= least else SET_ASIDE
    if most >= least:
        return COMPARE
    return LOOK if most + weights[RESEMBLING] * min(RESEMBLING_MOST, conflict) + weights[WHOLE] >= least else SET_ASIDE


@kernel
def may_answer(index: Index, query: Query, place: Whole, token: Whole, marked: Whole) -> bool:
    """Whether a listed token may be like the traveller's token at `place`, by the marks or by its letters."""
    if marked & (1 << min(place, PLACES_MAX - 1)):
        return True
    own, listed = query.rows[place], index.tokens[token]
    return bool(own[SCRIPT] != listed[SCRIPT] or may_be_alike(own, query.bags[place], listed, index.bags[token]))


@kernel
def _left_over_alike(index: Index, query: Query, row: Whole, marks: U8, mask: Whole) -> bool:
    """Whether any two tokens that nothing marks, one on each side, have letters in common enough to be compared."""
    room = len(marks) - 1
    for k in range(index.row_starts[row], index.row_starts[row + 1]):
        token = index.row_tokens[k]
        if marks[wrapped(token, room)]:
            continue
        for place in range(len(query.rows)):
            if not mask & (1 << min(place, PLACES_MAX - 1)) and may_answer(index, query, place, token, 0):
                return True
    return False


@kernel
def worth_comparing(index: Index, query: Query, rows: I32, marks: U8) -> tuple[I32, F32]:
    """Those of `rows` that may reach the floor, and the most log-odds that the birth dates of each can add."""
    # Taken out of their tuples before the loop: each look into one costs as much as the rest of a turn.
    starts, tokens, facts, weights, own = index.row_starts, index.row_tokens, index.facts, query.weights, query.facts
    first, last, days, births = index.first, index.last, index.days, query.births.bounds
    year, floor = query.births.year, query.floor
    kept, most = np.empty(len(rows), dtype=np.int32), np.empty(len(rows), dtype=np.float32)
    count = 0
    for row in rows:
        birth = bound(births, year, first[row], last[row], days[row])
        seen = _seen(tokens[starts[row] : starts[row + 1]], facts, marks)
        judged = _judged(seen, own, weights, floor - birth)
        if seen.mask & (1 << GLUED_PLACE):
            judged = COMPARE
        if judged == SET_ASIDE or (judged == LOOK and not _left_over_alike(index, query, row, marks, seen.mask)):
            continue
        kept[count], most[count] = row, birth
        count += 1
    return kept[:count], most[:count]

"""The score of one row of an index beside a traveller's name: the same kernel as for one pair, on the same tokens."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, kernel
from gatehouse.names.kernels import GLUED_LETTERS_MIN, GLUED_LETTERS_OFF_MAX, glued_rows, likeness_rows
from gatehouse.names.packed import SCRIPT, TEXT
from gatehouse.names.whole import LIKENESS_MIN, whole_likeness
from gatehouse.screening.matching.birth_years import bound
from gatehouse.screening.matching.index.arrays import F32, I32, U8, U64, Index, Whole
from gatehouse.screening.matching.index.bits import bit_count
from gatehouse.screening.matching.index.bounding import may_answer
from gatehouse.screening.matching.index.query import Births, Query
from gatehouse.screening.matching.index.rows import wrapped
from gatehouse.screening.matching.name_kernel import FACTS, name_log_odds, needs_glue

GLUED_SHARED_MIN = 0.7
"""Share of a token's letters that two tokens run together have, for it to be compared with them."""
ONCE = np.uint64(0x5555555555555555)
"""The bits of a bag that stand for a letter's first time."""
UNKNOWN = -1.0
"""Stands for a likeness that has not been measured."""
REMEMBERED = 1024
"""Listed tokens whose likenesses are remembered while one name is searched for."""


class Memory(NamedTuple):
    """The likenesses of listed tokens to each token of the traveller; `tokens` are -1 where nothing is remembered."""

    tokens: I32
    alike: F32


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
def _fill_alike(index: Index, query: Query, listed: I32, memory: Memory, marks: U8) -> F32:
    """The likenesses of the traveller's tokens to these listed tokens."""
    known, values, rows, tokens, costs = memory.tokens, memory.alike, query.rows, index.tokens, query.costs
    alike = np.empty((len(rows), len(listed)), dtype=np.float32)
    for j in range(len(listed)):
        token = listed[j]
        at = token & (REMEMBERED - 1)
        if known[at] != token:
            known[at] = token
            values[at] = UNKNOWN
        for i in range(len(rows)):
            if values[at, i] == UNKNOWN:
                near = may_answer(index, query, i, token, marks[wrapped(token, len(marks) - 1)])
                values[at, i] = likeness_rows(rows[i], tokens[token], costs)[0] if near else 0.0
            alike[i, j] = values[at, i]
    return alike


@inlined
def _may_be_glued(length: Whole, whole: Whole, letters: Whole, parts: Whole) -> bool:
    """Whether a token of these letters (bag `whole`) has enough in common with two others run together."""
    if length < GLUED_LETTERS_MIN or abs(length - letters) > GLUED_LETTERS_OFF_MAX:
        return False
    # A letter that stands twice and more has two bits; those beyond are granted.
    granted = length - np.int64(bit_count(whole))
    return bool(np.int64(bit_count(whole & parts)) + granted >= GLUED_SHARED_MIN * length)


@inlined
def _both(one: Whole, other: Whole) -> Whole:
    """The bag of two tokens together: a letter of both stands at least twice."""
    return one | other | ((one & other & ONCE) << np.uint64(1))


@kernel
def _fill_glued(longer: U8, longer_bags: U64, parts: U8, part_bags: U64, costs: F32) -> F32:
    """[token of `longer`, place among `parts`] its likeness to the part there and the one behind it run together."""
    glued = np.zeros((len(longer), len(parts)), dtype=np.float32)
    for j in range(len(parts) - 1):
        letters = np.int64(parts[j, TEXT]) + np.int64(parts[j + 1, TEXT])
        both = _both(part_bags[j, 0], part_bags[j + 1, 0])
        for i in range(len(longer)):
            other_script = longer[i, SCRIPT] != parts[j, SCRIPT]
            if other_script or _may_be_glued(np.int64(longer[i, TEXT]), longer_bags[i, 0], letters, both):
                glued[i, j] = glued_rows(longer[i], parts[j], parts[j + 1], costs)
    return glued


@kernel
def _may_be_whole(one: U8, one_bags: U64, other: U8, other_bags: U64) -> bool:
    """Whether two names have letters enough in common to be alike as a whole: a letter lacking is an edit at least."""
    lengths, bags = np.zeros(2, dtype=np.int64), np.zeros(2, dtype=np.uint64)
    for k in range(len(one)):
        lengths[0] += one[k, TEXT]
        bags[0] = _both(bags[0], one_bags[k, 0])
    for k in range(len(other)):
        lengths[1] += other[k, TEXT]
        bags[1] = _both(bags[1], other_bags[k, 0])
    lacking = max(np.int64(bit_count(bags[0] & ~bags[1])), np.int64(bit_count(bags[1] & ~bags[0])))
    return bool(lacking <= (1.0 - LIKENESS_MIN) * max(lengths[0], lengths[1]))


@kernel
def row_log_odds(index: Index, query: Query, row: Whole, memory: Memory, marks: U8) -> float:
    """The log-odds of the names alone, what a weak alias takes off included."""
    first, last = index.row_starts[row], index.row_starts[row + 1]
    listed, every = index.row_tokens[first:last], index.facts
    alike = _fill_alike(index, query, listed, memory, marks)
    facts = np.empty((len(FACTS), len(listed)), dtype=np.float32)
    for j in range(len(listed)):
        facts[:, j] = every[listed[j]]
    left_glued, right_glued = np.zeros_like(alike), np.zeros_like(alike)
    whole = 0.0
    # Where every token has its answer there is nothing that the letters of the whole could mend.
    if needs_glue(alike):
        own, own_bags, costs = query.rows, query.bags, query.costs
        theirs, their_bags = index.tokens[listed], index.bags[listed]
        left_glued = np.ascontiguousarray(_fill_glued(theirs, their_bags, own, own_bags, costs).T)
        right_glued = _fill_glued(own, own_bags, theirs, their_bags, costs)
        if _may_be_whole(own, own_bags, theirs, their_bags):
            whole = whole_likeness(own, theirs)
    found = name_log_odds((alike, left_glued, right_glued), query.facts, facts, whole, query.weights)
    return float(found + (query.weak if index.weak[row] else 0.0))


@inlined
def birth_bound(index: Index, births: Births, row: Whole) -> float:
    """The most log-odds that the birth dates of a row can add."""
    return float(bound(births.bounds, births.year, index.first[row], index.last[row], index.days[row]))


@kernel
def supposed(query: Query, listed: F32, alike: F32, whole: float) -> float:
    """The log-odds of the traveller's name beside a supposed one, of these facts and likenesses.

    `whole` is the likeness of the names as wholes, 1 where it cannot be told: a bound may be too generous.
    """
    none = np.zeros(alike.shape, dtype=np.float32)
    return float(name_log_odds((alike, none, none), query.facts, listed, whole, query.weights))

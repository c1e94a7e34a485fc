"""What a held name and a listed one can reach at most, cheaply; and what they do reach, by the kernel of all scores."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.names.costs import costs
from gatehouse.names.kernels import glued_rows, likeness_rows
from gatehouse.names.packed import FOLD, INITIAL
from gatehouse.names.whole import whole_likeness
from gatehouse.screening.matching.birth_years import NO_DAY, SEVERAL_DAYS
from gatehouse.screening.matching.held_names import Held
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, U64, Index, Real, Whole
from gatehouse.screening.matching.index.bits import bit_count
from gatehouse.screening.matching.index.tokens import bags_of
from gatehouse.screening.matching.name_kernel import (
    FACTS,
    FEATURES,
    PAIRED_MIN,
    RESEMBLING_MIN,
    RESEMBLING_MOST,
    name_log_odds,
    needs_glue,
)
from gatehouse.screening.matching.weights import log_odds, name_weights, weights

FILLER_DAY = 101
SHARE_OF_LIKE = ((0.6, 0.5), (0.5, 0.4), (0.0, 0.34))
"""From which likeness on two names have at least which share of the longer one's sounds in common, nearly always: of
pairs of simulated and listed tokens that are as alike, 1 to 2 in 100 have less."""
NEXT_TO_NOTHING = 0.02
DISSENT = FACTS.index("dissent")
WHOLE_SOUNDS_SHARE = 0.6
"""Length in sounds of the shorter of two names that are alike as a whole, beside the longer; in letters it is 0.7."""
REMEMBERED = 1 << 20
"""Likenesses that are remembered while a segment is gone through."""
PLACES_MAX = 8
SAME, SLIP, SAME_YEAR, YEAR_ONLY, SAME_DAY, OFF_ONE, OFF_TWO, APART, MISSING = range(9)
"""Places in the array of what a birth can add at most."""


class Limits(NamedTuple):
    """What a score is made of: weights of the name, edit costs, weight of a weak alias, what a birth adds; the floor.

    `name_most` is the most that two names can reach, by how many tokens they have in common; `conflict` what a strange
    name on each side costs at least, `resembling` and `whole` what of it likeness can give back.
    """

    name: F32
    costs: F32
    weak: float
    births: F32
    name_most: F32
    conflict: float
    resembling: float
    whole: float
    floor: float


class Answers(NamedTuple):
    """For each held token the listed tokens that it may answer to: `found[starts[t] : starts[t + 1]]`."""

    starts: I64
    found: I32


def limits(threshold: float) -> Limits:
    """The limits with which nobody is left out who could reach `threshold`."""
    table = weights()
    born = table["birth_date"]
    most = np.array(
        [
            max(born.values()),
            max(born["swapped"], born["close"]),
            born["same_year_other_day"],
            max(born["year"], born["year_and_month"]),
            max(born["close"], born["same_day_other_year"]),
            max(born["year_off_one"], born["within"]),
            max(born["year_off_two"], born["within"]),
            max(born["different"], born["far"]),
            max(born["missing"], 0.0),
        ],
        dtype=np.float32,
    )
    name = name_weights()
    name_most = np.array([_name_most(name, count) for count in range(PLACES_MAX + 1)], dtype=np.float32)
    conflict = min(float(name[1 + FEATURES.index("conflict")]), 0.0)
    # What resembles is shared out between strange names and known ones: the dearer of the two bounds it.
    resembling, whole = (max(_most(name, each) for each in (kind, f"{kind}_known")) for kind in ("resembling", "whole"))
    weak = float(table["name"].get("weak_alias", 0.0))
    return Limits(name, costs(), weak, most, name_most, conflict, resembling, whole, log_odds(threshold))


def _name_most(name: F32, count: int) -> float:
    """The most that two names with so many tokens in common can reach, with and without a token that says little."""
    # A token run together with another adds what it is worth, whatever the rest.
    best = -np.inf
    for left_over in (0, 1):
        size = max(count + left_over, 1)
        alike, none = np.zeros((size, size), dtype=np.float32), np.zeros((size, size), dtype=np.float32)
        facts = np.zeros((len(FACTS), size), dtype=np.float32)
        facts[:2] = NEXT_TO_NOTHING
        facts[:2, :count] = 1.0
        alike[range(count), range(count)] = 1.0
        best = max(best, float(name_log_odds((alike, none, none), facts, facts, 0.0, name)))
    return best + _most(name, "glued")


def _most(name: F32, feature: str) -> float:
    return max(float(name[1 + FEATURES.index(feature)]), 0.0)


class Letters(NamedTuple):
    """What tells whether a held token resembles a listed one, and likenesses that were measured.

    Bags of the fold's letters and their number, for listed tokens and for held ones; `pairs` is -1 where nothing is
    remembered in `alike`. Few arrays, because a compiled call pays for each one that it is given.
    """

    listed: U8
    listed_bags: U64
    listed_sizes: I64
    held: U8
    held_bags: U64
    held_sizes: I64
    pairs: I64
    alike: F32
    costs: F32


@lean
def _may_be_slip(one: Whole, other: Whole) -> bool:
    """Whether two days of one year are an exchange, or agree in the day or in the month."""
    swapped = one // 100 == other % 100 and one % 100 == other // 100
    return swapped or one // 100 == other // 100 or one % 100 == other % 100


@inlined
def birth_most(index: Index, row: Whole, year: Whole, day: Whole, most: F32) -> Real:
    """The most that the births of a held person and of a row can add."""
    first, last = np.int64(index.first[row]), np.int64(index.last[row])
    if year == 0 or first == 0:
        return float(most[MISSING])
    apart = max(first - year, year - last, 0)
    listed_day = np.int64(index.days[row])
    told_in_full = day % 100 != 0 and listed_day != NO_DAY and listed_day != SEVERAL_DAYS
    if apart == 0:
        if not told_in_full or day == listed_day:
            return float(most[SAME])
        if FILLER_DAY in (day, listed_day):
            return float(most[YEAR_ONLY])
        return float(most[SLIP] if _may_be_slip(day, listed_day) else most[SAME_YEAR])
    by_years = most[OFF_ONE] if apart == 1 else most[OFF_TWO] if apart == 2 else most[APART]
    if day % 100 != 0 and (day == listed_day or listed_day == SEVERAL_DAYS):
        return float(max(by_years, most[SAME_DAY]))
    return float(by_years)


@lean
def _answered(told: Answers, held_token: Whole, listed_token: Whole) -> bool:
    """Whether a held token may answer to a listed one."""
    low, high = told.starts[held_token], told.starts[held_token + 1]
    while low < high:
        middle = (low + high) // 2
        if told.found[middle] < listed_token:
            low = middle + 1
        else:
            high = middle
    return bool(low < told.starts[held_token + 1] and told.found[low] == listed_token)


@lean
def conflict_least(index: Index, row: Whole, held: Held, numbers: I32, told: Answers) -> Real:
    """The least conflict that the tokens leave which answer to nothing: the lesser of both sides' dissent.

    An initial on either side may stand for anything that is left.
    """
    own, listed, initials = np.float32(0.0), np.float32(0.0), False
    for i in range(len(numbers)):
        answered = held.tokens[numbers[i], INITIAL] == 1
        initials = initials or answered
        for k in range(index.row_starts[row], index.row_starts[row + 1]):
            answered = answered or _answered(told, numbers[i], index.row_tokens[k])
        if not answered:
            own += held.facts[numbers[i], DISSENT]
    for k in range(index.row_starts[row], index.row_starts[row + 1]):
        token = index.row_tokens[k]
        answered = index.tokens[token, INITIAL] == 1
        initials = initials or answered
        for i in range(len(numbers)):
            answered = answered or _answered(told, numbers[i], token)
        if not answered:
            listed += index.facts[token, DISSENT]
    return np.float32(0.0) if initials else min(own, listed)


@kernel
def unanswered(index: Index) -> F32:
    """For each row the dissent left when its loudest token has an answer; 0 where an initial may stand for anything."""
    left = np.zeros(len(index.owners), dtype=np.float32)
    for row in range(len(left)):
        loudest, initials = np.float32(0.0), False
        for k in range(index.row_starts[row], index.row_starts[row + 1]):
            token = index.row_tokens[k]
            left[row] += index.facts[token, DISSENT]
            loudest = max(loudest, index.facts[token, DISSENT])
            initials = initials or index.tokens[token, INITIAL] == 1
        left[row] = np.float32(0.0) if initials else left[row] - loudest
    return left


@inlined
def own_left(held: Held, numbers: I32, marks: Whole) -> Real:
    """The dissent of the held tokens without a mark; 0 where an initial may stand for anything."""
    left = np.float32(0.0)
    for i in range(len(numbers)):
        if held.tokens[numbers[i], INITIAL]:
            return np.float32(0.0)
        if not marks & (1 << min(i, PLACES_MAX - 1)):
            left += held.facts[numbers[i], DISSENT]
    return left


@kernel
def letters_of(listed: U8, held: U8, edit_costs: F32) -> Letters:
    """The letters of these tokens; no likeness is measured yet."""
    return Letters(
        listed,
        bags_of(listed)[:, 1].copy(),
        listed[:, FOLD].astype(np.int64),
        held,
        bags_of(held)[:, 1].copy(),
        held[:, FOLD].astype(np.int64),
        np.full(REMEMBERED, -1, dtype=np.int64),
        np.zeros(REMEMBERED, dtype=np.float32),
        edit_costs,
    )


@inlined
def _likeness(letters: Letters, token: Whole, own: Whole) -> Real:
    """The likeness of a listed and a held token, remembered."""
    key = np.int64(own) * len(letters.listed) + np.int64(token)
    at = key % REMEMBERED
    if letters.pairs[at] != key:
        letters.pairs[at] = key
        letters.alike[at] = likeness_rows(letters.held[own], letters.listed[token], letters.costs)[0]
    return float(letters.alike[at])


@inlined
def resembling(letters: Letters, listed: I32, numbers: I32, marks: Whole, least: Real) -> Real:
    """How much held tokens without a mark resemble listed ones: from 0 to 1 for each pair, at most two pairs.

    Less than `least` in all is of no use, and may be given back as 0.
    """
    free = 0
    for i in range(len(numbers)):
        free += 0 if marks & (1 << min(i, PLACES_MAX - 1)) else 1
    most = min(free, RESEMBLING_MOST)
    if most < least:
        return 0.0
    share = _share_of(RESEMBLING_MIN + (PAIRED_MIN - RESEMBLING_MIN) * max(least, 0.0) / max(most, 1))
    best = np.float64(0.0)
    for i in range(len(numbers)):
        if marks & (1 << min(i, PLACES_MAX - 1)):
            continue
        own = numbers[i]
        for token in listed:
            longer = max(letters.held_sizes[own], letters.listed_sizes[token])
            shared = np.int64(bit_count(letters.held_bags[own] & letters.listed_bags[token]))
            if shared >= share * longer:
                # One that answers to this token would have marked it, so what is measured is left over on both sides.
                best = max(best, np.float64(_likeness(letters, token, own)))
    degree = min(1.0, max(0.0, (best - RESEMBLING_MIN) / (PAIRED_MIN - RESEMBLING_MIN)))
    return float(most * degree)


@lean
def _share_of(likeness: Real) -> Real:
    """The share of sounds that two names at least have in common which are so much alike."""
    for least, share in SHARE_OF_LIKE:
        if likeness >= least:
            return float(share)
    return 0.0


@inlined
def may_be_whole(letters: Letters, listed: I32, numbers: I32) -> bool:
    """Whether two names are of so nearly one length in sounds that they may be alike as a whole."""
    own, theirs = np.int64(0), np.int64(0)
    for number in numbers:
        own += letters.held_sizes[number]
    for token in listed:
        theirs += letters.listed_sizes[token]
    return bool(min(own, theirs) >= WHOLE_SOUNDS_SHARE * max(own, theirs))


@kernel
def rows_of(held: Held, numbers: I32) -> U8:
    """The packed tokens of a held name."""
    rows = np.empty((len(numbers), held.tokens.shape[1]), dtype=np.uint8)
    for i in range(len(numbers)):
        rows[i] = held.tokens[numbers[i]]
    return rows


@kernel
def listed_rows(index: Index, row: Whole) -> U8:
    """The packed tokens of a listed name."""
    return index.tokens[index.row_tokens[index.row_starts[row] : index.row_starts[row + 1]]]


@kernel
def name_score(index: Index, row: Whole, rows: U8, facts: F32, limit: Limits) -> Real:
    """The log-odds of a held name, `rows` with their `facts`, beside a listed one."""
    listed = listed_rows(index, row)
    first, left, right = index.row_starts[row], len(rows), len(listed)
    alike = np.empty((left, right), dtype=np.float32)
    listed_facts = np.empty((len(FACTS), right), dtype=np.float32)
    for j in range(right):
        listed_facts[:, j] = index.facts[index.row_tokens[first + j]]
        for i in range(left):
            alike[i, j] = likeness_rows(rows[i], listed[j], limit.costs)[0]
    left_glued = np.zeros((left, right), dtype=np.float32)
    right_glued = np.zeros((left, right), dtype=np.float32)
    if needs_glue(alike):
        for i in range(left):
            for j in range(right):
                if i + 1 < left:
                    left_glued[i, j] = glued_rows(listed[j], rows[i], rows[i + 1], limit.costs)
                if j + 1 < right:
                    right_glued[i, j] = glued_rows(rows[i], listed[j], listed[j + 1], limit.costs)
    whole = whole_likeness(rows, listed)
    found = name_log_odds((alike, left_glued, right_glued), facts, listed_facts, whole, limit.name)
    return float(found + (limit.weak if index.weak[row] else 0.0))


@kernel
def facts_of(held: Held, numbers: I32) -> F32:
    """The facts of a held name's tokens, as the kernel takes them."""
    facts = np.empty((len(FACTS), len(numbers)), dtype=np.float32)
    for i in range(len(numbers)):
        facts[:, i] = held.facts[numbers[i]]
    return facts

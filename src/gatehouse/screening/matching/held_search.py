"""The held travellers who may be one of a few listed persons: the whole of them gone through in one pass.

First every held token is asked which listed tokens it may be another spelling of, once, however many people bear it.
Then every name is gone through: a listed name is compared when two of its tokens answer, or one where little else is
left or where the births agree, or whatever the names look like on the same day. What is compared is scored by the
kernel that scores everything; who could reach the floor is given back, to be screened in full.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.names.packed import FOLD, INITIAL, TEXT
from gatehouse.names.whole import LIKENESS_MIN, whole_likeness
from gatehouse.screening.matching.circumstances import nationality_reason, sex_reason
from gatehouse.screening.matching.held_names import Held, groups_of
from gatehouse.screening.matching.held_scoring import (
    PLACES_MAX,
    Answers,
    Letters,
    Limits,
    birth_most,
    conflict_least,
    facts_of,
    letters_of,
    limits,
    listed_rows,
    may_be_whole,
    name_score,
    own_left,
    resembling,
    rows_of,
    unanswered,
)
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, U64, Index, Real, Whole
from gatehouse.screening.matching.index.bits import bit_count
from gatehouse.screening.matching.index.build import build
from gatehouse.screening.matching.index.keys import BY_FOLD, BY_TEXT, letters_key
from gatehouse.screening.matching.index.tokens import spellings
from gatehouse.screening.matching.name_kernel import RESEMBLING_MOST
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Reason, Subject
from gatehouse.terms.entry import ListEntry

NEVER = -np.inf
HALF_LETTERS_MIN = 3
"""Letters that a part needs to be looked for in a token that may be two run together."""


class Halves(NamedTuple):
    """Beginnings and ends of listed tokens, by hash ascending: what a held token may be one half of."""

    keys: U64
    tokens: I32


class Desk(NamedTuple):
    """What is at hand for one name: the touched rows, the marks of all rows, what they leave, `weak`, likenesses.

    `told` is what each held token answers to.
    """

    touched: I32
    marks: U8
    left: F32
    weak: F32
    letters: Letters
    told: Answers


@kernel
def _halves_of(row: U8, keys: U64, at: Whole) -> Whole:
    """Puts the keys of the beginnings and ends of a token, by letters and by sound; where the next one goes."""
    for kind, place in ((BY_TEXT, TEXT), (BY_FOLD, FOLD)):
        count = np.int64(row[place])
        letters = row[place + 1 : place + 1 + count]
        for size in range(HALF_LETTERS_MIN, count - HALF_LETTERS_MIN + 1):
            keys[at] = letters_key(kind, letters, size, -1)
            keys[at + 1] = letters_key(kind, letters[count - size :], size, -1)
            at += 2
    return at


@kernel
def halves(tokens: U8) -> Halves:
    """The halves of these tokens."""
    own = np.empty(200, dtype=np.uint64)
    total = 0
    for token in range(len(tokens)):
        total += _halves_of(tokens[token], own, 0)
    keys, numbers = np.empty(total, dtype=np.uint64), np.empty(total, dtype=np.int32)
    at = 0
    for token in range(len(tokens)):
        count = _halves_of(tokens[token], own, 0)
        keys[at : at + count] = own[:count]
        numbers[at : at + count] = token
        at += count
    order = np.argsort(keys, kind="mergesort")
    return Halves(keys[order], numbers[order])


@kernel
def _take(keys: U64, tokens: I32, key: Whole, found: I32, at: Whole) -> Whole:
    place = np.searchsorted(keys, key)
    while place < len(keys) and keys[place] == key and at < len(found):
        found[at] = tokens[place]
        at += 1
        place += 1
    return at


@kernel
def _parts(index: Index, listed: Halves, row: U8, found: I32, own: U64) -> Whole:
    """Listed tokens that are a part of this one, or of which it is one; how many."""
    at: Whole = 0
    for k in range(_halves_of(row, own, 0)):
        at = _take(index.keys, index.key_tokens, own[k], found, at)
    for kind, place in ((BY_TEXT, TEXT), (BY_FOLD, FOLD)):
        count = np.int64(row[place])
        if count >= HALF_LETTERS_MIN:
            key = letters_key(kind, row[place + 1 : place + 1 + count], count, -1)
            at = _take(listed.keys, listed.tokens, key, found, at)
    return at


@kernel
def answers(index: Index, listed: Halves, tokens: U8, edit_costs: F32) -> Answers:
    """What each of these held tokens may answer to. An initial answers to nothing."""
    starts = np.zeros(len(tokens) + 1, dtype=np.int64)
    found = np.empty(max(1024, 4 * len(tokens)), dtype=np.int32)
    parts, own = np.empty(2000, dtype=np.int32), np.empty(200, dtype=np.uint64)
    at = 0
    for token in range(len(tokens)):
        row = tokens[token]
        if not row[INITIAL]:
            alike, _ = spellings(index, row, edit_costs, False)
            count = _parts(index, listed, row, parts, own)
            both = np.unique(np.concatenate((alike, parts[:count])))
            if at + len(both) > len(found):
                found = np.concatenate((found, np.empty(len(found) + len(both), dtype=np.int32)))
            found[at : at + len(both)] = both
            at += len(both)
        starts[token + 1] = at
    return Answers(starts, found[:at])


@lean
def _touch(index: Index, told: Answers, names: I32, marks: U8, touched: I32) -> Whole:
    """Marks every row that any of the tokens answers to by the tokens' places; how many rows were touched."""
    count = 0
    for i in range(len(names)):
        bit = np.uint8(1 << min(i, PLACES_MAX - 1))
        for k in range(told.starts[names[i]], told.starts[names[i] + 1]):
            token = told.found[k]
            for at in range(index.posting_starts[token], index.posting_starts[token + 1]):
                row = index.postings[at]
                if marks[row] == 0:
                    touched[count] = row
                    count += 1
                marks[row] |= bit
    return count


@kernel
def scan(index: Index, held: Held, told: Answers, weak: F32, limit: Limits, found: U8) -> None:
    """Sets `found` to 1 for each held person who could reach the floor with any listed name.

    `weak` is what sex, nationality and place can add for each group and entry.
    """
    marks = np.zeros(len(index.owners) + 1, dtype=np.uint8)
    touched = np.empty(len(index.owners) + 1, dtype=np.int32)
    left, letters = unanswered(index), letters_of(index.tokens, held.tokens, limit.costs)
    for name in range(len(held.owners)):
        owner = held.owners[name]
        if found[owner]:
            continue
        numbers = held.name_tokens[held.name_starts[name] : held.name_starts[name + 1]]
        count = _touch(index, told, numbers, marks, touched)
        count = _touch_day(index, np.int64(held.years[owner]), np.int64(held.days[owner]), marks, touched, count)
        if count and _reaches(index, held, name, Desk(touched[:count], marks, left, weak, letters, told), limit):
            found[owner] = 1
        for k in range(count):
            marks[touched[k]] = 0


@lean
def _touch_day(index: Index, year: Whole, day: Whole, marks: U8, touched: I32, count: Whole) -> Whole:
    """Marks every row of the same full birth date as answering throughout; how many rows are touched now."""
    if year == 0 or day % 100 == 0:
        return count
    born = year * 10000 + day
    row = index.blocks[2] + np.searchsorted(index.born[index.blocks[2] :], born)
    while row < len(index.born) and index.born[row] == born:
        if marks[row] == 0:
            touched[count] = row
            count += 1
        marks[row] = 0xFF
        row += 1
    return count


@kernel
def _reaches(index: Index, held: Held, name: Whole, rows: Desk, limit: Limits) -> bool:
    """Whether a held name reaches the floor with any of the touched rows on the desk."""
    numbers = held.name_tokens[held.name_starts[name] : held.name_starts[name + 1]]
    own, facts = rows_of(held, numbers[:0]), facts_of(held, numbers[:0])
    for row in rows.touched:
        most = _most(index, held, name, row, rows, limit)
        if most == NEVER:
            continue
        if not len(own):
            own, facts = rows_of(held, numbers), facts_of(held, numbers)
        if most < limit.floor and whole_likeness(own, listed_rows(index, row)) <= LIKENESS_MIN:
            continue
        others = _others(index, held, held.owners[name], row, rows.weak, limit)
        if name_score(index, row, own, facts, limit) + others >= limit.floor:
            return True
    return False


@inlined
def _others(index: Index, held: Held, owner: Whole, row: Whole, weak: F32, limit: Limits) -> Real:
    """The most that birth, sex, nationality and place add."""
    born = birth_most(index, row, np.int64(held.years[owner]), np.int64(held.days[owner]), limit.births)
    return float(born + weak[held.groups[owner], index.owners[row]])


@inlined
def _most(index: Index, held: Held, name: Whole, row: Whole, rows: Desk, limit: Limits) -> Real:
    """The most that a held name reaches with a row where they are not alike as a whole.

    `NEVER` where being so would not help either; the floor where they were born on one day, for then any likeness may.
    """
    marks = rows.marks[row]
    others = _others(index, held, held.owners[name], row, rows.weak, limit)
    if others + limit.name_most[PLACES_MAX] < limit.floor:
        return NEVER
    if marks == 0xFF:
        return limit.floor
    numbers = held.name_tokens[held.name_starts[name] : held.name_starts[name + 1]]
    common = np.int64(bit_count(np.uint64(marks)))
    if common < 2:
        least = min(rows.left[row], own_left(held, numbers, marks))
    else:
        least = conflict_least(index, row, held, numbers, rows.told)
    most = float(limit.name_most[common] + limit.conflict * least + others)
    if most >= limit.floor:
        return most
    if most + min(len(numbers) - int(common), RESEMBLING_MOST) * limit.resembling + limit.whole < limit.floor:
        return NEVER
    listed = index.row_tokens[index.row_starts[row] : index.row_starts[row + 1]]
    whole = limit.whole if may_be_whole(rows.letters, listed, numbers) else 0.0
    lacking = (limit.floor - most - whole) / limit.resembling
    most = float(most + limit.resembling * resembling(rows.letters, listed, numbers, marks, lacking))
    return most if most + whole >= limit.floor else NEVER


class Listed:
    """A few listed persons made ready to be looked for among the held; `threshold` is the least score that matters."""

    def __init__(self, entries: Iterable[ListEntry], threshold: float) -> None:
        self.entries = list(entries)
        self.compiled = build(self.entries)
        self.limits = limits(threshold)
        self.halves = halves(self.compiled.index.tokens)
        self._weak: dict[tuple[str | None, tuple[str, ...]], F32] = {}

    def weak(self, held: Held) -> F32:
        """[groups, entries] the log-odds that sex, nationality and place can add at most."""
        rows = [self._of_group(*group) for group in groups_of(held)]
        return np.array(rows, dtype=np.float32).reshape(-1, len(self.entries))

    def _of_group(self, sex: str | None, nationalities: tuple[str, ...]) -> F32:
        found = self._weak.get((sex, nationalities))
        if found is None:
            place = max(weights()["birth_place"].values())
            told = Subject((), sex=sex, nationalities=nationalities)
            most = [
                _circumstance(sex_reason(told, entry), "sex")
                + _circumstance(nationality_reason(told, entry), "nationality")
                + (place if entry.birth_places else 0.0)
                for entry in self.entries
            ]
            found = self._weak[sex, nationalities] = np.array(most, dtype=np.float32)
        return found


def _circumstance(reason: Reason, kind: str) -> float:
    """What a circumstance adds; where the held side states none, the most it could, for another statement may."""
    return reason.weight if reason.traveller else max(weights()[kind].values())


def worth_screening(held: Held, listed: Listed) -> I64:
    """Places of the held statements that could reach the threshold with an entry, ascending."""
    found = np.zeros(len(held.records), dtype=np.uint8)
    index = listed.compiled.index
    if len(index.owners) and len(held.owners):
        told = answers(index, listed.halves, held.tokens, listed.limits.costs)
        scan(index, held, told, listed.weak(held), listed.limits, found)
    keys = np.unique(listed.compiled.entries.keys)
    if len(keys):
        at = np.minimum(np.searchsorted(keys, held.keys), len(keys) - 1)
        found[held.key_owners[keys[at] == held.keys]] = 1
    return np.flatnonzero(found)

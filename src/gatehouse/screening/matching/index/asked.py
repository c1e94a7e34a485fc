"""The names of many travellers asked for at once, and how compiled code makes the query of each of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.screening.matching.index.arrays import F32, F64, I32, I64, U8, Index, Whole
from gatehouse.screening.matching.index.birthdays import Birthdays
from gatehouse.screening.matching.index.query import ALL_PLACES, GLUED_PLACE, PLACES_MAX, Query
from gatehouse.screening.matching.index.splitting import all_joined
from gatehouse.screening.matching.index.tokens import WEIGHT, Spelled, bags_of, load
from gatehouse.screening.matching.index.windows import Looks, births_of
from gatehouse.screening.matching.name_kernel import FACTS

GLUED_WORDS_MAX = 2
"""Words of a name in which tokens run together are looked for."""
JOINED_MASK = 0
"""Of a name of two words nothing is left when both are one: such a row is looked at whatever else it holds."""


class Asked(NamedTuple):
    """N names of T words in all, of which W are different.

    The words of the n-th name are those from `names[n]` to `names[n + 1]` of `rows` and `words`. `spelled` begins with
    the spellings of the W words; those of the parts of word w, if it is run together, are the ones from `parts[w]` to
    `parts[w + 1]`, with `masks` (`query.Query`) from `parts[w] - W` on.
    """

    rows: U8
    """[T, packed.WIDTH] packed tokens, read-only."""
    words: I32
    """[T] the number of each word."""
    names: I64
    facts: F32
    """[W, len(FACTS)]"""
    spelled: Spelled
    parts: I64
    masks: U8
    born: I64
    """[N, 2] the year of birth, 0 when none is stated, and the way of looking for it."""
    least: F64
    """[N] the likeness from which listed tokens are marked (`query.Query`)."""
    looks: Looks
    birthdays: Birthdays
    weights: F32
    costs: F32
    weak: float


class _Pieces(NamedTuple):
    """Room for the pieces of a name; `at` are how many there are, and how many listed tokens."""

    found: I32
    alike: F32
    starts: I32
    load: I64
    place: U8
    mask: U8
    at: I64


@inlined
def _bit(place: Whole) -> np.uint8:
    return np.uint8(1 << min(place, PLACES_MAX - 1))


@lean
def _put(pieces: _Pieces, found: I32, alike: F32, postings: Whole, place: Whole, mask: Whole) -> None:
    """Adds a piece: the listed tokens like it, their likeness and postings, its place, and what may answer beside."""
    piece, at = pieces.at[0], pieces.at[1]
    for k in range(len(found)):
        pieces.found[at + k], pieces.alike[at + k] = found[k], alike[k]
    pieces.load[piece], pieces.place[piece], pieces.mask[piece] = postings, place, mask
    pieces.starts[piece + 1] = at + len(found)
    pieces.at[0], pieces.at[1] = piece + 1, at + len(found)


@lean
def _put_kept(pieces: _Pieces, spelled: Spelled, one: Whole, place: Whole, mask: Whole) -> None:
    """Adds one of the spellings that are known."""
    first, last = spelled.starts[one], spelled.starts[one + 1]
    _put(pieces, spelled.found[first:last], spelled.alike[first:last], spelled.loads[one], place, mask)


@kernel
def _put_joined(index: Index, pieces: _Pieces, count: Whole, joined: tuple[I32, I64]) -> None:
    """Adds neighbours written together, in either order, as lists and carriers do."""
    found, starts = joined
    for way in range(len(starts) - 1):
        one = found[starts[way] : starts[way + 1]]
        if len(one):
            both = _bit(way // 2) | _bit(way // 2 + 1)
            mask = JOINED_MASK if count == 2 else ALL_PLACES & ~both
            _put(pieces, one, np.ones(len(one), dtype=np.float32), load(index, one), both, mask)


@kernel
def _new_pieces(asked: Asked, words: I32, joined: tuple[I32, I64]) -> _Pieces:
    """Room for all pieces of a name of these words."""
    kept, starts = np.int64(len(words)), asked.spelled.starts
    listed = np.int64(len(joined[0]))
    for word in words:
        first, last = asked.parts[word], asked.parts[word + 1]
        kept += last - first
        listed += starts[word + 1] - starts[word] + starts[last] - starts[first]
    room = kept + len(joined[1])
    return _Pieces(
        np.empty(listed, dtype=np.int32),
        np.empty(listed, dtype=np.float32),
        np.zeros(room + 1, dtype=np.int32),
        np.empty(room, dtype=np.int64),
        np.empty(room, dtype=np.uint8),
        np.empty(room, dtype=np.uint8),
        np.zeros(2, dtype=np.int64),
    )


@kernel
def _pieces_of(index: Index, asked: Asked, rows: U8, words: I32) -> _Pieces:
    """Every piece of a name: its words first, then neighbours run together, then parts of words."""
    count, joined = len(words), all_joined(index, rows)
    pieces = _new_pieces(asked, words, joined)
    for place in range(count):
        _put_kept(pieces, asked.spelled, words[place], _bit(place), ALL_PLACES & ~_bit(place))
    _put_joined(index, pieces, count, joined)
    # With three words or more the others find the name, and its whole (`whole`) when all are run together.
    if count <= GLUED_WORDS_MAX:
        for word in words:
            for part in range(asked.parts[word], asked.parts[word + 1]):
                mask = asked.masks[part - asked.parts[0]]
                _put_kept(pieces, asked.spelled, part, _bit(GLUED_PLACE), mask)
    return pieces


@kernel
def query_of(index: Index, asked: Asked, name: Whole) -> Query:
    """The query of one of the names asked for."""
    first, last = asked.names[name], asked.names[name + 1]
    rows, words = asked.rows[first:last], asked.words[first:last]
    facts, heaviest = np.empty((len(FACTS), len(words)), dtype=np.float32), np.empty(len(words), dtype=np.float32)
    for place in range(len(words)):
        for fact in range(len(FACTS)):
            facts[fact, place] = asked.facts[words[place], fact]
        heaviest[place] = (facts[WEIGHT, place] + asked.spelled.heaviest[words[place]]) / np.float32(2)
    pieces = _pieces_of(index, asked, rows, words)
    births = births_of(index, asked.birthdays, asked.looks, asked.born[name, 1], asked.born[name, 0])
    count, listed = pieces.at[0], pieces.at[1]
    return Query(
        rows,
        bags_of(rows),
        facts,
        heaviest,
        pieces.found[:listed],
        pieces.alike[:listed],
        pieces.starts[: count + 1],
        pieces.load[:count],
        pieces.place[:count],
        pieces.mask[:count],
        births,
        asked.weights,
        asked.costs,
        asked.weak,
        births.floor,
        asked.least[name],
    )

"""A traveller's token cut into listed names that may have been run together: `smithersjohn`, `johnwsmithersmr`."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import kernel
from gatehouse.names.packed import END, FOLD, FRONT, TEXT
from gatehouse.screening.matching.index.arrays import I32, I64, U8, Index, Whole
from gatehouse.screening.matching.index.keys import BY_FOLD, BY_TEXT, letters_key
from gatehouse.screening.matching.index.tokens import first_of, load

PART_LETTERS_MIN = 2
"""Letters of sound that a part has at least."""
CUTS_MAX = 6
"""Ways of cutting one token that are tried, those with the commonest parts."""
PARTS_MAX = 3
ENDS_MAX = 3
"""Beginnings and ends of a token that are taken for names, the rest being mistyped."""
KNOWN_LETTERS_MIN = 4
"""Letters that such a beginning or end has at least."""
SPELLINGS_MAX = 64
"""Listed tokens of the same sound that are taken for one part."""
NOT_SCANNED = -1
"""Load of a part whose postings are not gone through."""
PIECES_MAX = CUTS_MAX * PARTS_MAX + 1


class Parts(NamedTuple):
    """What some tokens may be run together of. The k-th has the pieces from `pieces[k]` to `pieces[k + 1]`.

    Of piece p `found[starts[p] : starts[p + 1]]` are the listed tokens and `loads[p]` their postings, or NOT_SCANNED;
    `known` is 1 for the listed tokens that the token begins or ends with. `ends` are rows of (token, first letter,
    letter behind the last one) of what is then left.
    """

    pieces: I64
    starts: I64
    found: I32
    loads: I64
    known: U8
    ends: I64


@kernel
def same_fold(index: Index, fold: U8, count: Whole) -> I32:
    """The listed tokens whose fold is the first `count` letters of `fold`."""
    key = letters_key(BY_FOLD, fold, count, -1)
    found = np.empty(SPELLINGS_MAX, dtype=np.int32)
    at, place = 0, first_of(index, key)
    while place < len(index.keys) and index.keys[place] == key and at < SPELLINGS_MAX:
        token = index.key_tokens[place]
        # The same key may be that of a longer fold with a letter left out.
        if index.tokens[token][FOLD] == count:
            found[at] = token
            at += 1
        place += 1
    return found[:at]


@kernel
def _loads(index: Index, fold: U8, first: Whole, last: Whole) -> I64:
    """Postings of the listed tokens that sound like each piece of the fold, by its first letter and the one behind."""
    loads = np.zeros((last + 1, last + 1), dtype=np.int64)
    for a in range(first, last):
        for b in range(a + PART_LETTERS_MIN, last + 1):
            if a > first or b < last:
                loads[a, b] = load(index, same_fold(index, fold[a:], b - a))
    return loads


@kernel
def _better(ways: I64, way: I64) -> None:
    """Puts a way of cutting among the best, in the place of the worst, if it is better than that."""
    worst = np.argmin(ways[:, 0])
    if way[0] > ways[worst, 0]:
        ways[worst] = way


@kernel
def cuts(index: Index, row: U8) -> I64:
    """Ways of cutting a token: rows of (postings of the rarest part, first letter, ends of one, two or three parts)."""
    ways = np.zeros((CUTS_MAX, 2 + PARTS_MAX), dtype=np.int64)
    fold = row[FOLD + 1 :]
    for front in range(2):
        for end in range(2):
            if (front and not row[FRONT]) or (end and not row[END]):
                continue
            first = np.int64(row[FRONT]) if front else 0
            last = np.int64(row[FOLD]) - (np.int64(row[END]) if end else 0)
            loads = _loads(index, fold, first, last)
            for a in range(first + PART_LETTERS_MIN, last - PART_LETTERS_MIN + 1):
                _better(ways, np.array([min(loads[first, a], loads[a, last]), first, a, last, last]))
                for b in range(a + PART_LETTERS_MIN, last - PART_LETTERS_MIN + 1):
                    rarest = min(loads[first, a], min(loads[a, b], loads[b, last]))
                    _better(ways, np.array([rarest, first, a, b, last]))
    return ways[ways[:, 0] > 0]


@kernel
def joined(index: Index, one: U8, other: U8) -> I32:
    """The listed tokens that sound like two tokens written together."""
    length, more = np.int64(one[FOLD]), np.int64(other[FOLD])
    fold = np.empty(length + more, dtype=np.uint8)
    fold[:length] = one[FOLD + 1 : FOLD + 1 + length]
    fold[length:] = other[FOLD + 1 : FOLD + 1 + more]
    return same_fold(index, fold, length + more)


@kernel
def all_joined(index: Index, rows: U8) -> tuple[I32, I64]:
    """`joined` for each token of a name and the next, in both orders: all that is found, and where each one's begins.

    In one call, because a compiled list is a tuple of many arrays that each call unpacks.
    """
    ways = 2 * (len(rows) - 1)
    found, starts = np.empty(max(ways, 0) * SPELLINGS_MAX, dtype=np.int32), np.zeros(max(ways, 0) + 1, dtype=np.int64)
    for way in range(ways):
        place, turned = way // 2, way % 2
        one = joined(index, rows[place + turned], rows[place + 1 - turned])
        starts[way + 1] = starts[way] + len(one)
        found[starts[way] : starts[way + 1]] = one
    return found[: starts[-1]], starts


@kernel
def known_ends(index: Index, row: U8) -> tuple[I64, I32]:
    """Listed tokens that a token begins or ends with, when it may be run together with one that is mistyped.

    Rows of (postings, letters of the text before the rest, letters behind it) of the commonest, and all their tokens.
    """
    length = np.int64(row[TEXT]) - np.int64(row[END])
    best = np.zeros((ENDS_MAX, 3), dtype=np.int64)
    tokens = np.empty(2 * len(row), dtype=np.int32)
    at = 0
    for cut in range(KNOWN_LETTERS_MIN, length - PART_LETTERS_MIN + 1):
        for end in range(2):
            first = TEXT + 1 + (length - cut if end else 0)
            token = same_text(index, row[first:], cut)
            if token < 0:
                continue
            tokens[at] = token
            at += 1
            postings = index.posting_starts[token + 1] - index.posting_starts[token]
            worst = np.argmin(best[:, 0])
            if postings > best[worst, 0]:
                best[worst] = np.array([postings, 0 if end else cut, length - cut if end else length])
    return best[best[:, 0] > 0], tokens[:at]


@kernel
def same_text(index: Index, text: U8, count: Whole) -> Whole:
    """A listed token whose letters are the first `count` of `text`; -1 when there is none."""
    key = letters_key(BY_TEXT, text, count, -1)
    place = first_of(index, key)
    while place < len(index.keys) and index.keys[place] == key:
        token = index.key_tokens[place]
        if index.tokens[token][TEXT] == count:
            return np.int64(token)
        place += 1
    return np.int64(-1)


@kernel
def parts_of(index: Index, rows: U8) -> Parts:
    """The parts of each of these packed tokens, each found in one way of cutting it.

    Of the parts of one way only the rarest is to be looked up, for names that hold another part.
    """
    count, room = len(rows), len(rows) * PIECES_MAX
    pieces, starts = np.zeros(count + 1, dtype=np.int64), np.zeros(room + 1, dtype=np.int64)
    loads, known = np.empty(room, dtype=np.int64), np.zeros(room, dtype=np.uint8)
    most = CUTS_MAX * PARTS_MAX * SPELLINGS_MAX + 2 * len(rows[0]) if count else 0
    found, ends = np.empty(count * most, dtype=np.int32), np.empty((count * ENDS_MAX, 3), dtype=np.int64)
    at, end = 0, 0
    for k in range(count):
        fold = rows[k][FOLD + 1 :]
        for way in cuts(index, rows[k]):
            begun = at
            for part in range(PARTS_MAX):
                if way[1 + part] < way[2 + part]:
                    own = same_fold(index, fold[way[1 + part] :], way[2 + part] - way[1 + part])
                    starts[at + 1] = starts[at] + len(own)
                    found[starts[at] : starts[at + 1]] = own
                    loads[at] = load(index, own)
                    at += 1
            rarest = loads[begun:at].min()
            for piece in range(begun, at):
                if loads[piece] != rarest:
                    loads[piece] = NOT_SCANNED
        left, tokens = known_ends(index, rows[k])
        if len(tokens):
            starts[at + 1] = starts[at] + len(tokens)
            found[starts[at] : starts[at + 1]] = tokens
            loads[at], known[at] = NOT_SCANNED, 1
            at += 1
        for one in left:
            ends[end, 0], ends[end, 1], ends[end, 2] = k, one[1], one[2]
            end += 1
        pieces[k + 1] = at
    return Parts(pieces, starts[: at + 1], found[: starts[at]].copy(), loads[:at], known[:at], ends[:end])

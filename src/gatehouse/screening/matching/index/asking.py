"""A traveller's name made ready for a search: each token's other spellings on the list, and the pieces of names.

What was found for a token is remembered, since a flight's names are mostly names that were met before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from gatehouse.names.costs import costs
from gatehouse.names.name import Name
from gatehouse.names.packed import END, FOLD, Row, packed
from gatehouse.names.token import Token
from gatehouse.names.token import token as token_of
from gatehouse.screening.matching.alignment import facts
from gatehouse.screening.matching.index.arrays import I32, U8, Index
from gatehouse.screening.matching.index.familiar import NOBODY, WEIGHT, Acquaintance, Familiar, Spellings, spellings_of
from gatehouse.screening.matching.index.query import ALL_PLACES, GLUED_PLACE, PLACES_MAX, Births, Query
from gatehouse.screening.matching.index.splitting import all_joined, cuts, known_ends, same_fold
from gatehouse.screening.matching.index.tokens import bags_of, load
from gatehouse.screening.matching.index.windows import births_for
from gatehouse.screening.matching.name_kernel import FEATURES, PAIRED_MIN
from gatehouse.screening.matching.population import is_long
from gatehouse.screening.matching.weights import name_weights, weights
from gatehouse.terms.dates import PartialDate

TOKENS_REMEMBERED_MAX = 100_000
"""Tokens whose spellings are remembered; then the memory is emptied and fills again."""
GLUED_LETTERS_MIN = 6
"""Letters a token needs to be taken for several run together."""
GLUED_WORDS_MAX = 2
"""Words of a name in which tokens run together are looked for."""
USUAL_POSTINGS = 50
"""Postings from which a token is taken for a name of its own and not for several run together."""
NOT_SCANNED = -1
NO_TOKEN = 1 + FEATURES.index("nothing")
"""Place of the weight of a name of which no token is found."""


class _Piece(NamedTuple):
    spellings: Spellings
    place: int
    mask: int


def _bit(place: int) -> int:
    return 1 << min(place, PLACES_MAX - 1)


class Asker:
    """Makes queries to one index, of which some tokens are familiar."""

    def __init__(self, index: Index, familiar: Familiar = NOBODY) -> None:
        self._index = index
        self._acquaintance = Acquaintance(index, familiar)
        self._spellings: dict[bytes, Spellings] = {}
        self._cut: dict[bytes, tuple[_Piece, ...]] = {}

    def _spelled(self, token: Token) -> Spellings:
        row = packed(token)
        key = row.tobytes()
        known = self._spellings.get(key)
        if known is None:
            if len(self._spellings) >= TOKENS_REMEMBERED_MAX:
                # All at once: the usual names are back within a few flights, and no bookkeeping slows the hot path.
                self._spellings.clear()
                self._cut.clear()
            known = self._spellings[key] = self._acquaintance.spellings(key) or spellings_of(self._index, row)
        return known

    def _own(self, name: Name) -> Iterator[_Piece]:
        for place, token in enumerate(name.tokens):
            yield _Piece(self._spelled(token), _bit(place), ALL_PLACES & ~_bit(place))

    def _joined(self, rows: U8) -> Iterator[_Piece]:
        """Neighbours written together, in either order, as lists and carriers do."""
        found, starts = all_joined(self._index, rows)
        for way, (first, last) in enumerate(pairwise(starts.tolist())):
            if first < last:
                place = way // 2
                both = _bit(place) | _bit(place + 1)
                mask = 0 if len(rows) == 2 else ALL_PLACES & ~both
                yield _Piece(self._certain(found[first:last]), both, mask)

    def _certain(self, found: I32) -> Spellings:
        return Spellings(found, np.ones(len(found), dtype=np.float32), int(load(self._index, found)))

    def _apart(self, token: Token) -> tuple[_Piece, ...]:
        """The parts of which a token may be run together, remembered."""
        key = packed(token).tobytes()
        known = self._cut.get(key)
        if known is None:
            known = self._cut[key] = (*self._cut_up(packed(token)), *self._with_rest(token))
        return known

    def _cut_up(self, row: Row) -> Iterator[_Piece]:
        """The parts of each way of cutting; only the rarest is looked up, for names that hold another part."""
        fold = row[FOLD + 1 :]
        for _, first, *ends in cuts(self._index, row).tolist():
            begins = [first, *ends[:-1]]
            found = [
                self._certain(same_fold(self._index, fold[a:], b - a))
                for a, b in zip(begins, ends, strict=True)
                if b > a
            ]
            rarest = min(part.load for part in found)
            for part in found:
                load_or_not = part.load if part.load == rarest else NOT_SCANNED
                yield _Piece(part._replace(load=load_or_not), _bit(GLUED_PLACE), _bit(GLUED_PLACE))

    def _with_rest(self, token: Token) -> Iterator[_Piece]:
        """Listed tokens that it begins or ends with, and the spellings of what is then left."""
        ends, tokens = known_ends(self._index, packed(token))
        if not len(tokens):
            return
        yield _Piece(self._certain(tokens)._replace(load=NOT_SCANNED), _bit(GLUED_PLACE), ALL_PLACES)
        for _, first, last in ends.tolist():
            rest = self._spelled(token_of(token.text[first:last], token.script))
            yield _Piece(rest, _bit(GLUED_PLACE), _bit(GLUED_PLACE))

    def _is_glued(self, piece: _Piece, token: Token) -> bool:
        letters = len(token.text) - int(packed(token)[END])
        return letters >= GLUED_LETTERS_MIN and piece.spellings.usual < USUAL_POSTINGS

    def query(self, name: Name, date: PartialDate | None, floor: float, entries: int = 0) -> Query:
        """The query for a name (with at least one token) and a birth date; rows below `floor` are not wanted.

        `entries` is the length of the list (`population`).
        """
        rows = np.stack([packed(token) for token in name.tokens])
        own = list(self._own(name))
        pieces = own + list(self._joined(rows))
        # With three words or more the others find the name, and its whole (`whole`) when all are run together.
        for piece, token in zip(own, name.tokens, strict=True):
            if len(own) <= GLUED_WORDS_MAX and self._is_glued(piece, token):
                pieces.extend(self._apart(token))
        # A copy, because kernels are compiled once for arrays that may be written to and once for others.
        known = np.array(facts(name), dtype=np.float32, order="C")
        counts = [len(piece.spellings.found) for piece in pieces]
        births = births_for(self._index, date, floor, entries)
        return Query(
            rows,
            bags_of(rows),
            known,
            (known[WEIGHT] + np.array([piece.spellings.heaviest for piece in own], dtype=np.float32)) / 2,
            np.concatenate([piece.spellings.found for piece in pieces]),
            np.concatenate([piece.spellings.alike for piece in pieces]),
            np.cumsum([0, *counts], dtype=np.int32),
            np.array([piece.spellings.load for piece in pieces], dtype=np.int64),
            np.array([piece.place for piece in pieces], dtype=np.uint8),
            np.array([piece.mask for piece in pieces], dtype=np.uint8),
            births,
            name_weights(),
            costs(),
            weights()["name"]["weak_alias"],
            births.floor,
            self._least(births, entries),
        )

    def _least(self, births: Births, entries: int) -> float:
        """On a long list what merely resembles is passed over, where a name of which nothing is found could not do."""
        strange = name_weights()[0] + name_weights()[NO_TOKEN] + births.same >= births.floor
        return PAIRED_MIN if is_long(entries) and not strange else 0.0

"""Travellers' names made ready for a search: each token's other spellings on the list, and the pieces of names.

Names are asked for many at a time, so that compiled code is called once for all of them. What was found for a token is
remembered, since a flight's names are mostly names that were met before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from gatehouse.names.costs import costs
from gatehouse.names.name import Name
from gatehouse.names.packed import END, packed
from gatehouse.names.token import Token
from gatehouse.names.token import token as token_of
from gatehouse.screening.matching.alignment import facts_of
from gatehouse.screening.matching.index.arrays import U8, Index, frozen
from gatehouse.screening.matching.index.asked import GLUED_WORDS_MAX, Asked, query_of
from gatehouse.screening.matching.index.familiar import NOBODY, Acquaintance, Familiar, Spellings, spellings_of
from gatehouse.screening.matching.index.familiar import together as spelled_together
from gatehouse.screening.matching.index.query import ALL_PLACES, GLUED_PLACE, PLACES_MAX, Query
from gatehouse.screening.matching.index.splitting import Parts, parts_of
from gatehouse.screening.matching.index.windows import Look, look_for
from gatehouse.screening.matching.index.windows import together as looks_together
from gatehouse.screening.matching.name_kernel import FACTS, FEATURES, PAIRED_MIN
from gatehouse.screening.matching.population import is_long
from gatehouse.screening.matching.weights import name_weights, weights
from gatehouse.terms.dates import PartialDate

TOKENS_REMEMBERED_MAX = 100_000
"""Tokens whose spellings are remembered; then the memory is emptied and fills again."""
GLUED_LETTERS_MIN = 6
"""Letters a token needs to be taken for several run together."""
USUAL_POSTINGS = 50
"""Postings from which a token is taken for a name of its own and not for several run together."""
NO_TOKEN = 1 + FEATURES.index("nothing")
"""Place of the weight of a name of which no token is found."""
GLUED_BIT = 1 << min(GLUED_PLACE, PLACES_MAX - 1)


class Sought(NamedTuple):
    """A name (with at least one token) and a birth date to look for; what is below `floor` is not wanted."""

    name: Name
    date: PartialDate | None
    floor: float


class _Part(NamedTuple):
    spellings: Spellings
    mask: int


def _rows(tokens: Sequence[Token]) -> U8:
    # Read-only, because kernels are compiled once for arrays that may be written to and once for others.
    return frozen(np.stack([packed(token) for token in tokens]))


class Asker:
    """Makes queries to one index, of which some tokens are familiar."""

    def __init__(self, index: Index, familiar: Familiar = NOBODY) -> None:
        self._index = index
        self._acquaintance = Acquaintance(index, familiar)
        self._spellings: dict[Token, Spellings] = {}
        self._parts: dict[Token, tuple[_Part, ...]] = {}

    def _spelled(self, tokens: Sequence[Token]) -> dict[Token, Spellings]:
        """The spellings of each of these tokens, remembered."""
        known = {token: self._spellings.get(token) for token in tokens}
        for token in [token for token, one in known.items() if one is None]:
            known[token] = self._acquaintance.spellings(packed(token).tobytes())
        unmet = [token for token, one in known.items() if one is None]
        if unmet:
            known.update(zip(unmet, spellings_of(self._index, _rows(unmet)), strict=True))
        found = {token: one for token, one in known.items() if one is not None}
        if len(self._spellings) + len(unmet) > TOKENS_REMEMBERED_MAX:
            # All at once: the usual names are back within a few flights, and no bookkeeping slows the hot path.
            self._spellings.clear()
            self._parts.clear()
        self._spellings.update(found)
        return found

    def _run_together(self, sought: Sequence[Sought], spelled: Mapping[Token, Spellings]) -> list[Token]:
        """The tokens that may be several run together, and are not those of a name that others find."""
        short = chain.from_iterable(one.name.tokens for one in sought if len(one.name.tokens) <= GLUED_WORDS_MAX)
        return [token for token in dict.fromkeys(short) if _may_be_glued(token, spelled[token])]

    def _apart(self, tokens: Sequence[Token]) -> dict[Token, tuple[_Part, ...]]:
        """The parts of which each of these tokens may be run together, remembered."""
        known = {token: self._parts[token] for token in tokens if token in self._parts}
        unmet = [token for token in tokens if token not in known]
        if unmet:
            found = self._cut(unmet)
            known |= found
            self._parts.update(found)
        return known

    def _cut(self, tokens: Sequence[Token]) -> dict[Token, tuple[_Part, ...]]:
        """The parts of each way of cutting, listed tokens at an end, and the spellings of what is then left."""
        parts = parts_of(self._index, _rows(tokens))
        found = [_pieces(parts, number) for number in range(len(tokens))]
        rests = [
            (number, token_of(tokens[number].text[first:last], tokens[number].script))
            for number, first, last in parts.ends.tolist()
        ]
        spelled = self._spelled([rest for _, rest in rests])
        for number, rest in rests:
            found[number].append(_Part(spelled[rest], GLUED_BIT))
        return {token: tuple(pieces) for token, pieces in zip(tokens, found, strict=True)}

    def asked(self, sought: Sequence[Sought], entries: int = 0) -> Asked:
        """Names to look for, at least one, in a list of so many entries (`population`)."""
        words = list(dict.fromkeys(chain.from_iterable(one.name.tokens for one in sought)))
        spelled = self._spelled(words)
        parts = self._apart(self._run_together(sought, spelled))
        pieces = [piece for word in words for piece in parts.get(word, ())]
        counts = [len(words), *(len(parts.get(word, ())) for word in words)]
        number = {word: place for place, word in enumerate(words)}
        told = np.array([number[token] for one in sought for token in one.name.tokens], dtype=np.int32)
        looks = [_look(one, entries) for one in sought]
        ways = {id(look): look for look in looks}
        way = {key: place for place, key in enumerate(ways)}
        return Asked(
            frozen(_rows(words)[told]),
            told,
            np.cumsum([0, *(len(one.name.tokens) for one in sought)], dtype=np.int64),
            np.array([facts_of(word) for word in words], dtype=np.float32).reshape(-1, len(FACTS)),
            spelled_together([*(spelled[word] for word in words), *(piece.spellings for piece in pieces)]),
            np.cumsum(counts, dtype=np.int64),
            np.array([piece.mask for piece in pieces], dtype=np.uint8),
            np.array([(_year(one), way[id(look)]) for one, look in zip(sought, looks, strict=True)], dtype=np.int64),
            np.array([_least(look, entries) for look in looks], dtype=np.float64),
            looks_together(list(ways.values())),
            name_weights(),
            costs(),
            weights()["name"]["weak_alias"],
        )

    def query(self, name: Name, date: PartialDate | None, floor: float, entries: int = 0) -> Query:
        """The query for one name, as a search makes it of `asked`."""
        found: Query = query_of(self._index, self.asked([Sought(name, date, floor)], entries), 0)
        return found


def _may_be_glued(token: Token, spellings: Spellings) -> bool:
    letters = len(token.text) - int(packed(token)[END])
    return letters >= GLUED_LETTERS_MIN and spellings.usual < USUAL_POSTINGS


def _pieces(parts: Parts, number: int) -> list[_Part]:
    """The pieces of one of the tokens."""
    found = []
    for piece in range(parts.pieces[number], parts.pieces[number + 1]):
        own = parts.found[parts.starts[piece] : parts.starts[piece + 1]]
        mask = ALL_PLACES if parts.known[piece] else GLUED_BIT
        found.append(_Part(Spellings(own, np.ones(len(own), dtype=np.float32), int(parts.loads[piece])), mask))
    return found


def _year(sought: Sought) -> int:
    return int(sought.date[:4]) if sought.date else 0


def _look(sought: Sought, entries: int) -> Look:
    date = sought.date
    return look_for(date[5:] if date else "", date is not None, sought.floor, entries)


def _least(look: Look, entries: int) -> float:
    """On a long list what merely resembles is passed over, where a name of which nothing is found could not do."""
    strange = name_weights()[0] + name_weights()[NO_TOKEN] + look.same >= look.floor
    return PAIRED_MIN if is_long(entries) and not strange else 0.0

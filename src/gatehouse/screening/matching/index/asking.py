"""Travellers' names made ready for a search: each token's other spellings on the list, and the pieces of names.

Names are asked for many at a time, so that compiled code is called once for all of them. What was found for a token is
remembered, since a flight's names are mostly names that were met before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from gatehouse.names.costs import costs
from gatehouse.names.east import Romanised
from gatehouse.names.packed import END, SCRIPT, SCRIPTS, TEXT, WIDTH
from gatehouse.names.packing import packed_words
from gatehouse.screening.matching.index.arrays import U8, Index, frozen
from gatehouse.screening.matching.index.asked import GLUED_WORDS_MAX, Asked, query_of
from gatehouse.screening.matching.index.birthdays import birthdays_of
from gatehouse.screening.matching.index.familiar import NOBODY, Acquaintance, Familiar, Spellings, spellings_of
from gatehouse.screening.matching.index.familiar import together as spelled_together
from gatehouse.screening.matching.index.query import ALL_PLACES, GLUED_PLACE, PLACES_MAX, Query
from gatehouse.screening.matching.index.splitting import Parts, parts_of
from gatehouse.screening.matching.index.windows import Look, look_for
from gatehouse.screening.matching.index.windows import together as looks_together
from gatehouse.screening.matching.index.words import Worded, worded
from gatehouse.screening.matching.name_kernel import FEATURES, PAIRED_MIN
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
UNKNOWN = "Zzzz"
"""ISO 15924 for a script that is not known."""
GLUED_BIT = 1 << min(GLUED_PLACE, PLACES_MAX - 1)


class Sought(NamedTuple):
    """Readings of names to look for, and of each the birth date and the log-odds below which nothing is wanted."""

    names: Worded
    dates: Sequence[PartialDate | None]
    floors: Sequence[float]


class _Part(NamedTuple):
    spellings: Spellings
    mask: int


class Asker:
    """Makes queries to one index, of which some tokens are familiar."""

    def __init__(self, index: Index, familiar: Familiar = NOBODY) -> None:
        self._index = index
        self._acquaintance = Acquaintance(index, familiar)
        self._birthdays = birthdays_of(index)
        # By packed tokens.
        self._spellings: dict[bytes, Spellings] = {}
        self._parts: dict[bytes, tuple[_Part, ...]] = {}

    def _spelled(self, rows: U8) -> list[Spellings]:
        """The spellings of each of these packed tokens, remembered."""
        keys = _keys(rows)
        known = {key: self._spellings.get(key) or self._acquaintance.spellings(key) for key in keys}
        unmet = {key: row for key, row in zip(keys, rows, strict=True) if known[key] is None}
        if unmet:
            # Read-only, because kernels are compiled once for arrays that may be written to and once for others.
            found = spellings_of(self._index, frozen(np.stack(list(unmet.values()))))
            known.update(zip(unmet, found, strict=True))
        spelled = {key: one for key, one in known.items() if one is not None}
        if len(self._spellings) + len(spelled) > TOKENS_REMEMBERED_MAX:
            # All at once: the usual names are back within a few flights, and no bookkeeping slows the hot path.
            self._spellings.clear()
            self._parts.clear()
        self._spellings.update(spelled)
        return [spelled[key] for key in keys]

    def _apart(self, rows: U8) -> list[tuple[_Part, ...]]:
        """The parts of which each of these packed tokens may be run together, remembered."""
        keys = _keys(rows)
        known = {key: self._parts.get(key) for key in keys}
        unmet = {key: row for key, row in zip(keys, rows, strict=True) if known[key] is None}
        if unmet:
            known.update(zip(unmet, self._cut(frozen(np.stack(list(unmet.values())))), strict=True))
        parts = {key: own for key, own in known.items() if own is not None}
        self._parts.update(parts)
        return [parts[key] for key in keys]

    def _cut(self, rows: U8) -> Iterator[tuple[_Part, ...]]:
        """The parts of each way of cutting, listed tokens at an end, and the spellings of what is then left."""
        parts = parts_of(self._index, rows)
        rests = [
            Romanised(_letters(rows[number, TEXT + 1 + first : TEXT + 1 + last]), _script(rows[number]))
            for number, first, last in parts.ends.tolist()
        ]
        spelled = iter(self._spelled(packed_words(rests).rows) if rests else [])
        left = np.bincount(parts.ends[:, 0], minlength=len(rows)).tolist()
        for number, count in enumerate(left):
            yield (*_pieces(parts, number), *(_Part(rest, GLUED_BIT) for rest in islice(spelled, count)))

    def _run_together(self, names: Worded, spelled: Sequence[Spellings]) -> list[int]:
        """The words that may be several run together, and are not those of a name that others find."""
        short = names.words[np.repeat(names.lengths <= GLUED_WORDS_MAX, names.lengths)]
        letters = names.rows[:, TEXT].astype(np.int64) - names.rows[:, END]
        usual = np.array([one.usual for one in spelled])
        glued = (letters >= GLUED_LETTERS_MIN) & (usual < USUAL_POSTINGS)
        found: list[int] = np.unique(short[glued[short]]).tolist()
        return found

    def asked(self, sought: Sought, entries: int = 0) -> Asked:
        """Names to look for, at least one, in a list of so many entries (`population`)."""
        names = sought.names
        spelled = self._spelled(names.rows)
        glued = self._run_together(names, spelled)
        parts = dict(zip(glued, self._apart(names.rows[glued]), strict=True))
        pieces = [piece for word in glued for piece in parts[word]]
        counts = np.zeros(len(spelled) + 1, dtype=np.int64)
        counts[0] = len(spelled)
        counts[[word + 1 for word in glued]] = [len(parts[word]) for word in glued]
        looks = [_look(date, floor, entries) for date, floor in zip(sought.dates, sought.floors, strict=True)]
        ways = {id(look): look for look in looks}
        way = {key: place for place, key in enumerate(ways)}
        born = [(int(date[:4]) if date else 0, way[id(look)]) for date, look in zip(sought.dates, looks, strict=True)]
        least = {key: _least(look, entries) for key, look in ways.items()}
        return Asked(
            frozen(names.rows[names.words]),
            names.words,
            np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(names.lengths, dtype=np.int64)]),
            names.facts,
            spelled_together([*spelled, *(piece.spellings for piece in pieces)]),
            np.cumsum(counts),
            np.array([piece.mask for piece in pieces], dtype=np.uint8),
            np.array(born, dtype=np.int64),
            np.array([least[id(look)] for look in looks], dtype=np.float64),
            looks_together(list(ways.values())),
            self._birthdays,
            name_weights(),
            costs(),
            weights()["name"]["weak_alias"],
        )

    def query(self, name: str, date: PartialDate | None, floor: float, entries: int = 0) -> Query:
        """The query for the usual reading of one name, which has one, as a search makes it of `asked`."""
        found: Query = query_of(self._index, self.asked(Sought(worded([name]), [date], [floor]), entries), 0)
        return found


def _keys(rows: U8) -> list[bytes]:
    told = rows.tobytes()
    return [told[first : first + WIDTH] for first in range(0, len(told), WIDTH)]


def _letters(codes: U8) -> str:
    return "".join([chr(96 + code) for code in codes.tolist()])


def _script(row: U8) -> str:
    # What is in none of these scripts is compared as a spelled word of another.
    return SCRIPTS[row[SCRIPT]] if row[SCRIPT] < len(SCRIPTS) else UNKNOWN


def _pieces(parts: Parts, number: int) -> Iterator[_Part]:
    """The pieces of one of the tokens."""
    for piece in range(parts.pieces[number], parts.pieces[number + 1]):
        own = parts.found[parts.starts[piece] : parts.starts[piece + 1]]
        mask = ALL_PLACES if parts.known[piece] else GLUED_BIT
        yield _Part(Spellings(own, np.ones(len(own), dtype=np.float32), int(parts.loads[piece])), mask)


def _look(date: PartialDate | None, floor: float, entries: int) -> Look:
    return look_for(date[5:] if date else "", date is not None, floor, entries)


def _least(look: Look, entries: int) -> float:
    """On a long list what merely resembles is passed over, where a name of which nothing is found could not do."""
    strange = name_weights()[0] + name_weights()[NO_TOKEN] + look.same >= look.floor
    return PAIRED_MIN if is_long(entries) and not strange else 0.0

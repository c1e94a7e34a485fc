"""The other spellings of the tokens that most rows hold, worked out while a list is compiled.

Most travellers bear usual names, and finding the spellings of one among a million tokens is the dearest step of a
search. A token that is not among these is looked for when it is met, by the same call.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.costs import costs
from gatehouse.names.packed import WIDTH, Row
from gatehouse.screening.matching.index.arrays import F32, I32, I64, Index, frozen
from gatehouse.screening.matching.index.tokens import alike_from, load
from gatehouse.screening.matching.name_kernel import FACTS, PAIRED_MIN

FAMILIAR_MAX = 50_000
"""Tokens of a list whose spellings are kept with it."""
POSTINGS_MIN = 20
"""Postings a token has at least for them to be kept: others are rarely asked for, and short lists are quick anyway."""
RESEMBLING_MIN = 0.55
"""Likeness from which a listed token may be a slip of the pen: its names are compared when another token is theirs."""
WEIGHT = FACTS.index("weight")


class Spellings(NamedTuple):
    """Listed tokens like one piece, best first, with their likeness; `load` counts their postings.

    `heaviest` is the greatest weight as evidence of any of them; `usual` counts the postings of the same letters.
    """

    found: I32
    alike: F32
    load: int
    heaviest: float = 1.0
    usual: int = 0


class Familiar(NamedTuple):
    """The `Spellings` of F listed tokens: those of the k-th are `found[starts[k] : starts[k + 1]]`, with `alike`."""

    tokens: I32
    starts: I64
    found: I32
    alike: F32
    loads: I64
    heaviest: F32
    usual: I64


def spellings_of(index: Index, row: Row) -> Spellings:
    """The listed tokens like a packed token, looked for among all."""
    found, alike = alike_from(index, row, costs(), False, RESEMBLING_MIN)
    scanned = load(index, found[alike >= PAIRED_MIN])
    heaviest = index.facts[found, WEIGHT].max(initial=0.0)
    return Spellings(found, alike, int(scanned), float(heaviest), int(load(index, found[alike >= 1.0])))


def familiar_of(index: Index, processors: int) -> Familiar:
    """The spellings of the tokens with the most postings."""
    postings = np.diff(index.posting_starts)
    commonest = np.argsort(-postings, kind="stable")[:FAMILIAR_MAX]
    tokens = commonest[postings[commonest] >= POSTINGS_MIN].astype(np.int32)
    # The search needs no interpreter, so that threads do it at once.
    with ThreadPoolExecutor(processors) as pool:
        return _together(tokens, list(pool.map(lambda token: spellings_of(index, index.tokens[token]), tokens)))


def _together(tokens: I32, spelled: Sequence[Spellings]) -> Familiar:
    starts = np.cumsum([0, *(len(one.found) for one in spelled)], dtype=np.int64)
    found = np.concatenate([np.empty(0, dtype=np.int32), *(one.found for one in spelled)])
    alike = np.concatenate([np.empty(0, dtype=np.float32), *(one.alike for one in spelled)])
    loads = np.array([one.load for one in spelled], dtype=np.int64)
    heaviest = np.array([one.heaviest for one in spelled], dtype=np.float32)
    usual = np.array([one.usual for one in spelled], dtype=np.int64)
    arrays: tuple[NDArray[np.generic], ...] = (tokens, starts, found, alike, loads, heaviest, usual)
    return Familiar._make(map(frozen, arrays))


NOBODY = _together(np.empty(0, dtype=np.int32), ())


class Acquaintance:
    """What is familiar of an index, found by packed tokens."""

    def __init__(self, index: Index, familiar: Familiar) -> None:
        self._familiar = familiar
        packed = index.tokens[familiar.tokens].tobytes()
        self._places = {packed[k * WIDTH : (k + 1) * WIDTH]: k for k in range(len(familiar.tokens))}

    def spellings(self, packed: bytes) -> Spellings | None:
        """The spellings of a packed token, if it is familiar."""
        place = self._places.get(packed)
        if place is None:
            return None
        kept = self._familiar
        first, last = kept.starts[place], kept.starts[place + 1]
        return Spellings(
            # Copies, because kernels are compiled once for arrays that may be written to and once for others.
            kept.found[first:last].copy(),
            kept.alike[first:last].copy(),
            int(kept.loads[place]),
            float(kept.heaviest[place]),
            int(kept.usual[place]),
        )

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
from gatehouse.names.packed import WIDTH
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, Index, frozen
from gatehouse.screening.matching.index.tokens import Spelled, all_alike

FAMILIAR_MAX = 150_000
"""Tokens of a list whose spellings are kept with it."""
POSTINGS_MIN = 10
"""Postings a token has at least for them to be kept: others are rarely asked for, and short lists are quick anyway."""
AT_ONCE = 500
"""Tokens that are looked for in one call, by one processor."""


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


def spellings_of(index: Index, rows: U8) -> list[Spellings]:
    """The listed tokens like each of these packed tokens (read-only), looked for among all."""
    return apart(all_alike(index, rows, costs()))


def apart(spelled: Spelled) -> list[Spellings]:
    """The spellings of each token."""
    spans = zip(spelled.starts.tolist(), spelled.starts[1:].tolist(), strict=False)
    told = zip(spans, spelled.loads.tolist(), spelled.heaviest.tolist(), spelled.usual.tolist(), strict=True)
    found, alike = spelled.found, spelled.alike
    return [
        Spellings(found[first:last], alike[first:last], load, heaviest, usual)
        for (first, last), load, heaviest, usual in told
    ]


def together(spellings: Sequence[Spellings]) -> Spelled:
    """The spellings of many tokens as arrays."""
    return Spelled(
        np.cumsum([0, *(len(one.found) for one in spellings)], dtype=np.int64),
        np.concatenate([np.empty(0, dtype=np.int32), *(one.found for one in spellings)]),
        np.concatenate([np.empty(0, dtype=np.float32), *(one.alike for one in spellings)]),
        np.array([one.load for one in spellings], dtype=np.int64),
        np.array([one.heaviest for one in spellings], dtype=np.float32),
        np.array([one.usual for one in spellings], dtype=np.int64),
    )


def familiar_of(index: Index, processors: int) -> Familiar:
    """The spellings of the tokens with the most postings."""
    postings = np.diff(index.posting_starts)
    commonest = np.argsort(-postings, kind="stable")[:FAMILIAR_MAX]
    tokens = commonest[postings[commonest] >= POSTINGS_MIN].astype(np.int32)
    shares = [frozen(index.tokens[tokens[first : first + AT_ONCE]]) for first in range(0, len(tokens), AT_ONCE)]
    # The search needs no interpreter, so that threads do it at once.
    with ThreadPoolExecutor(processors) as pool:
        spelled = [one for share in pool.map(lambda rows: spellings_of(index, rows), shares) for one in share]
    arrays: tuple[NDArray[np.generic], ...] = (tokens, *together(spelled))
    return Familiar._make(map(frozen, arrays))


NOBODY = Familiar(np.empty(0, dtype=np.int32), *together(()))


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
            kept.found[first:last],
            kept.alike[first:last],
            int(kept.loads[place]),
            float(kept.heaviest[place]),
            int(kept.usual[place]),
        )

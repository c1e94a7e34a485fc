"""Words run together, parted again: `SMITHJOHNMR`, `hajimuhammadashraf`, `SalahBadi`.

A run of letters is cut where that makes it likeliest by how common names are (`frequencies.csv`), titles and particles
counting as common words; what nobody is known to bear costs by its letters. A capital inside a word cuts as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import log

from gatehouse.names.commonness import RARE, known_weight
from gatehouse.names.parts import Kind, kind_of
from gatehouse.names.sound import folds

LETTERS_MIN = 7
"""Letters of a run that is looked at; a shorter one is rather one name."""
LETTERS_MAX = 40
"""Letters of a run that is looked at: more than an MRZ name field holds."""
PIECE_MIN, PIECE_MAX = 2, 16
"""Letters of a piece."""
SHORT = 2
"""Letters of a piece that must be a common name, as many chance letters are a rare one."""
SHORT_WEIGHT_MOST = 0.55
CUT = 2.0
"""Nats that each piece costs, known or not: two names are rarer than one."""
SMALL_WORD = 5.0
"""Nats of a title or a particle."""
STRANGE, STRANGE_LETTER = 4.0, 2.0
"""Nats of a piece that is no known name, and of each of its letters."""
WAYS = 2
"""Ways of cutting one run that are read."""
BEHIND_MOST = 5.0
"""Nats by which the second of them may be unlikelier than the first."""

_CAPITAL_INSIDE = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_Way = tuple[float, tuple[str, ...]]


def has_capital_inside(written: str) -> bool:
    """Whether a capital follows a small letter, as where words are run together with their capitals kept."""
    return _CAPITAL_INSIDE.search(written) is not None


def at_capitals(written: str) -> tuple[str, ...]:
    """The pieces of a word as written, cut before each capital that follows a small letter."""
    return tuple(_CAPITAL_INSIDE.split(written))


def _cost(piece: str, folded: str) -> float:
    """How many nats a piece costs: the less, the likelier it is a word of a name."""
    found = STRANGE + STRANGE_LETTER * len(piece)
    if kind_of(piece) is not Kind.WORD:
        found = min(found, SMALL_WORD)
    weight = known_weight(folded)
    if weight is not None and (len(piece) > SHORT or weight <= SHORT_WEIGHT_MOST):
        found = min(found, -log(RARE) * weight)
    return found + CUT


@lru_cache(maxsize=1 << 14)
def parted(run: str) -> tuple[tuple[str, ...], ...]:
    """The likeliest ways, at most WAYS, of cutting a run of letters (a–z) into two words or more; the best first.

    None where the run is rather one word, or is shorter than LETTERS_MIN.
    """
    if not LETTERS_MIN <= len(run) <= LETTERS_MAX:
        return ()
    spans = [
        (begin, end) for end in range(1, len(run) + 1) for begin in range(max(0, end - PIECE_MAX), end - PIECE_MIN + 1)
    ]
    pieces = [run[begin:end] for begin, end in spans]
    ways: list[list[_Way]] = [[(0.0, ())], *([] for _ in run)]
    for (begin, end), piece, folded in zip(spans, pieces, folds(pieces), strict=True):
        cost = _cost(piece, folded)
        more = [(before + cost, (*words, piece)) for before, words in ways[begin]]
        ways[end] = sorted([*ways[end], *more])[: WAYS + 1]
    return _chosen(ways[-1], STRANGE + STRANGE_LETTER * len(run) + CUT)


def _chosen(ways: list[_Way], most: float) -> tuple[tuple[str, ...], ...]:
    """The best WAYS, if the likeliest has two words or more; none that costs more than `most`, as one word would."""
    if not ways or len(ways[0][1]) < 2:
        return ()
    most = min(most, ways[0][0] + BEHIND_MOST)
    return tuple([words for cost, words in ways if len(words) > 1 and cost < most][:WAYS])

"""How much a token says: a rare name more than a common one.

`frequencies.csv` has how common a fold is, in parts per million; `training/frequencies.py` makes it from Faker's name
lists (MIT), counts of Wikidata tokens (CC0) and a table written by hand. The weight is the logarithm of one over the
frequency, as the information of an agreement is, and 1 for a fold that is not listed. Short tokens say less as well,
whoever bears them. A list's own frequencies are the matcher's matter.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from math import log

from gatehouse.names.token import Manner, Token

RARE = 1e-6
"""Frequency of a token that weighs 1."""
LEAST = 0.3
INITIAL_WEIGHT = 0.25
SHORT_WEIGHTS = {1: 0.3, 2: 0.6, 3: 0.8}
"""Weight of a token by its number of letters, where that is few; unvocalised tokens count as one letter more."""


def log_weight(ppm: float) -> float:
    """The weight, in [LEAST, 1], of a token met `ppm` times in a million."""
    return min(1.0, max(LEAST, log(max(ppm * 1e-6, RARE)) / log(RARE)))


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    text = resources.files(__package__).joinpath("frequencies.csv").read_text(encoding="utf-8")
    return {row["fold"]: log_weight(float(row["ppm"])) for row in csv.DictReader(text.splitlines())}


def known_weight(folded: str) -> float | None:
    """The weight of a fold that people are known to bear; None for any other."""
    return _frequencies().get(folded)


@lru_cache(maxsize=1 << 18)
def weight(token: Token) -> float:
    """The evidence one token carries, in (0, 1]."""
    return INITIAL_WEIGHT if token.is_initial else word_weight(len(token.text), token.fold, token.manner)


def word_weight(letters: int, folded: str, manner: Manner) -> float:
    """The evidence of a token that is no initial, by the number of its letters, its fold and its manner."""
    # A letter more, because the vowels that a reader would hear are not written.
    heard = letters + (manner is Manner.UNVOCALISED)
    return min(_frequencies().get(folded, 1.0), SHORT_WEIGHTS.get(heard, 1.0))

"""How much a token says: a rare name more than a common one.

`common.csv` gives tokens that many people bear a weight below 1, by hand and general knowledge; a token it does not
list weighs 1. Short tokens say less as well, whoever bears them. A list's own frequencies are the matcher's matter.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from gatehouse.names.name import Manner, Token
from gatehouse.names.name import token as token_of

INITIAL_WEIGHT = 0.25
SHORT_WEIGHTS = {1: 0.3, 2: 0.6, 3: 0.8}
"""Weight of a token by its number of letters, where that is few; unvocalised tokens count as one letter more."""


@lru_cache(maxsize=1)
def _common() -> dict[str, float]:
    text = resources.files(__package__).joinpath("common.csv").read_text(encoding="utf-8")
    found: dict[str, float] = {}
    for row in csv.DictReader(text.splitlines()):
        for name in row["names"].split():
            # By fold, so that a spelling the table does not have weighs like the one it has; the first line of a fold
            # wins.
            found.setdefault(token_of(name).fold, float(row["weight"]))
    return found


@lru_cache(maxsize=1 << 18)
def weight(token: Token) -> float:
    """The evidence one token carries, in (0, 1]."""
    if token.is_initial:
        return INITIAL_WEIGHT
    # A letter more, because the vowels that a reader would hear are not written.
    letters = len(token.text) + (token.manner is Manner.UNVOCALISED)
    return min(_common().get(token.fold, 1.0), SHORT_WEIGHTS.get(letters, 1.0))

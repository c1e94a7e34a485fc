"""Cantonese syllables in the spelling of Hong Kong's identity cards, from the scholarly one (Jyutping) of the tables.

Hong Kong writes no tones, no length and p, t, k for b, d, g. `cantonese.csv` holds initials, finals, syllables that
habit spells otherwise, and the customary spellings of surnames. One spelling is given of the several in use (Tsz, Chi).
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib import resources

_SYLLABLE = re.compile(r"(ng|gw|kw|[bpmfdtnlgkhwzcsj]?)([a-z]*)")


@lru_cache(maxsize=1)
def _spellings() -> dict[tuple[str, str], str]:
    text = resources.files(__package__).joinpath("cantonese.csv").read_text(encoding="utf-8")
    return {(row["kind"], row["from"]): row["to"] for row in csv.DictReader(text.splitlines())}


def surname(written: str) -> str | None:
    """The customary spelling of a surname in Han characters, where it is not what its syllables give."""
    return _spellings().get(("surname", written))


@lru_cache(maxsize=2048)
def hong_kong(jyutping: str) -> str:
    """One Jyutping syllable without tone in Hong Kong's spelling; a syllable that is none stays as it is."""
    table = _spellings()
    whole = table.get(("syllable", jyutping))
    match = _SYLLABLE.fullmatch(jyutping)
    if whole or not match or not match[2]:
        return whole or jyutping
    return table.get(("initial", match[1]), match[1]) + table.get(("final", match[2]), match[2])

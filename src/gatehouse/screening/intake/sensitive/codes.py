"""Service codes that reveal a protected trait (ICAO Annex 9 §9.30; `codes.csv` gives the source of each, [K] marks)."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

CODES_FILE = Path(__file__).with_name("codes.csv")
CODE_LETTERS = 4
"""An SSR code (AIRIMP)."""
STATUSES = ("HK", "HN", "NN", "KK", "KL", "UC", "UN", "NO", "HL", "TK", "XX", "LK", "PN", "KD")
"""Statuses that stand behind code and carrier where teletype runs an SSR together: `WCHRZZHK1`."""
_STATUS_AT = 6


@lru_cache(maxsize=1)
def sensitive_codes() -> dict[str, str]:
    """The trait that each code of `codes.csv` may reveal."""
    with CODES_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["code"]: row["trait"] for row in csv.DictReader(rows)}


def trait_of_code(token: str) -> str | None:
    """The trait of a word in capitals that is a sensitive code, alone or run together with what follows it."""
    codes = sensitive_codes()
    bare = token.removeprefix("SSR") if len(token) > CODE_LETTERS + 2 else token
    trait = codes.get(bare[:CODE_LETTERS])
    if trait is None or bare == bare[:CODE_LETTERS] or bare != token:
        return trait
    # More letters make another word, unless they are a carrier and a status.
    return trait if bare[_STATUS_AT : _STATUS_AT + 2] in STATUSES else None

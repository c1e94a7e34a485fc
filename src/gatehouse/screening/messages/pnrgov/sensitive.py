"""Service codes that may reveal a protected trait (ICAO Annex 9 §9.30; facts §6.7, Q55).

The reader says that one came and never which; taking the code and its text out before anything is stored is the
work of the room that stores.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

CODES_FILE = Path(__file__).with_name("sensitive.csv")


@lru_cache(maxsize=1)
def sensitive_codes() -> frozenset[str]:
    """The codes of `sensitive.csv`."""
    with CODES_FILE.open(encoding="utf-8", newline="") as rows:
        return frozenset(row["code"] for row in csv.DictReader(rows))


def is_sensitive(code: str) -> bool:
    """Whether the SSR code is one of them."""
    return code in sensitive_codes()

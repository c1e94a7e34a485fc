"""Codes that reveal a protected attribute although their field is open (`protected_values.csv`): a meal tells religion.

They are dropped where a field is read, so that a criterion cannot see them, not even by asking for everything else. The
list follows the sensitive codes that are removed at intake, and stands beside it: here nothing may rest on that.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

VALUES_FILE = Path(__file__).with_name("protected_values.csv")


@lru_cache(maxsize=64)
def protected_values(field: str) -> dict[str, str]:
    """The values of a field that reveal something, each with the attribute; empty for most fields."""
    with VALUES_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["value"]: row["attribute"] for row in csv.DictReader(rows) if row["field"] == field}


def unrevealing(field: str, words: frozenset[str] | None) -> frozenset[str] | None:
    """The values without those that reveal something; `None`, not stated, when nothing is left."""
    return (words or frozenset()).difference(protected_values(field)) or None

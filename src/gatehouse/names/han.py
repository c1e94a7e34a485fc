"""Cantonese and Korean readings of single Han characters.

`han.csv` is written by `training/readings.py` from Unihan (Unicode licence): characters that share both readings, their
Jyutping without tone, their Hangul. A character that is not in it is too rare for a name in either language.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import NamedTuple


class Read(NamedTuple):
    """One character's reading in Jyutping (may be empty) and in Hangul."""

    cantonese: str
    korean: str


@lru_cache(maxsize=1)
def characters() -> dict[str, Read]:
    """Character → its readings."""
    text = resources.files(__package__).joinpath("han.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        char: read for row in rows for read in [Read(row["cantonese"], row["korean"])] for char in row["characters"]
    }

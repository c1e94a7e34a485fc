"""The closed list of fields that a criterion may ask about (`fields.csv`): type, meaning, room, protection.

The list has no field for a name, a birth place, free text, a hit, a score, a list entry or another person. A field that
is not in it does not exist; adding one is a reviewed change of this file and of `readings.py`.
"""

from __future__ import annotations

import csv
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FIELDS_FILE = Path(__file__).with_name("fields.csv")


class Type(StrEnum):
    """What a field's value is: one word, a set of words, a number, or yes or no."""

    WORD = "word"
    WORDS = "words"
    NUMBER = "number"
    FLAG = "flag"


class Field(NamedTuple):
    """One field. `protected` names the attribute that only the law profile can open: nationality, sex or age."""

    name: str
    type: Type
    room: str
    protected: str | None
    meaning: str


@lru_cache(maxsize=1)
def fields() -> dict[str, Field]:
    """Every field by its name, in the order of the file."""
    with FIELDS_FILE.open(encoding="utf-8", newline="") as rows:
        return {
            row["name"]: Field(row["name"], Type(row["type"]), row["room"], row["protected"] or None, row["meaning"])
            for row in csv.DictReader(rows)
        }

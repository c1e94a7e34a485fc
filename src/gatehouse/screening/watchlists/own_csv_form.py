"""The form of this project's own list CSV: its columns, and how several values share a cell.

Values are parted by `;` and the parts of a document by `|`; a backslash before `;`, `|`, `,`, `:` or a backslash takes
away its meaning. Shared by the reader and the writer.
"""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

COLUMNS_FILE = Path(__file__).with_name("own_csv_columns.csv")
VALUES = ";"
PARTS = "|"

_MEANINGFUL = re.compile(r"([\\;|,:])")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Column(NamedTuple):
    """One column: its name, whether a file must have it, whether a cell may hold several values, its other name."""

    name: str
    required: bool
    several: bool
    also: str


@lru_cache(maxsize=1)
def columns() -> tuple[Column, ...]:
    """The columns in the order they are written."""
    with COLUMNS_FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Column(row["column"], row["required"] == "yes", row["several"] == "yes", row["also"])
            for row in csv.DictReader(rows)
        )


@lru_cache(maxsize=1)
def column_names() -> dict[str, str]:
    """Every accepted spelling of a column's name and the name it stands for."""
    return {c.also: c.name for c in columns() if c.also} | {c.name: c.name for c in columns()}


def escaped(text: str) -> str:
    """The text with every character that has a meaning in a cell taken literally."""
    return _MEANINGFUL.sub(r"\\\1", text)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(r"\1", text)


def split(cell: str, separator: str) -> list[str]:
    """The still escaped parts of a cell between separators that have no backslash before them."""
    parts, start, place = [], 0, 0
    while place < len(cell):
        if cell[place] == "\\":
            place += 1
        elif cell[place] == separator:
            parts.append(cell[start:place])
            start = place + 1
        place += 1
    return [*parts, cell[start:]]


def values(cell: str) -> list[str]:
    """The still escaped values of a cell, empty ones left out."""
    return [value.strip() for value in split(cell, VALUES) if value.strip()]

"""The five formats as data: which field stands where, which digit checks it (`layouts.csv`)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

SHAPES = {(3, 30): "TD1", (2, 36): "TD2", (2, 44): "TD3"}
"""Number and length of the lines to the format; a visa's first letter tells it from a document of its size."""
VISAS = {"TD2": "MRVB", "TD3": "MRVA"}


class Range(NamedTuple):
    """Places of one line, counted from 1, both included."""

    line: int
    first: int
    last: int

    def of(self, lines: Sequence[str]) -> str:
        """What stands there."""
        return lines[self.line - 1][self.first - 1 : self.last]


class Field(NamedTuple):
    """A field: where it stands, where its check digit is (none where it has none), and what that is over."""

    name: str
    place: Range
    check: Range | None
    over: tuple[Range, ...]


@lru_cache(maxsize=1)
def layouts() -> dict[str, tuple[Field, ...]]:
    """The fields of each format, in the order of the file."""
    text = resources.files(__package__).joinpath("layouts.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[Field, ...]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        line = int(row["line"])
        place = Range(line, int(row["first"]), int(row["last"]))
        check = Range(line, int(row["check"]), int(row["check"])) if row["check"] else None
        over = tuple(map(_range, row["over"].split())) or ((place,) if check else ())
        found[row["format"]] = (*found.get(row["format"], ()), Field(row["field"], place, check, over))
    return found


def _range(text: str) -> Range:
    line, _, places = text.partition(":")
    first, _, last = places.partition("-")
    return Range(int(line), int(first), int(last))

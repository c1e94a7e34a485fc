"""The code lists of the profile, read once from the tables beside this module.

`codes.csv`: segment, code, what it is about, field or value, meaning (UN/EDIFACT 3035, 3227, 2005, 1153, 9019, 7365,
1001, 3155, 6069 as the WCO/IATA/ICAO profile and its users define them). `functions.csv`: BGM 1001 with 1004.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent


class Code(NamedTuple):
    """One row of `codes.csv`."""

    about: str
    field: str
    meaning: str


class Function(NamedTuple):
    """What a list type with its function code makes of a message. `on_board` is None where it says nothing of it."""

    function: str
    on_board: bool | None
    meaning: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as rows:
        yield from csv.DictReader(rows)


def _codes() -> dict[str, dict[str, Code]]:
    table: defaultdict[str, dict[str, Code]] = defaultdict(dict)
    for row in _rows("codes.csv"):
        table[row["segment"]][row["code"]] = Code(row["about"], row["field"], row["meaning"])
    return dict(table)


def _functions() -> dict[tuple[str, str], Function]:
    on_board = {"yes": True, "no": False, "": None}
    return {
        (row["list_type"], row["code"]): Function(row["function"], on_board[row["on_board"]], row["meaning"])
        for row in _rows("functions.csv")
    }


CODES: Mapping[str, Mapping[str, Code]] = _codes()
FUNCTIONS: Mapping[tuple[str, str], Function] = _functions()

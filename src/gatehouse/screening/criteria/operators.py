"""The closed list of operators (`operators.csv`): which fields each takes, what value it wants, and what it does.

None of them runs a pattern or a program, and each takes time in proportion to the values at most.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from gatehouse.screening.criteria.fields import Type

OPERATORS_FILE = Path(__file__).with_name("operators.csv")
STATED = "stated"


class Operator(NamedTuple):
    """One operator. `value` is the form of what it compares with: one, several, pair, flag."""

    name: str
    types: frozenset[Type]
    value: str
    meaning: str


@lru_cache(maxsize=1)
def operators() -> dict[str, Operator]:
    """Every operator by its name, in the order of the file."""
    with OPERATORS_FILE.open(encoding="utf-8", newline="") as rows:
        return {
            row["name"]: Operator(row["name"], frozenset(map(Type, row["types"].split())), row["value"], row["meaning"])
            for row in csv.DictReader(rows)
        }


# The reading of the file has matched the types of both sides, so that they need no types here.
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "is": lambda met, wanted: met == wanted,
    "one-of": lambda met, wanted: met in wanted,
    "any-of": lambda met, wanted: not met.isdisjoint(wanted),
    "all-of": lambda met, wanted: met >= wanted,
    "only": lambda met, wanted: met <= wanted,
    "begins-with": lambda met, wanted: met.startswith(wanted),
    "at-least": lambda met, wanted: met >= wanted,
    "at-most": lambda met, wanted: met <= wanted,
    "between": lambda met, wanted: wanted[0] <= met <= wanted[1],
}
"""What each operator does to a stated value and the criterion's; `stated` needs none."""

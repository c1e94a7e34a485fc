"""What each list asks of those who decide: whose list it is, what is asked to be done, and where two persons decide.

`list_handling.csv` is what Gatehouse comes with; a deployment's own file of the same form stands in for it. The policy
of the safeguards is asked besides: a table can ask for a second person where the policy does not, never the reverse.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import TableError

ANY_LIST = "*"
FILE_NAME = "list_handling.csv"
COLUMNS = ("list", "second_person", "authority", "asks", "contact", "verified")


class Handling(NamedTuple):
    """How hits of a list are handled. `verified` is false where the words were not compared with their source."""

    list: str
    second_person: frozenset[Answer]
    authority: str
    asks: str
    contact: str
    verified: bool


def handling_of(list_name: str, table: Mapping[str, Handling]) -> Handling:
    """The row of the list, else the one for all lists."""
    return table.get(list_name) or table[ANY_LIST]


def from_rows(rows: Iterable[Mapping[str, str]], name: str) -> dict[str, Handling]:
    """The table of these rows. TableError names the row that is not understood, and a table without a row for all."""
    table = {}
    for number, row in enumerate(rows, 1):
        try:
            handling = _handling(row)
        except (KeyError, ValueError, AttributeError) as fault:
            raise TableError(f"{name}, row {number}: not understood: {fault}", "see docs/review.md") from fault
        table[handling.list] = handling
    if ANY_LIST not in table:
        raise TableError(f"{name}: no row for `{ANY_LIST}`", "say how a list is handled that has no row")
    return table


def _handling(row: Mapping[str, str]) -> Handling:
    if missing := [column for column in COLUMNS if not isinstance(row.get(column), str)]:
        raise ValueError(f"no {', '.join(missing)}")
    if row["verified"] not in ("yes", "no") or not row["list"]:
        raise ValueError("verified is yes or no, and a list has a name")
    second = frozenset(map(Answer, row["second_person"].split()))
    return Handling(row["list"], second, row["authority"], row["asks"], row["contact"], row["verified"] == "yes")


@lru_cache(maxsize=4)
def table_from(path: Path | None) -> Mapping[str, Handling]:
    """The deployment's table, or the one that comes with Gatehouse."""
    if path is not None and path.exists():
        text, name = path.read_text(encoding="utf-8"), str(path)
    else:
        text, name = resources.files(__package__).joinpath(FILE_NAME).read_text(encoding="utf-8"), FILE_NAME
    return from_rows(csv.DictReader(text.splitlines()), name)

"""To which unit a hit is given: the first row of `routing.csv` that fits its list and the airports of its leg.

Gatehouse comes with no units, so that hits are everybody's; a deployment's own `routing.csv` names them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.review.errors import TableError

FILE_NAME = "routing.csv"
EVERY = "*"
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}", re.ASCII)


class Route(NamedTuple):
    """One rule: hits of these lists on legs that touch these airports go to the unit; empty sets are all."""

    unit: str
    lists: frozenset[str]
    airports: frozenset[str]


def unit_for(list_name: str, airports: Iterable[str | None], routes: Iterable[Route]) -> str | None:
    """The unit of the first route that fits; None where none does: the hit is everybody's."""
    touched = {airport for airport in airports if airport}
    for route in routes:
        if (not route.lists or list_name in route.lists) and (not route.airports or touched & route.airports):
            return route.unit
    return None


def from_rows(rows: Iterable[Mapping[str, str]], name: str) -> tuple[Route, ...]:
    """The routes of these rows, in order. TableError names the row that is not understood."""
    routes = []
    for number, row in enumerate(rows, 1):
        unit, lists, airports = row.get("unit") or "", row.get("lists"), row.get("airports")
        if not _UNIT.fullmatch(unit) or not lists or not airports:
            raise TableError(
                f"{name}, row {number}: not understood", "give unit, lists and airports; `*` is all of them"
            )
        routes.append(Route(unit, _members(lists), _members(airports)))
    return tuple(routes)


def _members(cell: str) -> frozenset[str]:
    return frozenset() if cell.strip() == EVERY else frozenset(cell.split())


@lru_cache(maxsize=4)
def routes_from(path: Path | None) -> tuple[Route, ...]:
    """The deployment's routes; none without a file."""
    if path is None or not path.exists():
        return ()
    return from_rows(csv.DictReader(path.read_text(encoding="utf-8").splitlines()), str(path))

"""The checklist of a visit as a table (`checklist.csv`): what is to be seen to, and by which day."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

KINDS = ("comprehensive", "focused", "follow-up", "advocacy")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to see to, so many days before the visit begins."""

    name: str
    days_before: int
    kinds: frozenset[str]
    words: str

    def due(self, starts: dt.date) -> dt.date:
        """The day by which it is to be seen to."""
        return starts - dt.timedelta(days=self.days_before)


@lru_cache(maxsize=1)
def _items() -> tuple[Item, ...]:
    text = resources.files(__package__).joinpath("checklist.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Item(
            row["item"],
            int(row["days_before"]),
            frozenset(KINDS if row["kinds"] == "all" else row["kinds"].split()),
            row["words"],
        )
        for row in rows
    )


def checklist(kind: str) -> tuple[Item, ...]:
    """What is to be seen to before a visit of this kind, the earliest first."""
    return tuple(item for item in _items() if kind in item.kinds)

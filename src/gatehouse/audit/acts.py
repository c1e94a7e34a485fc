"""The closed list of acts that entries may record (`acts.csv`): who may do each, to what, told with which details.

An act that is written once stays in the file for ever, so that old entries can be read: rows are added, not removed.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from gatehouse.audit.errors import EntryError
from gatehouse.audit.references import kinds

ANYTHING = "*"
"""In the column of subjects: every kind of reference."""


class Act(NamedTuple):
    """One act: the kinds of its actors and subjects, the names of its details, and what it means."""

    code: str
    actors: frozenset[str]
    subjects: frozenset[str]
    details: frozenset[str]
    meaning: str


@lru_cache(maxsize=1)
def acts() -> dict[str, Act]:
    """Every act by its code."""
    text = resources.files(__package__).joinpath("acts.csv").read_text(encoding="utf-8")
    return {row["act"]: _act(row) for row in csv.DictReader(text.splitlines())}


def _act(row: dict[str, str]) -> Act:
    actors, subjects, details = (frozenset(row[column].split()) for column in ("actors", "subjects", "details"))
    if subjects == {ANYTHING}:
        subjects = frozenset(kinds())
    return Act(row["act"], actors, subjects, details, row["meaning"])


def act_of(code: str) -> Act:
    """The act of this code. Raises `EntryError` when the list has none."""
    try:
        return acts()[code]
    except KeyError:
        raise EntryError("the act is not in the list of acts", "use a code of acts.csv, or add the act there") from None

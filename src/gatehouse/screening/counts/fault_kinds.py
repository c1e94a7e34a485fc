"""What kind of fault a finding about a message is: a field that is missing, syntax, a part that was lost, contents.

Findings of severity `info` are no fault of a carrier's. Codes of the syntax and all meanings come from the rooms that
find them; which codes say that a field is missing stands in `missing_fields.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from pathlib import Path

from gatehouse.screening.intake.late_series import CODE as LOST_PART
from gatehouse.terms.finding import Severity

MISSING_FILE = Path(__file__).with_name("missing_fields.csv")
SYNTAX = "gatehouse.edifact"
OF_TYPE = {"PAXLST": "gatehouse.screening.messages.paxlst", "PNRGOV": "gatehouse.screening.messages.pnrgov"}
"""The room that reads each type of message; two of them may call different faults by one code."""
ROOMS = (
    SYNTAX,
    "gatehouse.screening.intake",
    "gatehouse.screening.intake.sensitive",
    *OF_TYPE.values(),
    "gatehouse.screening.travellers",
)
"""The rooms that find faults in what carriers send; each has a `findings.csv`."""


class FaultKind(StrEnum):
    """In the order in which a carrier reads them."""

    MISSING = "missing"
    SYNTAX = "syntax"
    LOST = "lost"
    CONTENT = "content"


@lru_cache(maxsize=1)
def missing_codes() -> frozenset[str]:
    """The codes that say that a field is missing."""
    with MISSING_FILE.open(encoding="utf-8", newline="") as rows:
        return frozenset(row["code"] for row in csv.DictReader(rows))


@lru_cache(maxsize=1)
def syntax_codes() -> frozenset[str]:
    """The codes of faults of the syntax (ISO 9735)."""
    return frozenset(_meanings(SYNTAX))


@lru_cache(maxsize=1)
def meanings() -> Mapping[str, str]:
    """What each code means, in English."""
    return {code: says for room in ROOMS for code, says in _meanings(room).items()}


def meaning_of(code: str, type_: str | None) -> str | None:
    """What a code means on a message of a type, in English: as its reader says it, else as any other room does."""
    own = OF_TYPE.get(type_ or "")
    return (_meanings(own).get(code) if own else None) or meanings().get(code)


@lru_cache(maxsize=len(ROOMS))
def _meanings(room: str) -> dict[str, str]:
    text = resources.files(room).joinpath("findings.csv").read_text(encoding="utf-8")
    return {row["code"]: row["meaning"] for row in csv.DictReader(text.splitlines())}


def kind_of(code: str, severity: str) -> FaultKind | None:
    """The kind of a finding; None for one that is no fault."""
    if code == LOST_PART:
        return FaultKind.LOST
    if code in missing_codes():
        return FaultKind.MISSING
    if severity == Severity.INFO:
        return None
    return FaultKind.SYNTAX if code in syntax_codes() else FaultKind.CONTENT

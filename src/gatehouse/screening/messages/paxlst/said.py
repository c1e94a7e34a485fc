"""What one segment says, apart from where it stands: facts, faults, and whether its text is to be kept."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gatehouse.terms.finding import Finding, Severity

MESSAGE, FLIGHT, PERSON, ITEMS, DOCUMENT, CONTACT = "message", "flight", "person", "items", "document", "contact"
"""What a fact is about. `ITEMS` are facts of a person that add up (bags, seats, nationalities)."""
OPENS_FLIGHT, OPENS_PERSON, OPENS_DOCUMENT = "flight+", "person+", "document+"
"""Segments that begin something: what follows belongs to it."""
OPENS_PARTY, OPENS_NOTHING = "party+", "nothing+"
"""`OPENS_PARTY` begins what may be a person, `OPENS_NOTHING` ends a person without a new one."""
UNREAD = "unread"
"""A segment without meaning here; it stays as evidence where it stands."""

FINDINGS_FILE = Path(__file__).with_name("findings.csv")


class Fault(NamedTuple):
    """A row of `findings.csv` by its code, with a detail that names no person."""

    code: str
    detail: str = ""


class Said(NamedTuple):
    """What a segment says: facts as (field, value), faults, and whether the segment itself is kept as evidence."""

    about: str
    facts: tuple[tuple[str, Any], ...] = ()
    faults: tuple[Fault, ...] = ()
    kept: bool = False


Elements = list[list[str]]
"""The elements of a segment, each a list of components."""


class FindingKind(NamedTuple):
    """A row of `findings.csv`. `rule` is the data-quality rule it answers to, or empty."""

    severity: Severity
    rule: str
    meaning: str


def _finding_kinds() -> dict[str, FindingKind]:
    with FINDINGS_FILE.open(encoding="utf-8", newline="") as rows:
        return {
            row["code"]: FindingKind(Severity(row["severity"]), row["rule"], row["meaning"])
            for row in csv.DictReader(rows)
        }


FINDING_KINDS: Mapping[str, FindingKind] = _finding_kinds()


def finding(code: str, segment: int | None, detail: str = "") -> Finding:
    """The finding of a code, its severity and words as `findings.csv` has them. KeyError for any other."""
    kind = FINDING_KINDS[code]
    return Finding(kind.severity, code, segment, f"{kind.meaning}: {detail}" if detail else kind.meaning)


def unread(code: str, detail: str = "") -> Said:
    """A segment kept as evidence, and why."""
    return Said(UNREAD, (), (Fault(code, shown(detail)),), True)


CODE_SHOWN_MAX = 4
"""A code value longer than this is not quoted: it may be data in the wrong place."""


def shown(code: str) -> str:
    """A code as a finding may quote it: short and of letters and digits, else nothing."""
    return code if len(code) <= CODE_SHOWN_MAX and code.isalnum() else ""

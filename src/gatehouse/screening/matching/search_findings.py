"""What a search left out, as findings: nobody should take a search that was cut short for a whole one.

The words are `search_findings.csv`, a row for each member of `LeftOut`; none of them names a person.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gatehouse.terms.candidate import LeftOut
from gatehouse.terms.finding import Finding, Severity

TABLE = Path(__file__).with_name("search_findings.csv")


class _Row(NamedTuple):
    """A row of the table."""

    severity: Severity
    meaning: str


@lru_cache(maxsize=1)
def _rows() -> dict[str, _Row]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return {row["code"]: _Row(Severity(row["severity"]), row["meaning"]) for row in csv.DictReader(stream)}


def code_of(left_out: LeftOut) -> str:
    """The code of the finding that tells it."""
    return f"search-{left_out}"


def meaning_of(left_out: LeftOut) -> str:
    """What it means, in words."""
    return _rows()[code_of(left_out)].meaning


def search_findings(left_out: Iterable[LeftOut], segment: int | None) -> tuple[Finding, ...]:
    """A finding for each; `segment` is where the traveller stands in the message, if in one."""
    codes = [code_of(one) for one in left_out]
    return tuple(Finding(_rows()[code].severity, code, segment, _rows()[code].meaning) for code in codes)

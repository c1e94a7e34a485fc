"""The codes of a CONTRL: actions (0083) and syntax errors (0085), and the finding codes that lead to them."""

from __future__ import annotations

import csv
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

REJECTED, ACKNOWLEDGED, RECEIVED = "4", "7", "8"


def _rows(name: str) -> list[dict[str, str]]:
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines()))


ACTIONS = MappingProxyType({row["code"]: row["meaning"] for row in _rows("actions.csv")})
"""Meaning of each action."""

ERRORS = MappingProxyType({row["code"]: row["meaning"] for row in _rows("errors.csv")})
"""Meaning of each syntax error."""


class Reason(NamedTuple):
    """What a finding of ours means in a CONTRL: the action it calls for, the level it is about, the error code."""

    action: str
    level: str
    error: str


REASONS = MappingProxyType(
    {row["finding"]: Reason(row["action"], row["level"], row["error"]) for row in _rows("reasons.csv")}
)
"""Reason of each finding code; findings that are not here are no matter of syntax and never reach a CONTRL."""

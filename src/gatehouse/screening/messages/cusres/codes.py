"""The codes of a CUSRES: functions (BGM 1001), levels (ERP 1049) and statuses (ERC 9321)."""

from __future__ import annotations

import csv
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType

FUNCTIONS = MappingProxyType({"962": "response", "132": "status-change", "312": "acknowledgement"})
"""What BGM 1001 says the message does."""

LEVELS = MappingProxyType({"1": "message", "2": "person"})
"""What ERP 1049 says a verdict is about."""


class Verdict(StrEnum):
    """What a government says of one person's boarding (ERC 9321, first position; `Z`: no travel authorisation)."""

    MAY_BOARD = "0Z"
    MUST_NOT_BOARD = "1Z"
    CHECK_FURTHER = "2Z"
    SEND_AGAIN = "3Z"
    DATA_INSUFFICIENT = "4Z"


def _statuses() -> dict[str, str]:
    table = files(__package__).joinpath("statuses.csv").read_text(encoding="utf-8")
    return {row["code"]: row["meaning"] for row in csv.DictReader(table.splitlines())}


STATUSES = MappingProxyType(_statuses())
"""Meaning of each status code. Other codes occur (national lists); they are kept and reported, never guessed."""

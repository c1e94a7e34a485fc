"""The table of findings and the findings that the room makes are the same."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from gatehouse.screening import travellers
from gatehouse.screening.travellers.joining import CONFLICTS

ROOM = Path(travellers.__file__).parent


def _table() -> dict[str, str]:
    with (ROOM / "findings.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: row["severity"] for row in csv.DictReader(rows)}


def test_every_code_that_is_made_is_in_the_table_with_its_severity() -> None:
    made = {code: "warning" for code, _ in CONFLICTS.values()}
    for severity, code in re.findall(r'\b(warning|info|error)\(\s*"([a-z-]+)"', (ROOM / "placing.py").read_text()):
        made[code] = severity
    assert made == _table()

"""The legal basis of an OFAC programme, as far as its code tells it."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

PROGRAMMES_FILE = Path(__file__).with_name("ofac_programmes.csv")

_ORDER = re.compile(r"-EO(\d{5})$")


@lru_cache(maxsize=1)
def _bases() -> dict[str, str]:
    with PROGRAMMES_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["programme"]: row["legal_basis"] for row in csv.DictReader(rows)}


def legal_basis(programme: str) -> str | None:
    """The law or order behind a programme code: the one that the code itself names (`MALI-EO13882`), else the table's.

    `None` for a code that is in neither; a programme may rest on more than one order, and the first is given.
    """
    if named := _ORDER.search(programme):
        return f"Executive Order {named[1]}"
    return _bases().get(programme)

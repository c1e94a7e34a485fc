"""Words in name fields that are no names: titles, fillers for what is unknown, placeholders.

`name_words.csv` holds them: `glued` says when a title is cut although it is run on to a given name (`JOHNMR`): always,
never (too many names end like it), or of a woman only (MS: `ADAMS` is a name).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

WORDS_FILE = Path(__file__).with_name("name_words.csv")


def _rows() -> list[dict[str, str]]:
    with WORDS_FILE.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


_WORDS = _rows()
TITLES: Mapping[str, str] = {row["word"]: row["glued"] for row in _WORDS if row["kind"] == "title"}
"""Every title, and when it is cut although glued: `always`, `female` or `never`."""
# Longest first, or MRS would come off as MR and leave an S behind on nobody's name.
GLUED_TITLES = tuple(sorted((title for title, glued in TITLES.items() if glued == "always"), key=len, reverse=True))
"""Titles that carriers run on to a given name, the longest first."""
FILLERS = frozenset(row["word"] for row in _WORDS if row["kind"] == "filler")
"""What stands for an unknown part of a name (ICAO Doc 9303 and carriers' habits)."""
PLACEHOLDERS = frozenset(row["word"] for row in _WORDS if row["kind"] == "placeholder")
"""What stands for a person who is not known yet, or for nobody."""
PARTED = re.compile(r"(?!.*\b[A-Za-z]/[A-Za-z]\b)([^/]*?[^/<])(?:/|<<)([^/<][^/]*)")
"""Surname and given names in one field, parted as airlines print them or as the machine-readable zone does. A slash
between single letters parts nothing: `A/L` and `S/O` say whose son somebody is."""

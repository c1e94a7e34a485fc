"""Organs: whose text it is, by the line in which they begin to speak (`organs.csv`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.tables import rows


class Speaking(NamedTuple):
    """An organ's code, and how far its name reaches into the line."""

    code: str
    end: int


@lru_cache(maxsize=1)
def _organs() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"^{re.escape(row['form'])}\s*(?:[,:]|$)", re.IGNORECASE), row["code"]) for row in rows("organs")
    ]


def speaking(line: Line) -> Speaking | None:
    """The organ that begins to speak in a line; on a cover its name stands alone, without a comma."""
    for pattern, code in _organs():
        named = pattern.match(line.shadow)
        if named and named[0].rstrip()[-1] in ",:":
            return Speaking(code, named.end())
    return None

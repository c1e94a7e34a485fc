"""Organs: whose text it is, by the line in which they begin to speak (`organs.csv`).

A commission, a conference or a board that the table lacks is known by its form: a name alone on a line, with a comma.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.tables import rows

OTHER_CHARS_MAX = 160
_OTHER = re.compile(
    r"^(?:The (?=[A-Z])[^,;:.]{0,120}?\b|[\u3400-\u9fff（）()]{2,30}?)"
    r"(?:Assembly|Authority|Board|Commission|Committee|Conference|Congress|Council|Group|Meeting|Parties|Union"
    r"|大会|会议|理事会|委员会|管理局)(?: [^,;:.]{2,60})?\s*[,，]$"
)


class Speaking(NamedTuple):
    """An organ's code (None where the table lacks it), and how far its name reaches into the line."""

    code: str | None
    end: int


@lru_cache(maxsize=1)
def _organs() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"^{re.escape(row['form'])}\s*(?:[,:]|$)", re.IGNORECASE), row["code"]) for row in rows("organs")
    ]


@lru_cache(maxsize=1)
def within_a_line() -> re.Pattern[str]:
    """An organ that begins to speak in the midst of a line, where a text has lost its lines."""
    either = "|".join(re.escape(row["form"]) for row in rows("organs") if len(row["form"]) > 1)
    return re.compile(rf"(?<=[\s\])）])(?:{either})\s?[,，](?=\s)")


def speaking(line: Line) -> Speaking | None:
    """The organ that begins to speak in a line; on a cover its name stands alone, without a comma."""
    for pattern, code in _organs():
        named = pattern.match(line.shadow)
        if named and named[0].rstrip()[-1] in ",:":
            return Speaking(code, named.end())
    return None


def other_speaking(line: Line) -> Speaking | None:
    """A body of another name that speaks in a line of its own."""
    text = line.text
    return Speaking(None, len(text)) if len(text) <= OTHER_CHARS_MAX and _OTHER.match(text) else None


def named_alone(line: Line) -> Speaking | None:
    """An organ whose name stands alone on a line, its comma lost; so it does on a cover, too."""
    text = line.shadow.strip().casefold()
    return next(
        (Speaking(row["code"], len(line.text)) for row in rows("organs") if row["form"].casefold() == text), None
    )

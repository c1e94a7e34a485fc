"""Lines that are the page's and not the text's: links, symbols at the head, job and page numbers (`noise.csv`).

A short line that comes back at least three times, whatever its digits, is a running head; so is one of the table. A
bare number is left to the footnotes, which know whether it is a mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from gatehouse.assessment.obligations.texts.line import Line, without
from gatehouse.assessment.obligations.texts.tables import rows

REPEATS_MIN = 3
RUNNING_HEAD_COLUMNS_MAX = 90
LETTERS_MIN = 3
"""A wrapped list of resolutions makes lines of like digits, and is no head."""
LINE_CHARS_MAX = 300
"""Longer lines are text; no pattern is tried on them."""
_ENDS = tuple(",;.:，；。：、")
_DIGITS = re.compile(r"\d+")
_RULE = re.compile(r"^[-_*=–—•·.\s]{3,}$")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows("noise") if row["kind"] != "rule")


def is_rule(line: Line) -> bool:
    """Whether a line is a rule drawn between parts of a page."""
    return bool(_RULE.match(line.text))


def is_noise(line: Line) -> bool:
    """Whether a line is of a kind that `noise.csv` lists, rules apart."""
    return len(line.text) <= LINE_CHARS_MAX and any(pattern.match(line.shadow) for pattern in _patterns())


def without_noise(lines: Sequence[Line]) -> list[Line]:
    """The lines without what belongs to pages; rules stay, for footnotes stand under them."""
    masked = Counter(_masked(line) for line in lines)
    taken = {line.place for line in lines if is_noise(line) or _is_running_head(line, masked)}
    return without(lines, taken, ends_page=True)


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", line.shadow)


def _is_running_head(line: Line, masked: Counter[str]) -> bool:
    shape = _masked(line)
    if masked[shape] < REPEATS_MIN or is_rule(line) or shape.strip() == "#":
        return False
    letters = sum(char.isalpha() for char in shape)
    return line.width <= RUNNING_HEAD_COLUMNS_MAX and letters >= LETTERS_MIN and not line.text.endswith(_ENDS)

"""How a text is laid out: its language, whether lines are wrapped, and which signs tell a paragraph from a line.

A blank line tells nothing where every line is followed by one; an indent tells nothing where no line has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.line import Line

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_TOUCHING = re.compile(r"[\u3400-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u3400-\u9fff]")
_SPACED = re.compile(r"[\u3400-\u9fff] [0-9A-Za-z]|[0-9A-Za-z] [\u3400-\u9fff]")
_ENDED = re.compile(r"[,;:.，；：。][\s”\"'）)\]]*$")
WRAPPED_COLUMNS_MAX = 140
BROKEN_SHARE_MIN = 0.25
"""Where each paragraph is one line, nearly all lines end as sentences do; where lines are broken, most do not."""
ALIKE_SHARE, ALIKE_LINES_MIN = 0.6, 0.5
"""Lines broken at a width are about as wide as each other; headings and names in a list are not."""
BLANK_SHARE_MAX = 0.85
INDENTED_SHARE = (0.02, 0.7)
INDENTS_BEGIN_MIN = 0.6
LETTERS_A_WORD = 4
"""A Han character says about as much as so many Latin letters."""
_FULL_AT = 0.9


class Layout(NamedTuple):
    """What is known of a text's lines; `full` is the width in columns of a full line, 0 where lines are not wrapped."""

    language: str
    full: int
    blanks_tell: bool
    indents_tell: bool
    spaced: bool

    @property
    def wrapped(self) -> bool:
        """Whether lines are broken at a width."""
        return self.full > 0


def language_of(text: str) -> str:
    """`zh` or `en`, by the letters."""
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    return "zh" if han * LETTERS_A_WORD >= latin and han else "en"


def layout_of(lines: Sequence[Line]) -> Layout:
    """The layout of the lines of a body."""
    text = "\n".join(line.text for line in lines)
    broken = sorted(line.width for line in lines if not _ENDED.search(line.text))
    full = broken[int(len(broken) * _FULL_AT)] if broken else 0
    alike = sum(width >= ALIKE_SHARE * full for width in broken)
    is_wrapped = (
        0 < full <= WRAPPED_COLUMNS_MAX
        and len(broken) >= BROKEN_SHARE_MIN * len(lines)
        and alike >= ALIKE_LINES_MIN * len(broken)
    )
    apart = sum(line.apart for line in lines)
    indented = sum(line.indent > 0 for line in lines)
    low, high = INDENTED_SHARE
    return Layout(
        language=language_of(text),
        full=full if is_wrapped else 0,
        blanks_tell=apart > 0 and (not is_wrapped or apart <= BLANK_SHARE_MAX * len(lines)),
        indents_tell=low * len(lines) <= indented <= high * len(lines) and _indents_begin(lines),
        spaced=len(_SPACED.findall(text)) >= len(_TOUCHING.findall(text)),
    )


def _indents_begin(lines: Sequence[Line]) -> bool:
    """Whether indented lines mostly stand behind one that has ended; a stray space stands anywhere."""
    behind = [bool(_ENDED.search(before.text)) for before, line in pairwise(lines) if line.indent > 0]
    return not behind or sum(behind) >= INDENTS_BEGIN_MIN * len(behind)

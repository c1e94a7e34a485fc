"""Heads of pages that repeat the title: beside the document's symbol, over one line or several.

A title of two lines at the head of three pages is on no page often enough to be known by coming back; but it says what
the front says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gatehouse.assessment.obligations.texts.front import SYMBOL
from gatehouse.assessment.obligations.texts.line import Line, without
from gatehouse.assessment.obligations.texts.organs import speaking

TITLE_LINES_MAX = 4
LETTERS_MIN = 6
_BESIDE = re.compile(rf"^(?:{SYMBOL}(?:\s{{2,}}(?P<right>\S.*))?|(?P<left>\S.*?)\s{{2,}}{SYMBOL})$")
_ENDS = tuple(",;.:，；。：、")


def without_running_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines without those at the heads of pages that say again what stands before the organ speaks."""
    body = next((index for index, line in enumerate(lines) if speaking(line)), None)
    if body is None:
        return list(lines)
    front = [_letters(line.text) for line in lines[:body]]
    taken: set[int] = set()
    for index in range(body + 1, len(lines)):
        if head := _BESIDE.match(lines[index].text):
            taken |= _head(lines[index : index + 1 + TITLE_LINES_MAX], head["right"] or head["left"] or "", front)
    return without(lines, taken, ends_page=True)


def _head(lines: Sequence[Line], beside: str, front: Sequence[str]) -> set[int]:
    """The places of the lines that are a head; `beside` is what stands in the first of them next to the symbol."""
    whole, said = "".join(front), _letters(beside)
    if said and (len(said) < LETTERS_MIN or said not in whole):
        return set()
    taken = {lines[0].place} if said else set()
    for line in lines[1:]:
        more = said + _letters(line.text)
        starts = bool(said) or any(one.startswith(more) for one in front)
        if line.text.endswith(_ENDS) or len(more) < LETTERS_MIN or more == said or not starts or more not in whole:
            break
        taken.add(line.place)
        said = more
    return taken


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())

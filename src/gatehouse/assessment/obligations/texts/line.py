"""Physical lines: text without its indent, how deep it is set, how wide it is, what stands before it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gatehouse.assessment.obligations.texts.cleaning import shadow

LINES_MAX = 12_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number in the file (from 1), text without outer spaces, indent in columns, and what is before it.

    `apart`: a blank line stands before it. `page`: a page ended before it (a form feed, a head or a foot taken out).
    `place`: which line with text it is, from 0; two pages may meet on one line of a file.
    """

    number: int
    text: str
    indent: int = 0
    apart: bool = False
    page: bool = False
    place: int = 0

    @property
    def shadow(self) -> str:
        """The text for comparing."""
        return shadow(self.text)

    @property
    def width(self) -> int:
        """Columns of a terminal that the text takes; a Han character takes two."""
        return width(self.text)


def width(text: str) -> int:
    """Columns that `text` takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    found: list[Line] = []
    apart = page = False
    for number, raw in enumerate(text.split("\n"), start=1):
        for piece, bare in enumerate(raw.split("\f")):
            page, apart = page or piece > 0, apart or piece > 0
            stripped = bare.strip(" \u3000")
            if not stripped:
                apart = True
                continue
            lead = bare[: len(bare) - len(bare.lstrip(" \u3000"))]
            found.append(Line(number, stripped, width(lead), apart, page, len(found)))
            apart = page = False
    return found


def without(lines: Iterable[Line], taken: set[int], ends_page: bool) -> list[Line]:
    """The lines without those of the places `taken`; what they parted stays parted, as by a page where said."""
    kept: list[Line] = []
    apart = page = False
    for line in lines:
        if line.place in taken:
            apart, page = True, page or line.page or ends_page
            continue
        kept.append(replace(line, apart=line.apart or apart, page=line.page or page))
        apart = page = False
    return kept

"""What stands before the organ speaks: symbol, title, and whether the text is a draft or was adopted.

A draft is never called adopted: `adopted` needs a sign in the text itself (a RES symbol, the heading of a resolution,
the meeting that adopted it), and a text without any sign is `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE, shadow
from gatehouse.assessment.obligations.texts.joining import joined
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.tables import rows

DRAFT, ADOPTED, UNKNOWN = "draft", "adopted", "unknown"
TITLE_CHARS_MAX = 400
SPONSORS_MIN = 4
"""So many enumerated names before `draft resolution` are its sponsors, not a title."""
_SYMBOL = re.compile(r"\b[ASE]/(?:[A-Z]+/)*\d[\w./-]*\d\b(?:\s?\(\d{4}\))?|\b[ASE]/(?:[A-Z]+/)*\d+\b")
_COUNCIL = re.compile(
    r"^(?:resolution\s+(\d{1,4})\s*\((\d{4})\)|第\s*(\d{1,4})\s*\((\d{4})\)\s*号决议)$", re.IGNORECASE
)
_ASSEMBLY = re.compile(r"^(\d{1,3}/\d{1,3})\s?([A-Z])?\s*\.\s*(?=\D)")
_NAMES = re.compile(r"[、,，]")


class Front(NamedTuple):
    """Title and symbol where the text has them, and `draft`, `adopted` or `unknown`."""

    title: str | None
    symbol: str | None
    status: str


@lru_cache(maxsize=4)
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"], re.IGNORECASE) for row in rows("front") if row["kind"] == kind)


def _is(kind: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(kind))


def front_of(before: Sequence[Line], raw: Sequence[Line], after: Sequence[Line], language: str) -> Front:
    """What the lines before the organ say; `raw` are the same with page heads, `after` those behind the last."""
    heads = [line.shadow for line in raw]
    return Front(_title(before, language), _symbol(heads), _status(heads, [line.shadow for line in after]))


def _status(heads: list[str], closing: list[str]) -> str:
    if any(_is("draft", text) for text in heads):
        return ADOPTED if any("/RES/" in text for text in heads) else DRAFT
    is_adopted = any(_is("adopted", text) for text in heads) or any(_is("closing", text) for text in closing)
    return ADOPTED if is_adopted else UNKNOWN


def _symbol(heads: list[str]) -> str | None:
    for text in heads:
        if council := _COUNCIL.match(text):
            number, year = [group for group in council.groups() if group]
            return f"S/RES/{number} ({year})"
        if assembly := _ASSEMBLY.match(text):
            return f"A/RES/{assembly[1]}{assembly[2] or ''}"
    found = [match[0] for text in heads for match in _SYMBOL.finditer(text)]
    ranked = sorted(found, key=lambda symbol: "/RES/" not in symbol)
    return re.sub(r"(?<=\d)\(", " (", ranked[0]) if ranked else None


def _title(before: Sequence[Line], language: str) -> str | None:
    for index, line in enumerate(before):
        if numbered := _ASSEMBLY.match(line.shadow):
            rest = [line.text[numbered.end() :], *(later.text for later in before[index + 1 :])]
            return _shown(rest, language)
        if _COUNCIL.match(line.shadow):
            return _shown([line.text], language)
    titles = [line.text for line in before if not _is("furniture", line.shadow) and not _is_of_a_draft(line)]
    titles = [text for text in titles if not _SYMBOL.fullmatch(shadow(text))]
    return _shown(titles[-1:], language) if titles else None


def _is_of_a_draft(line: Line) -> bool:
    text = line.shadow
    return _is("draft", text) or len(_NAMES.findall(text)) >= SPONSORS_MIN


def _shown(texts: list[str], language: str) -> str | None:
    return FOOTNOTE.sub("", joined(texts, language == "zh"))[:TITLE_CHARS_MAX] or None

"""What stands before the organ speaks: symbol, title, and whether the text is a draft or was adopted.

A draft is never called adopted: `adopted` needs a sign in the text itself (a RES symbol, the heading of a resolution,
the meeting that adopted it), and a text without any sign is `unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE
from gatehouse.assessment.obligations.texts.joining import joined
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.tables import rows

DRAFT, ADOPTED, UNKNOWN = "draft", "adopted", "unknown"
TITLE_CHARS_MAX = 400
SPONSORS_MIN = 4
"""So many enumerated names before `draft resolution` are its sponsors, not a title."""
SYMBOL = r"[ASE]/(?:[A-Z]+(?:\.\d+)?(?:-\d+)?/)*(?:E?S-)?\d[\w./-]*(?:\s?\((?:\d{4}|[IVXL]+|E?S-[IVXL]+)\))?"
_SYMBOL = re.compile(rf"\b{SYMBOL}(?<![.,/])")
_COUNCIL = re.compile(
    r"^(?:(?:Security Council )?resolution\s+(\d{1,4})\s*\((\d{4})\)|(\d{1,4})\s*\((\d{4})\)\.?\s+Resolution of .{6,30}"
    r"|(?:联合国)?(?:安全理事会|安理会)?第\s*(\d{1,4})\s*\((\d{4})\)\s*号决议)\*?$",
    re.IGNORECASE,
)
_SERIES = {"HRC": "A/HRC/RES/", "ECOSOC": "E/RES/"}
_ASSEMBLY = re.compile(r"^((?:E?S-\d{1,2}|(?:19|20)\d\d|\d{1,3})/\d{1,3})\s?([A-Z])?\s*\.\s*(?=\D)")
_OLD_ASSEMBLY = re.compile(r"^(\d{1,4}(?:\s?[A-Z])?)\s*\(([IVXLC]+|E?S-[IVXL]+)\)\s*\.\s*(?=\D)")
_NAMES = re.compile(r"[、,，]")
_PART = re.compile(r"^(?:[A-Z]|[IVX]{1,5}|[甲乙丙丁戊]|[一二三四五六七八九十]{1,3})\s*[.、]?$")
_PART_TITLED = re.compile(r"^[A-Z]\.\s+\S")
"""The letter or numeral over a part of a resolution."""
TITLE_LINES_MAX = 4


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


def is_furniture(line: Line) -> bool:
    """Whether a line is of a cover or of the end: letterhead, date, session, meeting, distribution."""
    return _is("furniture", line.shadow) or _is("closing", line.shadow)


def is_symbol(line: Line) -> bool:
    """Whether a line is a document's symbol and nothing else, as at the head of a page."""
    return bool(_SYMBOL.fullmatch(line.shadow.rstrip("*")))


def is_heading(line: Line) -> bool:
    """Whether a line is the heading of a resolution, with its number."""
    return any(pattern.match(line.shadow) for pattern in (_COUNCIL, _ASSEMBLY, _OLD_ASSEMBLY))


def is_statement(line: Line) -> bool:
    """Whether a line is the heading of a President's statement, which decides nothing."""
    return _is("statement", line.shadow)


def is_letter_of_part(line: Line) -> bool:
    """Whether a line is the letter or numeral over a part, alone or before the part's title."""
    return bool(_PART.match(line.shadow) or _PART_TITLED.match(line.shadow))


def front_of(
    before: Sequence[Line], raw: Sequence[Line], after: Sequence[Line], language: str, organ: str | None
) -> Front:
    """What the lines before the organ say; `raw` are the same with page heads, `after` those behind the last."""
    heads = [line.shadow for line in raw]
    return Front(_title(before, language), _symbol(heads, organ), _status(heads, [line.shadow for line in after]))


def _status(heads: list[str], closing: list[str]) -> str:
    if any("/RES/" in symbol for text in heads for symbol in _SYMBOL.findall(text)):
        return ADOPTED
    if any(_is("resolution", text) for text in heads):
        return ADOPTED
    if any(_is("draft", text) for text in heads):
        return DRAFT
    is_adopted = any(_is("adopted", text) for text in heads) or any(_is("closing", text) for text in closing)
    return ADOPTED if is_adopted else UNKNOWN


def _symbol(heads: list[str], organ: str | None) -> str | None:
    found = [match[0] for text in heads for match in _SYMBOL.finditer(text)]
    printed = next((symbol for symbol in found if "/RES/" in symbol), None)
    if printed:
        return re.sub(r"(?<=\d)\(", " (", printed)
    for text in heads:
        if council := _COUNCIL.match(text):
            number, year = [group for group in council.groups() if group]
            return f"S/RES/{number} ({year})"
        if assembly := _ASSEMBLY.match(text):
            return f"{_SERIES.get(organ or '', 'A/RES/')}{assembly[1]}{assembly[2] or ''}"
        if old := _OLD_ASSEMBLY.match(text):
            return f"A/RES/{old[1]} ({old[2]})"
    return re.sub(r"(?<=\d)\(", " (", found[0]) if found else None


def _title(before: Sequence[Line], language: str) -> str | None:
    for index, line in enumerate(before):
        if numbered := _ASSEMBLY.match(line.shadow) or _OLD_ASSEMBLY.match(line.shadow):
            rest = [line.text[numbered.end() :], *_going_on(before[index + 1 :])]
            return _shown(rest, language)
        if _COUNCIL.match(line.shadow):
            return _shown([line.text.rstrip("*")], language)
    title: list[Line] = []
    for line in reversed(before):
        if _is_no_title(line):
            if title:
                break
        elif title and (title[-1].apart or len(title) >= TITLE_LINES_MAX):
            break
        else:
            title.append(line)
    return _shown([line.text for line in reversed(title)], language)


def _going_on(lines: Sequence[Line]) -> list[str]:
    """The lines that go on with a title: up to a remark in brackets, a part's letter, or what else is no title."""
    found = []
    for line in lines:
        if _is_no_title(line) or is_letter_of_part(line):
            break
        found.append(line.text)
    return found


def _is_no_title(line: Line) -> bool:
    text = line.shadow
    return _is("furniture", text) or bool(_SYMBOL.fullmatch(text)) or _is_of_a_draft(line)


def _is_of_a_draft(line: Line) -> bool:
    text = line.shadow
    return _is("draft", text) or len(_NAMES.findall(text)) >= SPONSORS_MIN


def _shown(texts: list[str], language: str) -> str | None:
    return FOOTNOTE.sub("", joined(texts, language == "zh"))[:TITLE_CHARS_MAX] or None

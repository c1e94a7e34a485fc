"""Footnotes: their bodies are taken out of the lines, their marks become private characters (see `cleaning`).

A body stands under a rule, or begins with a raised number, or begins as footnotes do (`footnote_openers.csv`). A bare
number on a line is a mark when a body has that number, else it is the page's. A digit that clings to a word or a comma
(`report,1 welcomes`) is a mark when a body waits for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE, FOOTNOTES_MAX, footnote_mark, footnote_number
from gatehouse.assessment.obligations.texts.line import Line, without
from gatehouse.assessment.obligations.texts.noise import is_rule
from gatehouse.assessment.obligations.texts.tables import rows

BODY_LINES_MAX = 12
_BARE = re.compile(r"^\[?(\d{1,3})\]?$")
_NUMBERED = re.compile(r"^\[?(\d{1,3})\]?\s+(\S.*)$")
_ENDED = re.compile(r"[.。][\s”\"'）)]*$")
_STARRED = re.compile(r"^\*{1,3}\s*\S")


@dataclass
class Taken:
    """What was found: the lines left, with marks in them, and the text of each footnote by its number."""

    lines: list[Line] = field(default_factory=list)
    bodies: dict[int, str] = field(default_factory=dict)


def without_footnotes(lines: Sequence[Line]) -> Taken:
    """The lines without bodies and rules, and the bodies."""
    bodies: dict[int, list[str]] = {}
    gone: set[int] = set()
    zone, open_number = False, 0
    for index, line in enumerate(lines):
        if is_rule(line):
            zone, open_number = index + 1 < len(lines) and _starts(lines[index + 1], bodies, True) is not None, 0
            gone.add(line.place)
            continue
        zone = zone and not (line.page and index and not is_rule(lines[index - 1]))
        started = _starts(line, bodies, zone)
        if started is not None:
            number, rest = started
            bodies[number] = [rest] if rest else []
            zone, open_number = True, number
            gone.add(line.place)
        elif zone and _goes_on(bodies[open_number]):
            bodies[open_number].append(line.text)
            gone.add(line.place)
        else:
            zone = False
    kept = without(lines, gone, ends_page=True)
    texts = {number: " ".join(parts) for number, parts in bodies.items() if number}
    return Taken(_marked(kept, texts), texts)


def _goes_on(parts: list[str]) -> bool:
    return len(parts) < BODY_LINES_MAX and not (parts and _ENDED.search(parts[-1]))


def _starts(line: Line, bodies: dict[int, list[str]], zone: bool) -> tuple[int, str] | None:
    """The number and the beginning of the body that a line starts, if it starts one."""
    text = line.text
    if FOOTNOTE.match(text):
        number, rest = footnote_number(text[0]), text[1:].strip()
        begins = zone or (bool(rest) and (line.apart or _opens(rest)))
        return (number, rest) if begins and number not in bodies else None
    if zone and _STARRED.match(text):
        return 0, text
    if zone and (bare := _BARE.match(text)):
        return int(bare[1]), ""
    numbered = _NUMBERED.match(text)
    if numbered is None or int(numbered[1]) > FOOTNOTES_MAX:
        return None
    number = int(numbered[1])
    expected = number == max(bodies, default=0) + 1
    begins = (zone and (expected or number not in bodies)) or (expected and line.apart and _opens(numbered[2]))
    return (number, numbered[2]) if begins else None


@lru_cache(maxsize=1)
def _openers() -> tuple[str, ...]:
    return tuple(row["form"] for row in rows("footnote_openers"))


def _opens(text: str) -> bool:
    return text.startswith(_openers())


def _marked(lines: list[Line], bodies: dict[int, str]) -> list[Line]:
    """The lines with a private character wherever a mark stands; bare numbers that are none are the page's."""
    found: list[Line] = []
    seen: set[int] = set()
    page = False
    for line in lines:
        bare = _BARE.match(line.text)
        if bare and int(bare[1]) not in bodies:
            page = True
            continue
        text = footnote_mark(int(bare[1])) if bare else line.text
        seen |= {footnote_number(mark) for mark in FOOTNOTE.findall(text)}
        found.append(replace(line, text=text, page=line.page or page))
        page = False
    for number in sorted(set(bodies) - seen):
        _cling(found, number)
    return found


def _cling(lines: list[Line], number: int) -> None:
    """Turn the first digit that clings to a word, as a raised number does in extracted text, into a mark."""
    clinging = re.compile(rf"(?<=[A-Za-z,;.:)\]》”\"，；。）])\s?{number}(?=[\s,;.，；。)）]|$)")
    for index, line in enumerate(lines):
        for found in clinging.finditer(line.text):
            before = line.text[: found.start()]
            spaced = found[0][0] == " "
            if spaced and not before.endswith(("》", "”", "，", "）")):
                continue
            if re.search(r"\b(?:vol|no|para|paras|art|S/RES|Annex)\.?$", before, re.IGNORECASE):
                continue
            lines[index] = replace(line, text=before + footnote_mark(number) + line.text[found.end() :])
            return

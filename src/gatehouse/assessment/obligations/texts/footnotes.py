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
from gatehouse.assessment.obligations.texts.organs import speaking
from gatehouse.assessment.obligations.texts.tables import rows

BODY_LINES_MAX = 12
_BARE = re.compile(r"^\[?(\d{1,3})\]?$")
_BODY = re.compile(r"^\[?(\d{1,3})\]?\s+(\S.*)$")
_OLD_BODY = re.compile(r"^(?:\((\d{1,2})\)|(\d{1,2})/)\s*(\S.*)$")
"""Before 2000 a footnote was written `(1)` or `1/`."""
_ENDED = re.compile(r"[.。][\s”\"'）)]*$")
_CLINGING = re.compile(
    r"(?:(?<=[A-Za-z\u3400-\u9fff)）\]》”\"][;,；，。])|(?<=[》”]))[1-9]\d{0,2}(?=\s*$|\s(?!\d))"
    r"|(?<=[A-Za-z)\]”\"][.])[1-9]\d{0,2}(?=\s*$)"
)
"""Digits that cling to a mark at which a clause ends, or to a closing quotation, as nothing else does."""
_MARKABLE = re.compile(r"[A-Za-z)\]”\"][,;:.]$")
_NUMBERED = re.compile(
    r"\b(?:and|annex|articles?|chapter|figure|goal|items?|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|number|option|paragraphs?|part|phase|pillar|resolutions?|rules?|sections?|step|table|"
    r"target|the)$",
    re.IGNORECASE,
)
"""Words that a number follows without being a mark."""
_UNITS = ("年", "月", "日", "号", "个", "次", "项", "名", "段", "至", "、")
ORPHANS_SKIPPED_MAX = 2
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
    if (old := _OLD_BODY.match(text)) and (zone or line.apart or bodies) and _opens(old[3]):
        number = int(old[1] or old[2])
        return (number, old[3]) if number == max(bodies, default=0) + 1 else None
    numbered = _BODY.match(text)
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
    body = next((index for index, line in enumerate(found) if speaking(line)), 0)
    for number in sorted(set(bodies) - seen):
        _cling(found, number, body) or _cling(found, number, 0) or _apart(found, number, body)
    return found[:body] + _orphans(found[body:], max(bodies, default=0))


def _apart(lines: list[Line], number: int, begin: int) -> bool:
    """Turn a number that stands by itself where a mark would (`rights, 1 the`) into one; a word processor set it apart.

    Behind a word alone it is taken only between the marks before and after it.
    """
    before, after = footnote_mark(number - 1), footnote_mark(number + 1)
    passed = number == 1
    for index, line in enumerate(lines[begin:], start=begin):
        for found in re.finditer(rf"\s{number}(?=\s|[,;.]|$)", line.text):
            lead = line.text[: found.start()]
            is_between = passed or before in lead
            if _MARKABLE.search(lead) or (is_between and _is_word(lead) and after not in lead):
                lines[index] = replace(line, text=lead + footnote_mark(number) + line.text[found.end() :])
                return True
        passed = passed or before in line.text
        if after in line.text:
            return False
    return False


def _is_word(lead: str) -> bool:
    """Whether a text ends in a word that is not itself followed by numbers (`paragraph`, `phase`)."""
    return bool(re.search(r"[A-Za-z]{3,}$", lead)) and not _NUMBERED.search(lead)


def _orphans(lines: list[Line], known: int) -> list[Line]:
    """The lines with a mark wherever a digit clings as one does, though no body of it came with the text."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        text, begin = "", 0
        behind = lines[index + 1].text if index + 1 < len(lines) else ""
        for digits in _CLINGING.finditer(line.text):
            number = int(digits[0])
            is_unit = digits.end() == len(line.text) and behind.startswith(_UNITS)
            if is_unit or (known and number > known + ORPHANS_SKIPPED_MAX):
                continue
            known = max(known, number)
            text += line.text[begin : digits.start()] + footnote_mark(number)
            begin = digits.end()
        found.append(replace(line, text=text + line.text[begin:]) if begin else line)
    return found


def _cling(lines: list[Line], number: int, begin: int) -> bool:
    """Turn the first digit that clings to a word, as a raised number does in extracted text, into a mark."""
    old = re.compile(
        rf"(?<=[\w)）》”][,;.，；。])\({number}\)|(?<=[\w)）》”]){number}/(?!\d)|(?<=[\w)）》”][,;.，；。]){number}/(?!\d)"
    )
    marked = [replace(line, text=old.sub(footnote_mark(number), line.text)) for line in lines[begin:]]
    if any(line.text != other.text for line, other in zip(marked, lines[begin:], strict=True)):
        lines[begin:] = marked
        return True
    clinging = re.compile(rf"(?<=[A-Za-z,;.:)\]》”\"，；。）])\s?{number}(?=[\s,;.，；。)）]|$)")
    for index, line in enumerate(lines[begin:], start=begin):
        for found in clinging.finditer(line.text):
            before = line.text[: found.start()]
            spaced = found[0][0] == " "
            if spaced and not before.endswith(("》", "”", "，", "）")):
                continue
            if re.search(r"\b(?:vol|no|para|paras|art|S/RES|Annex|Rev|Add|Corr|L)\.?$", before, re.IGNORECASE):
                continue
            lines[index] = replace(line, text=before + footnote_mark(number) + line.text[found.end() :])
            return True
    return False

"""Notes marked by stars: a definition `for the purpose of this resolution only`, `reissued for technical reasons`.

A line that begins with a star is a note where the same star clings to a word before it; elsewhere it is an item.
Marks become private characters, as those of footnotes do; a note of several definitions runs on as long as they come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTES_MAX, footnote_mark
from gatehouse.assessment.obligations.texts.footnotes import Taken
from gatehouse.assessment.obligations.texts.line import Line, without
from gatehouse.assessment.obligations.texts.noise import is_rule

NOTE_LINES_MAX = 16
_NOTE = re.compile(r"^(\*{1,3})\s*(?=[A-Za-z“(（\u3400-\u9fff])(.+)$")
_MARK = re.compile(r"(?<=[^\s*])(\*{1,3})(?![\w*]{0,1}\d)")
_ENDED = re.compile(r"[.。][\s”\"'）)]*$")
_DEFINES = re.compile(r"^[^:：.。;；]{2,60}[:：]\s*\S")
_NUMBERED = re.compile(r"^[(（]?\d{1,3}\s*[.、)）]|^\d{1,3}\s+\S")


def without_starred(lines: Sequence[Line]) -> Taken:
    """The lines without starred notes, their marks carried on, and the notes by the number of the mark."""
    marked = {mark[1] for line in lines for mark in _MARK.finditer(line.text)}
    bodies: dict[int, list[str]] = {}
    gone: set[int] = set()
    open_number = 0
    for index, line in enumerate(lines):
        started = _NOTE.match(line.text)
        if started and started[1] in marked and _number(started[1]) not in bodies:
            open_number = _number(started[1])
            bodies[open_number] = [started[2].strip()]
        elif open_number and _goes_on(bodies[open_number], line):
            bodies[open_number].append(line.text)
        else:
            open_number = 0
            continue
        gone.add(lines[index].place)
    kept = without(lines, gone, ends_page=True)
    texts = {number: " ".join(parts) for number, parts in bodies.items()}
    return Taken([_carried(line, texts) for line in kept], texts)


def _number(stars: str) -> int:
    """The number under which a mark of one, two or three stars is carried."""
    return FOOTNOTES_MAX + len(stars)


def _goes_on(parts: list[str], line: Line) -> bool:
    """Whether a line belongs to the note before it: its sentence is not at an end, or another definition follows."""
    if line.page or is_rule(line) or len(parts) >= NOTE_LINES_MAX or _NUMBERED.match(line.shadow):
        return False
    return not _ENDED.search(parts[-1]) or bool(_DEFINES.match(line.text))


def _carried(line: Line, bodies: dict[int, str]) -> Line:
    """The line with a private character for every star whose note was found."""
    text = _MARK.sub(lambda mark: footnote_mark(_number(mark[1])) if _number(mark[1]) in bodies else mark[0], line.text)
    return line if text == line.text else replace(line, text=text)

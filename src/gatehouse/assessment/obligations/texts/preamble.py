"""Preambular paragraphs: where one ends and the next begins.

A paragraph ends with a comma (seldom a semicolon) and the next begins with a participle, in Chinese with a verb that
may as well stand in the midst of a sentence; there the layout has to say so too: a blank line, an indent, or a line
that ends early. A line that goes on with a sentence never begins a paragraph, whatever stands between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE, shadow
from gatehouse.assessment.obligations.texts.layout import Layout
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.verbs import leading

_ENDED = re.compile(r"[,;.:，；。：][\s”\"'）)\]]*$")
_PARTICIPLE = re.compile(r"^(?:[A-Z][a-z]+ly,? )?[A-Z]?[a-z]+(?:ing|ed|ful|ware)\b")
_UNKNOWN = re.compile(r"^[A-Z][a-z]+(?:ing|ful|ware)\s+(?![A-Z])")
"""A participle that the table lacks; before a capital (`Working Group`, `Beijing Declaration`) it is part of a name."""
_LINKED = (
    "并",
    "以及",
    "及",
    "和",
    "从而",
    "而",
    "且",
    "同时",
    "包括",
    "特别是",
    "尤其",
    "即",
    "但",
    "或",
    "例如",
    "仍",
)
_WITHIN = re.compile(rf"(?<=,)({FOOTNOTE.pattern})?\s+(?=[A-Z])")
_LABEL = re.compile(r"^PP\s?\d{1,3}\s?(?:bis|ter|quater|alt)?\s?[.:)]?\s+")
"""In negotiation preambular paragraphs are labelled."""
OPENER_CHARS = 60
GOES_ON = frozenset({"stress", "encourage", "urge", "call upon", "request"})
LINES_AHEAD = 9
SHORT_COLUMNS = 2
"""A line this much shorter than the full width ended on purpose, for a Han character is as wide."""


def parted_preamble(lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """The lines of each preambular paragraph."""
    lines = [replace(line, text=_LABEL.sub("", line.text)) for line in lines]
    lines = _broken(lines) if layout.language == "en" else lines
    found: list[list[Line]] = []
    for index, line in enumerate(lines):
        if not found or _begins(found[-1][-1], line, _ahead(lines, index), layout):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _ahead(lines: Sequence[Line], index: int) -> str:
    """The sentence that a line begins, as far as its first mark: the verb may stand lines below (`对…表示关切`)."""
    text = ""
    for line in lines[index : index + LINES_AHEAD]:
        text += FOOTNOTE.sub("", line.shadow)
        if _ENDED.search(text):
            break
    return text


def _broken(lines: Sequence[Line]) -> list[Line]:
    """English lines broken before a capital participle that follows a comma: a sentence has none within."""
    return [
        replace(line, text=text, apart=line.apart and not index)
        for line in lines
        for index, text in enumerate(_pieces(line.text))
        if text
    ]


def _pieces(text: str) -> list[str]:
    found, begin = [], 0
    for comma in _WITHIN.finditer(text):
        rest = shadow(text[comma.end() : comma.end() + OPENER_CHARS])
        if _UNKNOWN.match(rest) or leading(rest, "en", is_preamble=True):
            found.append(text[begin : comma.end(1) if comma[1] else comma.start()])
            begin = comma.end()
    return [*found, text[begin:]]


def _begins(before: Line, line: Line, ahead: str, layout: Layout) -> bool:
    last = FOOTNOTE.sub("", before.text).rstrip()
    if not _ENDED.search(last):
        return False
    text = FOOTNOTE.sub("", line.shadow)
    if layout.language == "en":
        known = leading(text, layout.language, is_preamble=True) is not None
        return text[:1].isupper() and (known or (_is_parted(before, line, layout) and bool(_PARTICIPLE.match(text))))
    if text.startswith(_LINKED) or leading(ahead, layout.language, is_preamble=True) is None:
        return False
    return _is_parted(before, line, layout)


def _is_parted(before: Line, line: Line, layout: Layout) -> bool:
    """Whether the layout says that a new paragraph begins with `line`."""
    if layout.wrapped and layout.indents_tell:
        return line.indent > 0 or (layout.blanks_tell and line.apart and not line.page)
    if layout.blanks_tell:
        return line.apart or not layout.wrapped or before.width < layout.full / 2
    if not layout.wrapped or before.width < layout.full - SHORT_COLUMNS:
        return True
    # A full line tells nothing: then it is the verb, for some go on with a sentence more often than they begin one.
    verb = leading(line.shadow, layout.language, is_preamble=True)
    return verb is not None and verb.act not in GOES_ON

"""Lines made alike before they are cut up: indents counted from the margin, bullets and lost breaks mended.

Text taken out of a PDF carries the page's margin on every line, and not the same on each page. A page of the web sets a
bullet before every paragraph, or has lost its lines: then an organ speaks in the midst of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE, shadow
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.organs import within_a_line
from gatehouse.assessment.obligations.texts.verbs import leading

MARGIN_SHIFT_MAX = 4
"""Margins of pages differ by so many columns at most; what is set deeper on a whole page is an indent."""
STRAY_SHARE = 0.08
OPENING_CHARS = 200
VERB_CHARS = 40
BULLETED_SHARE_MIN = 0.6
FLAT_COLUMNS_MIN = 240
"""A line in whose midst an organ may begin to speak is longer than any that was broken at a width."""
_BULLET = re.compile(r"^[-*•·▪–]\s+(?=\S)")
_FRONT = re.compile(
    r"(?<=\])\s+|\s+(?=Adopted by the |Distr\.|\[)|\s+(?=(?:R|r)esolution \d{1,4} \(\d{4}\) Adopted)"
    r"|\s+(?=议程项目|大会决议|(?:第\s?\d{1,4}\s?\(\d{4}\)\s?号决议\s+\d{4}\s?年)|\d{1,3}/\d{1,3}\.\s)|(?<=号决议)\s+(?=\d{4}\s?年)"
)


_TAIL = re.compile(
    r"(?<=[.。])\s+(?=(?:\d{1,4}(?:st|nd|rd|th) (?:plenary )?meeting|\d{1,2} [A-Z][a-z]+ \d{4}|"
    r"\d{4}\s?年\s?\d{1,2}\s?月|第\s?\d+\s?次(?:全体)?会议))"
)
_PART = re.compile(r"(?<=次全体会议)\s+(?=[A-Z]\b)|(?<=meeting)\s+(?=[A-Z]\b[.\s])")
_LETTER = re.compile(r"\s+(?=[A-Z]\.\s+\S)")
_COMMA = re.compile(rf"(?<=[,，]){FOOTNOTE.pattern}?\s+")


def levelled(lines: Sequence[Line]) -> list[Line]:
    """The lines with indents counted from the margin of their page."""
    pages: list[list[Line]] = []
    for line in lines:
        if line.page or not pages:
            pages.append([])
        pages[-1].append(line)
    least = _margin(lines)
    found: list[Line] = []
    for page in pages:
        margin = _margin(page)
        base = margin if margin <= least + MARGIN_SHIFT_MAX else least
        found += [replace(line, indent=max(0, line.indent - base)) for line in page] if base else page
    return found


def _margin(lines: Sequence[Line]) -> int:
    """The indent that lines of a margin have; a stray line of the page's foot may stand farther out."""
    indents = sorted(line.indent for line in lines)
    return indents[int(len(indents) * STRAY_SHARE)] if indents else 0


def without_bullets(lines: Sequence[Line]) -> list[Line]:
    """The lines without the bullets that stand before most of them; a few are a list within a paragraph."""
    bulleted = sum(bool(_BULLET.match(line.text)) for line in lines)
    if bulleted < BULLETED_SHARE_MIN * len(lines) or not lines:
        return list(lines)
    return [replace(line, text=_BULLET.sub("", line.text)) for line in lines]


def with_lines_again(lines: Sequence[Line], language: str) -> list[Line]:
    """The lines, broken where an organ begins to speak in the midst of one and where its front says what it is."""
    found: list[Line] = []
    for line in lines:
        texts = _texts_of(line, language) if line.width >= FLAT_COLUMNS_MIN else [line.text]
        found += [replace(line, text=text, apart=line.apart or place > 0) for place, text in enumerate(texts)]
    return found


def _texts_of(line: Line, language: str) -> list[str]:
    """A long line as the lines that it was: before and behind each organ that speaks in it."""
    spoken = [
        organ
        for organ in within_a_line().finditer(line.shadow)
        if leading(line.shadow[organ.end() :].lstrip()[:OPENING_CHARS], language, is_preamble=True)
    ]
    if not spoken:
        return [line.text]
    texts = [text for text in _FRONT.split(line.text[: spoken[0].start()].strip()) if text]
    if len(spoken) > 1:
        texts = [piece for text in texts for piece in _LETTER.split(text)]
    for place, organ in enumerate(spoken):
        end = spoken[place + 1].start() if place + 1 < len(spoken) else len(line.text)
        said = [text for text in _TAIL.split(line.text[organ.end() : end].strip()) if text]
        texts += [line.text[organ.start() : organ.end()], *_preambular(said[0], language)]
        texts += [text for tail in said[1:] for text in _PART.split(tail)]
    return texts


def _preambular(text: str, language: str) -> list[str]:
    """A Chinese text without lines, broken where a comma, a space and a verb say that a paragraph begins."""
    if language == "en":
        return [text]
    found, begin = [], 0
    for comma in _COMMA.finditer(text):
        if leading(shadow(text[comma.end() : comma.end() + VERB_CHARS]), language, is_preamble=True):
            found.append(text[begin : comma.end()].rstrip())
            begin = comma.end()
    return [*found, text[begin:]]

"""Headings: lines behind the end of a paragraph that are no sentence, before the next number.

A heading may be glued to the paragraph before it, stand apart, take several lines, or be a numeral with a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE
from gatehouse.assessment.obligations.texts.layout import Layout
from gatehouse.assessment.obligations.texts.line import Line

HEADING_LINES_MAX = 4
HEADING_COLUMNS_MAX = 240
_ENDED = re.compile(r"[,;:.，；：。][\s”\"'）)\]]*$")
_SURELY_ENDED = re.compile(r"[;.；。][\s”\"'）)\]]*$")
_ENUMERATED = re.compile(
    r"^(?:[IVX]{1,5}|[A-Z]|[一二三四五六七八九十]{1,3})\s*[.、)]?\s*$|^[IVX]{1,5}\s+[A-Z]|^(?:[IVX]{1,5}\.|[A-Z]\.|[一二三四五六七八九十]{1,3}[、.])\s*\S"
)
_PART = re.compile(r"^(?:part|section|chapter|第[一二三四五六七八九十\d]+(?:部分|节|章))", re.IGNORECASE)
_ANNEX = re.compile(
    r"^\[?(?:annex|appendix|enclosure|附\s?件|附录|附文)\s*(?:[IVX]{1,4}|[A-Z]|\d{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[:：.–—-]\s*\S.{0,120})?\]?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[a-z,，、]$|(?:见|所附|第|和|的)$")
"""A line that ends so goes on: `the list in\nannex II` is no title."""
_SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "against"}
CAPITALS_SHARE_MIN = 0.7


def is_annex(line: Line, before: Line) -> bool:
    """Whether a line is the title of an annex, whose paragraphs are not the resolution's; the line before has ended."""
    return bool(_ANNEX.match(line.shadow) and not _GOES_ON.search(FOOTNOTE.sub("", before.text)))


def parted_heading(lines: Sequence[Line], layout: Layout) -> tuple[Sequence[Line], list[Line]]:
    """The lines of a paragraph, and those behind it that are a heading of what follows."""
    ended = max((i for i, line in enumerate(lines) if _ENDED.search(FOOTNOTE.sub("", line.text))), default=-1)
    behind = list(lines[ended + 1 :])
    while (
        ended >= 0
        and behind
        and not _ENUMERATED.match(behind[0].shadow)
        and not _begins_heading(lines[ended], behind[0], layout)
    ):
        behind.pop(0)
        ended += 1
    heading = behind if 0 < len(behind) <= HEADING_LINES_MAX and ended >= 0 else []
    # `I. Title` and `A. Title` end in no point of their own, and `II.` alone does.
    numeral = lines[ended] if ended > 0 else None
    if numeral is not None and _ENUMERATED.match(numeral.shadow) and _ENDED.search(lines[ended - 1].text):
        return lines[:ended], [numeral, *heading]
    if not heading or sum(line.width for line in heading) > HEADING_COLUMNS_MAX:
        return lines, []
    return lines[: ended + 1], heading


def _begins_heading(last: Line, first: Line, layout: Layout) -> bool:
    """Whether `first`, behind a line that ends a clause, begins a heading rather than goes on with the sentence."""
    text = first.shadow
    if _ENUMERATED.match(text):
        return True
    if text[:1].islower() or text[:1] in "(-":
        return False
    if _PART.match(text) or (text.isupper() and layout.language == "en"):
        return True
    parts = first.apart and layout.blanks_tell and not first.page
    if layout.language == "en":
        ended = bool(_SURELY_ENDED.search(FOOTNOTE.sub("", last.text)))
        return parts or ended or (is_titled(text) and last.width < layout.full / 2)
    short = layout.wrapped and last.width < layout.full - 2
    return parts or bool(_SURELY_ENDED.search(FOOTNOTE.sub("", last.text))) or short or not layout.wrapped


def is_titled(text: str) -> bool:
    """Whether most words of an English text that are not small ones begin with a capital."""
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", text) if word.lower() not in _SMALL]
    capital = sum(word[0].isupper() for word in words)
    return bool(words) and capital >= CAPITALS_SHARE_MIN * len(words)

"""Operative paragraphs by their numbers: a run 1, 2, 3 … in which every number begins a line and a verb follows it.

A number that no verb follows is taken only where the run needs it. A gap is passed over and told; a run that begins
anew after a heading is another part of the same resolution. Where there are no numbers, verbs alone part the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.cleaning import FOOTNOTE, shadow
from gatehouse.assessment.obligations.texts.errors import TextError
from gatehouse.assessment.obligations.texts.line import Line
from gatehouse.assessment.obligations.texts.sections import is_titled
from gatehouse.assessment.obligations.texts.verbs import leading

NUMBER_MAX = 400
HEADING_LINES = 4
VERB_CHARS = 200
"""So near behind a number its verb has to stand."""
CANDIDATES_MAX = 2_000
GAP_MAX = 8
"""So many numbers may be missing in a run before it is taken to have ended."""
_TOO_MANY = f"is not the text of a resolution: more than {CANDIDATES_MAX:,} paragraphs begin with a number"
_ARABIC = re.compile(
    r"^(?:OP\s?(\d{1,3})\s?(?:(?:bis|ter|quater|alt)\b)?\s?[.:)]?|(\d{1,3})\s*[.、)]|\((\d{1,3})\))\s*(?!\d)",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"^OP\s?\d{1,3}\s?(?:bis|ter|quater|alt)\b", re.IGNORECASE)
"""In negotiation a paragraph is put between two others, or beside one, under the number before it."""
_HAN = re.compile(r"^\(?([一二三四五六七八九十]{1,3})\)?[、.]\s*")
_WITHIN = re.compile(r"(?:(?<=[;；。.,，:：])\s*|(?<=[^\W\d])\s+)(?=\d{1,3}\s?[.、．]\s?(?!\d))")
_TITLE = re.compile(r"(?<=[;；。.])\s*(?![a-z])[^;；。.,，:：\d]{2,90}$")
_STOPS = tuple(";；。.,，:：")
_ENDS = (",", ";", ".", ":", "，", "；", "。", "：", "and", "以及", "和", ",]", ";]", "；]", "，]")
_DIGITS = "零一二三四五六七八九"
_TEN = 10


class Start(NamedTuple):
    """Where an operative paragraph starts: its line of those given, its number, how far that reaches, how sure."""

    at: int
    number: int
    end: int
    is_strong: bool
    is_again: bool = False
    style: int = 0


def han_number(text: str) -> int:
    """The value of a Chinese numeral below a hundred; 0 where it is none."""
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS.find(tens) if tens else 1) * _TEN + (_DIGITS.find(ones) if ones else 0)
    return _DIGITS.find(text) if len(text) == 1 else 0


def parted(lines: Sequence[Line], language: str) -> list[Line]:
    """The lines, broken before every number in the midst of one that a verb follows: a text may have lost its lines."""
    found: list[Line] = []
    for line in lines:
        begin, shade = 0, line.shadow
        for inner in _WITHIN.finditer(line.text):
            at = inner.end()
            heading = _heading(line.text[begin:at], language)
            if heading is None:
                continue
            near = shade[at : at + VERB_CHARS]
            number = _ARABIC.match(near)
            if number and leading(near[number.end() :], language):
                ends = at - len(heading)
                found.append(replace(line, text=line.text[begin:ends].rstrip(), apart=line.apart and not begin))
                found.append(replace(line, text=heading.strip(), apart=False))
                begin = at
                if len(found) > len(lines) + CANDIDATES_MAX:
                    raise TextError(_TOO_MANY)
        found.append(replace(line, text=line.text[begin:], apart=line.apart and not begin))
    return [line for line in found if line.text]


def _heading(text: str, language: str) -> str | None:
    """What stands at the end of `text` between a sentence and a number: nothing, a heading, or None where neither."""
    if text.rstrip().endswith(_STOPS):
        return ""
    found = _TITLE.search(text)
    if found is None:
        return None
    title = found[0]
    return title if language == "zh" or is_titled(title) else None


def starts_of(lines: Sequence[Line], language: str) -> list[Start]:
    """The starts of operative paragraphs, in order; empty when no line begins with a number that fits."""
    chosen = _run(_of_one_style(_candidates(lines, language, _ARABIC)))
    if chosen:
        return chosen
    han = _run(_candidates(lines, language, _HAN))
    # Chapters of another kind of text are counted in Han numerals, too.
    return han if sum(start.is_strong for start in han) * 2 > len(han) else []


def _of_one_style(candidates: list[Start]) -> list[Start]:
    """The candidates numbered as the first sure one is: `(1)` within paragraphs `1.`, `2.` is an item of a list."""
    first = next((start for start in candidates if start.is_strong and start.number == 1), None)
    return [start for start in candidates if first is None or start.style == first.style]


def unnumbered(lines: Sequence[Line], language: str) -> list[Start]:
    """The starts by verbs alone, numbered by us: a verb that begins a line, after a line that has ended."""
    found: list[Start] = []
    for index, line in enumerate(lines):
        ended = index == 0 or lines[index - 1].text.endswith(_ENDS) or line.apart
        if not ended or (language == "en" and not line.text[:1].isupper()):
            continue
        if leading(line.shadow, language) is not None:
            found.append(Start(index, len(found) + 1, 0, True))
    return found


def _candidates(lines: Sequence[Line], language: str, pattern: re.Pattern[str]) -> list[Start]:
    found = []
    for index, line in enumerate(lines):
        text = FOOTNOTE.sub(" ", shadow(line.text[:VERB_CHARS]))
        matched = pattern.match(text)
        if not matched:
            continue
        number = _value(next(group for group in matched.groups() if group))
        rest = text[matched.end() :].strip() or (
            shadow(lines[index + 1].text[:VERB_CHARS]) if index + 1 < len(lines) else ""
        )
        if not 0 < number <= NUMBER_MAX:
            continue
        ended = line.apart or _is_free(lines, index)
        strong = ended and leading(rest, language) is not None
        if strong or (ended and rest):
            style = _style(matched)
            found.append(Start(index, number, matched.end(), strong, bool(_AGAIN.match(text)), style))
    return found


def _style(matched: re.Match[str]) -> int:
    """How a number is written: which form of the pattern, and whether with a closing bracket."""
    return 2 * (matched.lastindex or 0) + (")" in matched[0])


def _is_free(lines: Sequence[Line], index: int) -> bool:
    """Whether no sentence runs on into a line: the one before has ended, or is a heading behind one that has."""
    texts = [FOOTNOTE.sub("", line.text) for line in lines[max(0, index - HEADING_LINES) : index]]
    if not texts or texts[-1].endswith(_ENDS):
        return True
    behind = next((i for i, text in enumerate(reversed(texts)) if text.endswith(_ENDS)), None)
    heading = texts[len(texts) - behind :] if behind else []
    return bool(heading) and not heading[0][:1].islower()


def _value(digits: str) -> int:
    return int(digits) if digits.isdigit() and digits.isascii() else han_number(digits)


def _run(candidates: list[Start]) -> list[Start]:
    if len(candidates) > CANDIDATES_MAX:
        raise TextError(_TOO_MANY)
    chosen: list[Start] = []
    position, number = -1, 0
    while True:
        following = [start for start in candidates if start.at > position]
        step = _step(following, number) or (_anew(following, number) if chosen else None)
        if step is None:
            return chosen if any(start.is_strong for start in chosen) else []
        chosen.append(step)
        position, number = step.at, step.number


def _step(following: list[Start], number: int) -> Start | None:
    """The next of the run: a sure one, else an unsure one before the number after it, else the first after a gap."""
    if following and following[0].is_again and following[0].number == number:
        return following[0]
    wanted = [start for start in following if start.number == number + 1]
    sure = next((start for start in wanted if start.is_strong), None)
    later = [s for s in following if s.is_strong and number + 1 < s.number <= number + 1 + GAP_MAX]
    limit = min((start.at for start in later), default=None)
    if sure and (limit is None or sure.at < limit or not wanted or wanted[0] is sure):
        return sure
    unsure = next((start for start in wanted if limit is None or start.at < limit), None)
    return sure if unsure is None and sure else unsure or (min(later, key=lambda s: s.at) if later and number else None)


def _anew(following: list[Start], number: int) -> Start | None:
    """The first of another part whose numbers begin with 1 again."""
    return next((s for s in following if s.number == 1 and s.is_strong), None) if number > 1 else None

"""Deadlines: by when, within how long, or how often something is to be done.

Kinds: `absolute` (a date, possibly of a month alone), `relative` (a time after an event), `recurring` (a period, or
none where the text says only `regularly`), `undefined` (`timely`, `swiftly`: the text sets no limit).
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.dates import Stated, dates_in
from gatehouse.assessment.obligations.texts.numbering import han_number
from gatehouse.assessment.obligations.texts.tables import of_language

BY, UNTIL = "by", "until"
_AROUND = 26
_BEFORE = {
    "zh": re.compile(
        r"(?:((?:至迟|不迟|最迟|不晚|最晚)(?:于|在)?|(?<![意顾提收看识虑感达得听遇受想说谈直长续延])到)|(截至|直至|延长至|延长到|直到|延至))\s?$"
    ),
    "en": re.compile(
        r"\b(?:(by|by the year|before|(?:no|not) later than|prior to|at the latest by|on or before)"
        r"|(until|ending(?: on)?|through|up to|expiring on))\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
}
_AFTER = {
    "zh": re.compile(r"\s?(?:(?:或)?(之前|以前|前)|(终了|届满|为止|止))"),
    "en": re.compile(r"(\s+at the latest)"),
}
_UNITS = {"天": "D", "日": "D", "周": "W", "星期": "W", "月": "M", "年": "Y"}
_UNITS |= {"day": "D", "week": "W", "month": "M", "year": "Y"}
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = {"thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90, "twenty-four": 24, "thirty-six": 36}
_N_ZH = r"(\d{1,3}|[一二三四五六七八九十两]{1,3})\s?个?(天|日|周|星期|月|年)"
_RELATIVE = {
    "zh": re.compile(
        rf"(?:(?:在|自|从)?([^,，;；。、]{{0,40}}?)(?:之日起|起|后|之后|以后))?(?:\s?{_N_ZH}\s?(?:之内|以内|内)|\s?(?:至迟|不迟于|最迟)\s?{_N_ZH})"
        rf"|(?:至迟|不迟于|最迟)(?:于|在)?([^,，;；。、]{{1,40}}?)(?:之日|之后|以后|后)\s?后?\s?{_N_ZH}"
    ),
    "en": re.compile(
        r"\b(?:within|no later than|not later than)\s+(?:a period of\s+)?"
        r"(\d{1,3}|[a-z-]{3,12})\s+(day|week|month|year)s?"
        r"(?:\s+(?:of|after|from|following)\s+([^,;.]{1,80}))?",
        re.IGNORECASE,
    ),
}
_FOR_EN = r"\bfor (?:a|an) (?:\w+ )?period of (\d{1,3}|[a-z-]{3,12})\s+(day|week|month|year)s?"
_LASTING = {
    "zh": re.compile(rf"为期\s?{_N_ZH}|延长\s?{_N_ZH}"),
    "en": re.compile(
        r"\bfor (?:a|an) (?:\w+ )?period of (\d{1,3}|[a-z-]{3,12})\s+(day|week|month|year)s?", re.IGNORECASE
    ),
}


class Deadline(NamedTuple):
    """One deadline. `value` is an ISO date or duration; `text` the words of the text that say it."""

    kind: str
    value: str | None
    text: str
    precision: str | None = None
    due: date | None = None
    relation: str | None = None
    event: str | None = None


def deadlines_in(shadow: str, text: str, language: str) -> list[Deadline]:
    """The deadlines of a clause, in the order of these kinds: absolute, relative, recurring, undefined."""
    found = [
        Deadline("absolute", stated.value, text[begin:end].strip(), stated.precision, stated.due, relation)
        for stated in dates_in(shadow, language)
        if (marked := _marked(shadow, stated, language)) is not None
        for begin, end, relation in [marked]
    ]
    found += _relative(shadow, text, language)
    return found + _frequent(shadow, text, language)


def _marked(shadow: str, stated: Stated, language: str) -> tuple[int, int, str] | None:
    lead = max(0, stated.begin - _AROUND)
    if before := _BEFORE[language].search(shadow[lead : stated.begin]):
        return lead + before.start(), stated.end, BY if before[1] else UNTIL
    if after := _AFTER[language].match(shadow, stated.end):
        return stated.begin, after.end(), BY if after[1] else UNTIL
    return None


def _relative(shadow: str, text: str, language: str) -> list[Deadline]:
    found = []
    for part in _RELATIVE[language].finditer(shadow):
        event, count, unit = _parts(part) if language == "zh" else (part[3], part[1], part[2])
        if value := _duration(count, unit):
            # In Chinese the event stands between 在 and 后; what stands before 在 is who acts.
            begin = part.start() + (part[0].rfind("在", 0, len(event or "") + 1) if "在" in (event or "") else 0)
            said = (event or "").rpartition("在")[2].strip()
            found.append(Deadline("relative", value, text[begin : part.end()].strip(), relation=BY, event=said or None))
    for part in _LASTING[language].finditer(shadow):
        count, unit = [group for group in part.groups() if group]
        if value := _duration(count, unit):
            found.append(Deadline("relative", value, text[part.start() : part.end()].strip(), relation=UNTIL))
    return found


def _parts(part: re.Match[str]) -> tuple[str | None, str, str]:
    """The event, the count and the unit of a Chinese deadline, whichever of its forms matched."""
    return part[1] or part[6], part[2] or part[4] or part[7], part[3] or part[5] or part[8]


def _duration(count: str, unit: str) -> str | None:
    number = _count(count.lower())
    return f"P{number}{_UNITS[unit.lower()]}" if number else None


def _count(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    if text in _WORDS:
        return _WORDS.index(text)
    return _TENS.get(text) or (han_number(text.replace("两", "二")) if not text.isascii() else 0)


@lru_cache(maxsize=4)
def _frequencies(language: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["period"], row["kind"])
        for row in of_language("frequencies", language)
    )


def _frequent(shadow: str, text: str, language: str) -> list[Deadline]:
    found: list[tuple[int, Deadline]] = []
    for pattern, period, kind in _frequencies(language):
        for part in pattern.finditer(shadow):
            value = period.replace("#", part[1]) if "#" in period else period or None
            found.append((part.start(), Deadline(kind, value, text[part.start() : part.end()])))
    found.sort(key=lambda pair: (pair[1].kind, pair[0]))
    kept: dict[tuple[str, str | None], Deadline] = {}
    for _, deadline in found:
        kept.setdefault((deadline.kind, deadline.value), deadline)
    return list(kept.values())

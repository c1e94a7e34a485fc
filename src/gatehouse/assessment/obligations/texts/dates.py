"""Dates that a text states: of a day, of a month alone, or of a month's or year's end; in figures or Han numerals.

`value` is ISO 8601 with as much as was said (`2018-06`); `due` is the last day that this can mean. A day that the
calendar does not have (31 June) is kept as it was written, with `due` None.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

from gatehouse.assessment.obligations.texts.numbering import han_number

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_YEAR_ZH = r"((?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})\s?年"
_N = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_ZH = re.compile(
    rf"{_YEAR_ZH}(?:\s?{_N}\s?月(?:\s?{_N}\s?日|\s?(底|末))?|\s?(底|末|年底))(?:\s?(?:和|至|到|、|-)\s?(?:{_N}\s?月\s?)?{_N}\s?日)?"
)
_EN = re.compile(
    rf"(?:(\d{{1,2}})\s+(?:({_MONTH})\s+)?(?:and|to|-|–)\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH}),?\s+((?:19|20)\d\d)"
    rf"|({_MONTH})\s+(\d{{1,2}}),\s+((?:19|20)\d\d)"
    rf"|(?:(the end of|end of|end|late)\s+)?({_MONTH})\s+((?:19|20)\d\d)"
    rf"|(?:the end of|end of|end)\s+((?:19|20)\d\d)"
)
_NO_UNTIL = "[意顾提收看识虑感达得听遇受想说谈]"
"""Before 到 these make a verb of it: `注意到 2016 年` notes, and sets no date."""
_YEAR_ALONE = {
    "zh": re.compile(
        rf"(?:(?<=(?<!{_NO_UNTIL})到)|(?<=(?<!{_NO_UNTIL})到 )"
        r"|(?<=[迟晚]于)|(?<=[迟晚]于 )|(?<=最迟)|(?<=最迟 )|(?<=截至)|(?<=截至 ))"
        r"((?:19|20)\d\d)\s?年(?!\s?(?:[\d至到底末第代度期]|议程|年底|[一二三四五六七八九十]{1,3}\s?月))"
        r"|(?<!\d)((?:19|20)\d\d)\s?年(?=之前|以前|前)"
    ),
    "en": re.compile(
        r"(?:(?<=\bby )|(?<=\bby the year )|(?<=\blater than )|(?<=\buntil )|(?<=\bthrough ))"
        r"((?:19|20)\d\d)\b(?!\s*[/(–-]|\s+(?:Agenda|troops|personnel|persons))"
    ),
}
"""A year without a month is a date where something is due by it; elsewhere (`the 2030 Agenda`) it is a name."""
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_MONTHS_A_YEAR = 12


class Stated(NamedTuple):
    """A date in a text: places, ISO value, precision, last day.

    Precision is `day`, `month`, `end-of-month`, `year` or `end-of-year`.
    """

    begin: int
    end: int
    value: str
    precision: str
    due: date | None


def dates_in(shadow: str, language: str) -> list[Stated]:
    """The dates of a text, in order; of a span (`12 and 13 June 2014`) both days."""
    full = [stated for part in (_ZH if language == "zh" else _EN).finditer(shadow) for stated in _of(part, language)]
    years = [_of_year(part) for part in _YEAR_ALONE[language].finditer(shadow)]
    taken = [(stated.begin, stated.end) for stated in full]
    return sorted(full + [year for year in years if not any(begin <= year.begin < end for begin, end in taken)])


def _of_year(part: re.Match[str]) -> Stated:
    year = int(next(group for group in part.groups() if group))
    return Stated(*part.span(), str(year), "year", date(year, _MONTHS_A_YEAR, 31))


def _of(part: re.Match[str], language: str) -> list[Stated]:
    begin, end = part.span()
    if language == "zh":
        year, month, day, month_end, year_end, month2, day2 = part.groups()
        first = _stated((begin, end), _number(year), _number(month), _number(day), month_end or year_end)
        return (
            [first, _stated((begin, end), _number(year), _number(month2 or month), _number(day2), None)]
            if day2
            else [first]
        )
    day1, month1, day, month, year, us_month, us_day, us_year, ends, only_month, only_year, end_year = part.groups()
    if year:
        last = _stated((begin, end), int(year), _month(month), int(day), None)
        return [_stated((begin, end), int(year), _month(month1 or month), int(day1), None), last] if day1 else [last]
    if us_year:
        return [_stated((begin, end), int(us_year), _month(us_month), int(us_day), None)]
    if only_year:
        return [_stated((begin, end), int(only_year), _month(only_month), 0, ends)]
    return [_stated((begin, end), int(end_year), 0, 0, "end")]


def _stated(place: tuple[int, int], year: int, month: int, day: int, ends: str | None) -> Stated:
    if not month:
        return Stated(*place, str(year), "end-of-year", date(year, _MONTHS_A_YEAR, 31))
    if day:
        return Stated(*place, f"{year:04}-{month:02}-{day:02}", "day", _day(year, month, day))
    last = calendar.monthrange(year, month)[1] if 1 <= month <= _MONTHS_A_YEAR else 0
    return Stated(*place, f"{year:04}-{month:02}", "end-of-month" if ends else "month", _day(year, month, last))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return MONTHS.index(name) + 1


def _number(text: str | None) -> int:
    if not text:
        return 0
    if text.isdigit() and text.isascii():
        return int(text)
    return int(text.translate(_HAN_DIGITS)) if len(text) == 4 else han_number(text)

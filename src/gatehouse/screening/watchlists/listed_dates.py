"""Dates as lists print them, turned into partial dates and spans; what is not a date gives `None`."""

from __future__ import annotations

import re

from gatehouse.terms.dates import DateSpan, PartialDate, is_partial_date

MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_LETTERS_MIN = 3

_DAY_MONTH_YEAR = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})$")
_SLASHED = re.compile(r"(\d{1,2}|dd)/(\d{1,2}|mm)/(\d{4})$", re.IGNORECASE)
_ISO_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}[\d:.+Z-]*|[+-]\d{2}:\d{2}|Z)?$")
_CIRCA = re.compile(r"(?:circa|approximately|approx\.?|about|around|ca?\.)\s+(?=\w)", re.IGNORECASE)
_RANGE = re.compile(r"(?:between\s+)?(.+?)\s+(?:to|and|-|–)\s+(.+)$", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4})$")


def month_number(word: str) -> int | None:
    """1 to 12 for an English month written in full or cut after three letters or more (`Sept.`)."""
    letters = word.strip().rstrip(".").lower()
    if len(letters) < MONTH_LETTERS_MIN:
        return None
    return next((n for n, name in enumerate(MONTH_NAMES, 1) if name.startswith(letters)), None)


def _date(year: str, month: int, day: int) -> PartialDate | None:
    text = year if not month else f"{year}-{month:02d}" if not day else f"{year}-{month:02d}-{day:02d}"
    return text if is_partial_date(text) and (month or not day) else None


def partial_date(text: str) -> PartialDate | None:
    """One date: ISO 8601 whole or cut, `17 May 1976`, `May 1976`, `17/05/1976` with `00` for what is not known."""
    text = text.strip()
    if is_partial_date(text):
        return text
    if found := _ISO_STAMP.match(text):
        return found[1] if is_partial_date(found[1]) else None
    if found := _SLASHED.match(text):
        day, month = (int(part) if part.isdigit() else 0 for part in found.group(1, 2))
        return _date(found[3], month, day)
    found = _DAY_MONTH_YEAR.match(text)
    named = month_number(found[2]) if found else None
    return _date(found[3], named, int(found[1] or 0)) if found and named else None


def span(earliest: str, latest: str, *, circa: bool = False) -> DateSpan | None:
    """The span between two dates as printed, `None` when either is no date or they are in the wrong order."""
    first, last = partial_date(earliest), partial_date(latest)
    if not first or not last or first[: len(last)] > last[: len(first)]:
        return None
    return DateSpan(first, last, circa)


def date_span(text: str) -> DateSpan | None:
    """A date or a range as printed: `1976`, `circa May 1976`, `1974 to 1976`, `between 1974 and 1976`, `1974-1976`."""
    text = text.strip()
    bare = _CIRCA.sub("", text)
    circa = bare != text
    if date := partial_date(bare):
        return DateSpan.exact(date, circa)
    if found := _YEARS.match(bare) or _RANGE.match(bare):
        return span(found[1], found[2], circa=circa)
    return None

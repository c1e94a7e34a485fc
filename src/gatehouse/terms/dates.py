"""Partial dates: what a source stated of a date, and no more.

A partial date is ISO 8601 text cut at what is known: `1976`, `1976-05` or `1976-05-17`. Text keeps it hashable,
sortable and the same in JSON, COPY and the pages. `None` stands for "not stated". The readers below each take one
wire form and return `None` for anything that is not a date of the calendar, so that the caller can say so.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

PartialDate = str

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
EXPIRY_YEARS_AHEAD_MAX = 30
"""A two-digit expiry year further ahead than this belongs to the past century (ICAO Doc 9303-3 leaves it open)."""

_DAY_LENGTH = len("1976-05-31")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DDMMMYY = re.compile(r"(\d{1,2})([A-Z]{3})(\d{2}|\d{4})", re.ASCII)


def _calendar(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def is_partial_date(text: str) -> bool:
    """Whether `text` is an ISO 8601 date of the calendar, complete or cut after the year or the month."""
    found = _PARTIAL.fullmatch(text)
    if not found or found[1] == "0000":
        return False
    return _calendar(int(found[1]), int(found[2] or 1), int(found[3] or 1)) is not None


def precision(date: PartialDate) -> str:
    """`year`, `month` or `day`: the finest part that `date` states."""
    return {4: "year", 7: "month", 10: "day"}[len(date)]


def _century(two_digits: int, latest_year: int) -> int:
    year = latest_year - latest_year % 100 + two_digits
    return year if year <= latest_year else year - 100


@lru_cache(maxsize=65536)
def birth_yymmdd(text: str, latest_year: int) -> PartialDate | None:
    """A birth date written YYMMDD (or CCYYMMDD), in the century that puts it no later than `latest_year`.

    MRZ fillers leave parts open (ICAO Doc 9303-3 §4.8): `7408<<` and `740800` give `1974-08`, `<<<<<<` gives None.
    """
    digits = text.replace("<", "0").replace("X", "0")
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (6, 8):
        return None
    year = int(digits[:4]) if len(digits) == 8 else _century(int(digits[:2]), latest_year)
    month, day = int(digits[-4:-2]), int(digits[-2:])
    if text.startswith("<<") or year == 0:
        return None
    if month == 0 and day == 0:
        return f"{year:04d}"
    if day == 0:
        return f"{year:04d}-{month:02d}" if 1 <= month <= 12 else None
    return _calendar(year, month, day)


@lru_cache(maxsize=65536)
def expiry_yymmdd(text: str, reference_year: int) -> PartialDate | None:
    """An expiry, issue or travel date written YYMMDD (or CCYYMMDD), near `reference_year`."""
    return birth_yymmdd(text, reference_year + EXPIRY_YEARS_AHEAD_MAX)


@lru_cache(maxsize=4096)
def ddmmyy(text: str, reference_year: int) -> PartialDate | None:
    """A PADIS travel date written DDMMYY, near `reference_year`."""
    if not text.isascii() or not text.isdigit() or len(text) != 6:
        return None
    return expiry_yymmdd(text[4:6] + text[2:4] + text[0:2], reference_year)


@lru_cache(maxsize=65536)
def ddmmmyy(text: str, latest_year: int) -> PartialDate | None:
    """A date of an SSR written DDMMMYY or DDMMMYYYY (`02MAR91`), no later than `latest_year`.

    A day of 00 is one that is not known: `00OCT94` gives `1994-10`.
    """
    found = _DDMMMYY.fullmatch(text.upper())
    if not found or found[2] not in MONTHS:
        return None
    year = int(found[3]) if len(found[3]) == 4 else _century(int(found[3]), latest_year)
    month = MONTHS.index(found[2]) + 1
    return _calendar(year, month, int(found[1])) if int(found[1]) else f"{year:04d}-{month:02d}"


def local_time(date: PartialDate | None, hhmm: str) -> str | None:
    """ISO 8601 local time from a date and HHMM; the date alone when partial or without a clock that can be."""
    if date is None or len(date) < _DAY_LENGTH:
        return date
    hhmm = hhmm.strip()
    if len(hhmm) < 4 or not hhmm.isascii() or not hhmm[:4].isdigit() or hhmm[:2] > "23" or hhmm[2:4] > "59":
        return date
    return f"{date}T{hhmm[:2]}:{hhmm[2:4]}"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """When something was, as a list states it: between two partial dates, both included; `circa` widens both.

    An exact date has `earliest == latest`; a year alone has both `1976`.
    """

    earliest: PartialDate
    latest: PartialDate
    circa: bool = False

    @classmethod
    def exact(cls, date: PartialDate, circa: bool = False) -> DateSpan:
        """The span of one (perhaps partial) date."""
        return cls(date, date, circa)

    def __str__(self) -> str:
        text = self.earliest if self.earliest == self.latest else f"{self.earliest} to {self.latest}"
        return f"about {text}" if self.circa else text

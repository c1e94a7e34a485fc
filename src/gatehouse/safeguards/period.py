"""A period of law, `P6M` or `P5Y`, and the day on which it has run out.

ISO 8601 durations of years, months, weeks and days; hours are no matter of retention and are refused. Months are
those of the calendar. Where the month that a period ends in has no such day, it ends on that month's last one, as
Regulation (EEC, Euratom) 1182/71, Article 3(2)(c) has it: six months from 31 August are the last day of February.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

MONTHS_MAX = 1200
"""A hundred years: longer is no period, but a mistake in the file."""
DAYS_MAX = 36525
_FORM = re.compile(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months of the calendar, then days; at least one day."""

    months: int
    days: int

    def __post_init__(self) -> None:
        if not (0 <= self.months <= MONTHS_MAX and 0 <= self.days <= DAYS_MAX and (self.months or self.days)):
            raise ValueError(f"a period is 1 day to {MONTHS_MAX // 12} years long")

    @classmethod
    def from_text(cls, text: str) -> Period:
        """The period that `text` writes; ValueError for anything else."""
        found = _FORM.fullmatch(text)
        if not found or not any(found.groups()):
            raise ValueError("not a period; write P6M for six months, P5Y for five years, P30D for thirty days")
        years, months, weeks, days = (int(part or 0) for part in found.groups())
        return cls(years * 12 + months, weeks * 7 + days)

    def after(self, day: dt.date) -> dt.date:
        """The last day of the period that begins with `day`; OverflowError beyond the year 9999."""
        year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        if year > dt.MAXYEAR:
            raise OverflowError(f"the period ends after the year {dt.MAXYEAR}")
        last = calendar.monthrange(year, month + 1)[1]
        return dt.date(year, month + 1, min(day.day, last)) + dt.timedelta(days=self.days)

    def is_within(self, other: Period) -> bool:
        """Whether this period, whatever the day it begins with, has run out no later than `other`."""
        if self.months <= other.months and self.days <= other.days:
            return True
        return all(self.after(day) <= other.after(day) for day in _days_of_a_leap_cycle())

    def __str__(self) -> str:
        years, months = divmod(self.months, 12)
        parts = ((years, "year"), (months, "month"), (self.days, "day"))
        return " and ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in parts if count)


def _days_of_a_leap_cycle() -> list[dt.date]:
    # Every length of month, and every place of a leap day beside it, comes within four years.
    first = dt.date(2000, 1, 1)
    return [first + dt.timedelta(days=number) for number in range(4 * 365 + 1)]

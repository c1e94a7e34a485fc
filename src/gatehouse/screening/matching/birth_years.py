"""The birth years of a list as arrays, to set aside in one step the entries a traveller's birth date speaks against.

The figures are upper bounds of what `birth.birth_reason` will find: nothing is set aside that it would let pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gatehouse.screening.matching.birth import CIRCA_YEARS, compare_dates
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.dates import DateSpan, PartialDate
from gatehouse.terms.entry import ListEntry

# Any leap year: the table below must hold the 29th of February.
LEAP_YEAR = "1980"
BY_YEARS = ("year_off_one", "year_off_two", "different")
"""The observation for a stated year 1, 2, 3 or more years apart."""
NO_DAY, SEVERAL_DAYS = 1300, 1301
"""Stand for the day of an entry that states none, or more than one; other days are written month × 100 + day."""


def _day_of(entry: ListEntry) -> int:
    full = {date[5:] for span in entry.birth_dates for date in (span.earliest, span.latest) if len(date) == 10}
    partial = any(span.circa or len(span.earliest) < 10 or span.earliest != span.latest for span in entry.birth_dates)
    if not full:
        return NO_DAY
    return int(full.pop().replace("-", "")) if len(full) == 1 and not partial else SEVERAL_DAYS


@lru_cache(maxsize=512)
def _same_year(day: str) -> NDArray[np.float32]:
    """The weight of every other day of the same year beside `day` (MM-DD, or less when the date is partial)."""
    table = weights()["birth_date"]
    found = np.full(SEVERAL_DAYS + 1, table["same"], dtype=np.float32)
    found[NO_DAY] = table["year_and_month"]
    if len(day) == 5:
        for month in range(1, 13):
            for number in range(1, 32):
                other = f"{LEAP_YEAR}-{month:02d}-{number:02d}"
                span = DateSpan.exact(other)
                found[month * 100 + number] = table[compare_dates(f"{LEAP_YEAR}-{day}", span)]
    return found


@lru_cache(maxsize=512)
def _other_year(day: str) -> NDArray[np.float32]:
    """The most weight of every day of a neighbouring or far year: 0 stands for a day that may still be a slip."""
    slips = np.zeros(SEVERAL_DAYS + 1, dtype=bool)
    slips[SEVERAL_DAYS] = True
    if len(day) == 5:
        slips[int(day.replace("-", ""))] = True
    return np.where(slips, np.float32(weights()["birth_date"]["close"]), np.float32(-np.inf))


class BirthYears:
    """Earliest and latest stated birth year of each entry (0 when none is stated), and its day when it has just one."""

    def __init__(self, entries: Sequence[ListEntry]) -> None:
        first, last = [], []
        for entry in entries:
            # One approximate date widens the whole entry: a bound may be too generous and never too strict.
            margin = CIRCA_YEARS if any(span.circa for span in entry.birth_dates) else 0
            first.append(min((int(span.earliest[:4]) - margin for span in entry.birth_dates), default=0))
            last.append(max((int(span.latest[:4]) + margin for span in entry.birth_dates), default=0))
        self._first: NDArray[np.int16] = np.array(first, dtype=np.int16)
        self._last: NDArray[np.int16] = np.array(last, dtype=np.int16)
        self._day: NDArray[np.int16] = np.array([_day_of(entry) for entry in entries], dtype=np.int16)

    def bounds(self, date: PartialDate | None, entries: NDArray[np.intp]) -> NDArray[np.float32]:
        """The most log-odds that the birth dates can add, for each of these entries."""
        if date is None:
            return np.zeros(len(entries), dtype=np.float32)
        table = weights()["birth_date"]
        year, day = int(date[:4]), date[5:]
        first, last, days = self._first[entries], self._last[entries], self._day[entries]
        apart = np.minimum(np.maximum(np.maximum(first - year, year - last), 0), len(BY_YEARS))
        by_years = np.array([table["same"], *(table[key] for key in BY_YEARS)], dtype=np.float32)
        found = np.maximum(by_years[apart], _other_year(day)[days])
        found = np.where(apart == 0, _same_year(day)[days], found)
        # An entry without a birth date has nothing that could speak against anybody.
        return np.where(first == 0, np.float32(0.0), found)

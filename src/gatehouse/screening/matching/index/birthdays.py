"""The rows of a day: looked up in a calendar and not searched for among millions of rows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import lean
from gatehouse.screening.matching.index.arrays import I32, Index, Whole
from gatehouse.screening.matching.index.births import BY_DAY

FIRST_YEAR, LAST_YEAR = 1900, 2050
"""Years of which the calendar has the days; others are searched for."""
MONTHS, DAYS = 12, 31
"""Every month has 31 days here, so that a day is found by counting."""


class Birthdays(NamedTuple):
    """The dates of the rows from `first` to `last` (`Index.born`), ascending, and the calendar of them."""

    born: I32
    first: int
    last: int
    calendar: I32
    """[days + 1] the first row that was not born before each day."""


def birthdays_of(index: Index) -> Birthdays:
    """The birthdays of a compiled list."""
    first, last = (int(place) for place in index.blocks[BY_DAY : BY_DAY + 2])
    years = np.arange(FIRST_YEAR, LAST_YEAR + 1)[:, None, None] * 10000
    days = years + np.arange(1, MONTHS + 1)[:, None] * 100 + np.arange(1, DAYS + 1)
    every = np.append(days, (LAST_YEAR + 1) * 10000).astype(np.int32)
    calendar = first + np.searchsorted(index.born[first:last], every)
    return Birthdays(index.born, first, last, calendar.astype(np.int32))


@lean
def first_born(birthdays: Birthdays, day: Whole) -> Whole:
    """The first row that was born on a day (year * 10000 + month * 100 + day) or later; the one behind the last."""
    born, low, high = birthdays.born, birthdays.first, birthdays.last
    if low == high or day <= born[low]:
        return low
    if day > born[high - 1]:
        return high
    year = day // 10000
    if FIRST_YEAR <= year <= LAST_YEAR and day % 10000 >= 101:
        place = ((year - FIRST_YEAR) * MONTHS + day // 100 % 100 - 1) * DAYS + day % 100 - 1
        return np.int64(birthdays.calendar[place])
    while low < high:
        middle = (low + high) // 2
        if born[middle] < day:
            low = middle + 1
        else:
            high = middle
    return low

"""Where in a list to look for a traveller with a birth date: ranges of rows."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from gatehouse.names.compiled import kernel
from gatehouse.screening.matching.birth import FILLER_DAY, SAME_DAY_YEARS_MAX
from gatehouse.screening.matching.birth_years import BY_YEARS, bounds_of
from gatehouse.screening.matching.index.arrays import F32, I16, I32, Index, Whole
from gatehouse.screening.matching.index.births import BY_DAY, BY_YEAR, UNDATED, YEARS_MAX
from gatehouse.screening.matching.index.query import EMPTY_ROWS, Births
from gatehouse.screening.matching.weights import weights
from gatehouse.terms.dates import PartialDate

YEARS_OFF = len(BY_YEARS) - 1
"""Years apart that may still be a slip."""
DAY_ROWS_MAX = 20_000
"""Rows of one day that are all compared; beyond it a day is searched like its year."""
SLIPS_MAX = 2 * SAME_DAY_YEARS_MAX + 1 + 3 * 11
WINDOWS = 7
MONTHS = 12
DIGITS = 10
DAY_LENGTH = len("1976-05-31")


@kernel
def _place(values: I32 | I16, begin: Whole, end: Whole, least: Whole) -> Whole:
    """The first place from `begin` on whose value is not below `least`."""
    while begin < end:
        middle = (begin + end) // 2
        if values[middle] < least:
            begin = middle + 1
        else:
            end = middle
    return begin


@kernel
def _put(found: I32, at: Whole, first: Whole, last: Whole) -> Whole:
    """Adds a range unless it is empty; how many there are then."""
    if first < last:
        found[at, 0], found[at, 1] = first, last
        at += 1
    return at


@kernel
def _put_day(index: Index, found: I32, at: Whole, born: Whole) -> Whole:
    first = _place(index.born, index.blocks[BY_DAY], index.blocks[BY_DAY + 1], born)
    last = _place(index.born, first, index.blocks[BY_DAY + 1], born + 1)
    return _put(found, at, first, last) if last - first <= DAY_ROWS_MAX else at


@kernel
def windows_of(index: Index, year: Whole, years: Whole) -> I32:
    """WINDOWS ranges, perhaps empty, that hold every row: the undated; those by year, then those by day, each before,
    within, and after the years that may be a slip of `year`.
    """
    found = np.empty((WINDOWS, 2), dtype=np.int32)
    found[0, 0], found[0, 1] = index.blocks[UNDATED], index.blocks[BY_YEAR]
    end = index.blocks[BY_DAY]
    first = _place(index.first, index.blocks[BY_YEAR], end, year - years - YEARS_MAX)
    last = _place(index.first, first, end, year + years + 1)
    found[1, 0], found[1, 1] = index.blocks[BY_YEAR], first
    found[2, 0], found[2, 1], found[3, 0], found[3, 1] = first, last, last, end
    first = _place(index.born, end, len(index.born), (year - years) * 10000)
    last = _place(index.born, first, len(index.born), (year + years + 1) * 10000)
    found[4, 0], found[4, 1] = end, first
    found[5, 0], found[5, 1], found[6, 0], found[6, 1] = first, last, last, len(index.born)
    return found


@kernel
def days_of(index: Index, year: Whole, month: Whole, day: Whole) -> I32:
    """The rows of the same day, and of the day exchanged with the month."""
    found = np.empty((2, 2), dtype=np.int32)
    at: Whole = _put_day(index, found, 0, year * 10000 + month * 100 + day)
    if day <= MONTHS and day != month:
        at = _put_day(index, found, at, year * 10000 + day * 100 + month)
    return found[:at]


@kernel
def slipped_years(year: Whole) -> I32:
    """Years beyond YEARS_OFF that may be this one, mistyped: near, one digit another, or two neighbours exchanged."""
    found = np.empty(SLIPS_MAX, dtype=np.int32)
    at = 0
    for other in range(year - SAME_DAY_YEARS_MAX, year + SAME_DAY_YEARS_MAX + 1):
        found[at] = other
        at += 1
    for unit in (1, 10, 100):
        for digit in range(10):
            found[at] = year + (digit - (year // unit) % 10) * unit
            at += 1
        low, high = (year // unit) % 10, (year // (unit * 10)) % 10
        found[at] = year + (low - high) * unit * 9
        at += 1
    found = np.unique(found[:at])
    kept: I32 = found[(np.abs(found - year) > YEARS_OFF) & (found > 0)]
    return kept


@kernel
def slips_of(index: Index, year: Whole, month: Whole, day: Whole) -> I32:
    """The rows of the same day in years that may be this one, mistyped."""
    found = np.empty((SLIPS_MAX, 2), dtype=np.int32)
    at: Whole = 0
    for other in slipped_years(year):
        at = _put_day(index, found, at, other * 10000 + month * 100 + day)
    return found[:at]


@kernel
def ranges_of(index: Index, year: Whole, month: Whole, day: Whole) -> tuple[I32, I32, I32]:
    """The windows, the days and the slips of a birth date; of a part of one (`month` 0) no days and no slips.

    In one call, because a compiled list is a tuple of many arrays that each call unpacks.
    """
    windows = windows_of(index, year, YEARS_OFF)
    if month == 0:
        return windows, np.empty((0, 2), dtype=np.int32), np.empty((0, 2), dtype=np.int32)
    return windows, days_of(index, year, month, day), slips_of(index, year, month, day)


def births_for(index: Index, date: PartialDate | None) -> Births:
    """Where to look for a traveller born on `date` (perhaps partial)."""
    bounds = bounds_of(date[5:] if date else "")
    if date is None:
        return Births(
            np.array([[0, len(index.owners)]], np.int32), EMPTY_ROWS, EMPTY_ROWS, 0, bounds, np.zeros(1, np.float32)
        )
    year, month, day = int(date[:4]), 0, 0
    if len(date) == DAY_LENGTH and not date.endswith(FILLER_DAY):
        month, day = int(date[5:7]), int(date[8:])
    return Births(*ranges_of(index, year, month, day), year, bounds, _best(date))


@lru_cache(maxsize=8)
def _most_but(*left_out: str) -> float:
    """The most that a birth date can say, these observations left out."""
    return max(value for key, value in weights()["birth_date"].items() if key not in left_out)


def _best(date: PartialDate) -> F32:
    """The most that the dates of each window can say."""
    table = weights()["birth_date"]
    filler = len(date) < DAY_LENGTH or date.endswith(FILLER_DAY)
    dated = _most_but("same", "swapped")
    # A part of a date is all that is stated in no row with a full date; a filler day counts as the year.
    full = _most_but() if filler else _most_but("same", "swapped", "year_and_month")
    far = max(table["different"], table["far"])
    # A span of many years holds many people, and a year alone is never a day.
    undated = max(0.0, table["within"])
    return np.array([undated, far, dated, far, far, full, far], dtype=np.float32)

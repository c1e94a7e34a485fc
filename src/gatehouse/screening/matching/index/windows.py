"""Where in a list to look for a traveller with a birth date: ranges of rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from gatehouse.names.compiled import kernel
from gatehouse.screening.matching.birth import FILLER_DAY, SAME_DAY_YEARS_MAX
from gatehouse.screening.matching.birth_years import BY_YEARS, bounds_of, near_days, stated_weights
from gatehouse.screening.matching.index.arrays import F32, I16, I32, Index, Whole
from gatehouse.screening.matching.index.births import BY_DAY, BY_YEAR, UNDATED, YEARS_MAX
from gatehouse.screening.matching.index.query import EMPTY_ROWS, Births
from gatehouse.screening.matching.population import UNSTATED, birth_weights
from gatehouse.terms.dates import PartialDate

YEARS_OFF = len(BY_YEARS) - 1
"""Years apart that may still be a slip."""
DAY_ROWS_MAX = 20_000
"""Rows of one day that are all compared; beyond it a day is searched like its year."""
SLIPS_MAX = 2 * SAME_DAY_YEARS_MAX + 1 + 3 * 11
WINDOWS = 8
NO_DAYS = np.empty(0, dtype=np.int32)
NO_DAYS.setflags(write=False)
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
def _put_day(rows: I32, blocks: I32, found: I32, at: Whole, born: Whole) -> Whole:
    """Adds the rows of a day."""
    first = _place(rows, blocks[BY_DAY], blocks[BY_DAY + 1], born)
    last = _place(rows, first, blocks[BY_DAY + 1], born + 1)
    return _put(found, at, first, last)


@kernel
def windows_of(born: I32, firsts: I16, blocks: I32, year: Whole, years: Whole) -> I32:
    """WINDOWS ranges, perhaps empty, that hold every row: the undated, and those of many years; those by year, then
    those by day, each before, within, and after the years that may be a slip of `year`.
    """
    found, end = np.empty((WINDOWS, 2), dtype=np.int32), blocks[BY_DAY]
    # Many years hold many people, but nothing else that is stated says as little as nothing.
    stated = _place(firsts, blocks[UNDATED], blocks[BY_YEAR], 1)
    found[0, 0], found[1, 0], found[2, 0] = blocks[UNDATED], stated, blocks[BY_YEAR]
    found[3, 0] = _place(firsts, blocks[BY_YEAR], end, year - years - YEARS_MAX)
    found[4, 0], found[5, 0] = _place(firsts, found[3, 0], end, year + years + 1), end
    found[6, 0] = _place(born, end, len(born), (year - years) * 10000)
    found[7, 0] = _place(born, found[6, 0], len(born), (year + years + 1) * 10000)
    found[:-1, 1] = found[1:, 0]
    found[WINDOWS - 1, 1] = len(born)
    return found


@kernel
def days_of(born: I32, blocks: I32, year: Whole, month: Whole, day: Whole) -> I32:
    """The rows of the same day, and of the day exchanged with the month; not of a day of more than DAY_ROWS_MAX."""
    found = np.empty((2, 2), dtype=np.int32)
    at: Whole = _put_day(born, blocks, found, 0, year * 10000 + month * 100 + day)
    if day <= MONTHS and day != month:
        at = _put_day(born, blocks, found, at, year * 10000 + day * 100 + month)
    kept: I32 = found[:at]
    return kept[kept[:, 1] - kept[:, 0] <= DAY_ROWS_MAX]


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
def slips_of(born: I32, blocks: I32, date: tuple[int, int, int], near: I32) -> I32:
    """The rows of days that may be this one, mistyped: the same in other years, and the `near` ones of its year."""
    year, month, day = date
    found = np.empty((SLIPS_MAX + 2 * YEARS_OFF + len(near), 2), dtype=np.int32)
    at: Whole = 0
    for other in slipped_years(year):
        at = _put_day(born, blocks, found, at, other * 10000 + month * 100 + day)
    for apart in range(1, YEARS_OFF + 1):
        for other in (year - apart, year + apart):
            at = _put_day(born, blocks, found, at, other * 10000 + month * 100 + day)
    for other in near:
        at = _put_day(born, blocks, found, at, year * 10000 + other)
    return found[:at]


@kernel
def ranges_of(born: I32, first: I16, blocks: I32, date: tuple[int, int, int], near: I32) -> tuple[I32, I32, I32]:
    """The windows, the days and the slips of a birth date; of a part of one (`month` 0) no days and no slips.

    `near` are days of its year that may be a slip. In one call, and of few arrays, because a compiled list is a tuple
    of many that each call unpacks.
    """
    year, month, day = date
    windows = windows_of(born, first, blocks, year, YEARS_OFF)
    if month == 0:
        return windows, np.empty((0, 2), dtype=np.int32), np.empty((0, 2), dtype=np.int32)
    return windows, days_of(born, blocks, year, month, day), slips_of(born, blocks, date, near)


def births_for(index: Index, date: PartialDate | None, floor: float = 0.0, entries: int = 0) -> Births:
    """Where to look for a traveller born on `date` (perhaps partial), in a list of so many entries.

    What names and birth date must reach together is `floor`; `Births` tells it of the names of rows without a date.
    """
    sought = (floor, entries)
    bounds = bounds_of(date[5:] if date else "", sought)
    table = birth_weights(floor, entries)
    if date is None:
        everywhere = np.array([[0, len(index.owners)]], np.int32)
        best = np.zeros(1, np.float32)
        return Births(everywhere, EMPTY_ROWS, EMPTY_ROWS, 0, bounds, best, 0.0, floor - table[UNSTATED])
    year, month, day, near = int(date[:4]), 0, 0, NO_DAYS
    if len(date) == DAY_LENGTH and not date.endswith(FILLER_DAY):
        month, day, near = int(date[5:7]), int(date[8:]), near_days(date[5:])
    best, same = _best(not month, sought)
    ranges = ranges_of(index.born, index.first, index.blocks, (year, month, day), near)
    return Births(*ranges, year, bounds, best, same, floor - table["missing"])


def _most_but(table: Mapping[str, float], *left_out: str) -> float:
    """The most that a birth date can say, these observations left out."""
    return max(value for key, value in table.items() if key not in left_out)


@lru_cache(maxsize=256)
def _best(no_day: bool, sought: tuple[float, int]) -> tuple[F32, float]:
    """The most that dates of each window can say, and those of the same day; `no_day` for a date without one.

    Rows of a day that may be the traveller's, mistyped or not, are looked at one by one, and count in no window.
    """
    table = stated_weights(*sought)
    most, far = _most_but(table), max(table["different"], table["far"])
    # A part of a date is all that is stated in no row with a full date; a filler day counts as the year.
    dated = most if no_day else max(table["same_year_other_day"], *(table[key] for key in BY_YEARS))
    by_year = _most_but(table, "same", "swapped")
    # Of many years, or of many days, any may be the traveller's.
    return np.array([0.0, most, far, by_year, far, far, dated, far], dtype=np.float32), table["same"]

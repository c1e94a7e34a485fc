"""Where in a list to look for a traveller with a birth date: ranges of rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from gatehouse.names.compiled import kernel
from gatehouse.screening.matching.birth import FILLER_DAY, SAME_DAY_YEARS_MAX
from gatehouse.screening.matching.birth_years import BY_YEARS, bounds_of, stated_weights
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
def _put_day(rows: I32, blocks: I32, found: I32, at: Whole, born: Whole) -> Whole:
    first = _place(rows, blocks[BY_DAY], blocks[BY_DAY + 1], born)
    last = _place(rows, first, blocks[BY_DAY + 1], born + 1)
    return _put(found, at, first, last) if last - first <= DAY_ROWS_MAX else at


@kernel
def windows_of(born: I32, firsts: I16, blocks: I32, year: Whole, years: Whole) -> I32:
    """WINDOWS ranges, perhaps empty, that hold every row: the undated; those by year, then those by day, each before,
    within, and after the years that may be a slip of `year`.
    """
    found = np.empty((WINDOWS, 2), dtype=np.int32)
    found[0, 0], found[0, 1] = blocks[UNDATED], blocks[BY_YEAR]
    end = blocks[BY_DAY]
    first = _place(firsts, blocks[BY_YEAR], end, year - years - YEARS_MAX)
    last = _place(firsts, first, end, year + years + 1)
    found[1, 0], found[1, 1] = blocks[BY_YEAR], first
    found[2, 0], found[2, 1], found[3, 0], found[3, 1] = first, last, last, end
    first = _place(born, end, len(born), (year - years) * 10000)
    last = _place(born, first, len(born), (year + years + 1) * 10000)
    found[4, 0], found[4, 1] = end, first
    found[5, 0], found[5, 1], found[6, 0], found[6, 1] = first, last, last, len(born)
    return found


@kernel
def days_of(born: I32, blocks: I32, year: Whole, month: Whole, day: Whole) -> I32:
    """The rows of the same day, and of the day exchanged with the month."""
    found = np.empty((2, 2), dtype=np.int32)
    at: Whole = _put_day(born, blocks, found, 0, year * 10000 + month * 100 + day)
    if day <= MONTHS and day != month:
        at = _put_day(born, blocks, found, at, year * 10000 + day * 100 + month)
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
def slips_of(born: I32, blocks: I32, year: Whole, month: Whole, day: Whole) -> I32:
    """The rows of the same day in years that may be this one, mistyped."""
    found = np.empty((SLIPS_MAX, 2), dtype=np.int32)
    at: Whole = 0
    for other in slipped_years(year):
        at = _put_day(born, blocks, found, at, other * 10000 + month * 100 + day)
    return found[:at]


@kernel
def ranges_of(born: I32, first: I16, blocks: I32, date: tuple[int, int, int]) -> tuple[I32, I32, I32]:
    """The windows, the days and the slips of a birth date; of a part of one (`month` 0) no days and no slips.

    In one call, and of three arrays, because a compiled list is a tuple of many that each call unpacks.
    """
    year, month, day = date
    windows = windows_of(born, first, blocks, year, YEARS_OFF)
    if month == 0:
        return windows, np.empty((0, 2), dtype=np.int32), np.empty((0, 2), dtype=np.int32)
    return windows, days_of(born, blocks, year, month, day), slips_of(born, blocks, year, month, day)


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
        return Births(everywhere, EMPTY_ROWS, EMPTY_ROWS, 0, bounds, best, 0.0, 0.0, floor - table[UNSTATED])
    year, month, day = int(date[:4]), 0, 0
    if len(date) == DAY_LENGTH and not date.endswith(FILLER_DAY):
        month, day = int(date[5:7]), int(date[8:])
    best, same, slip = _best(len(date) < DAY_LENGTH or date.endswith(FILLER_DAY), sought)
    ranges = ranges_of(index.born, index.first, index.blocks, (year, month, day))
    return Births(*ranges, year, bounds, best, same, slip, floor - table["missing"])


def _most_but(table: Mapping[str, float], *left_out: str) -> float:
    """The most that a birth date can say, these observations left out."""
    return max(value for key, value in table.items() if key not in left_out)


@lru_cache(maxsize=256)
def _best(filler: bool, sought: tuple[float, int]) -> tuple[F32, float, float]:
    """The most that dates of each window can say, and those of a day and of a slip; `filler` is a date without day."""
    table = stated_weights(*sought)
    dated = _most_but(table, "same", "swapped")
    # A part of a date is all that is stated in no row with a full date; a filler day counts as the year.
    full = _most_but(table) if filler else _most_but(table, "same", "swapped", "year_and_month")
    far = max(table["different"], table["far"])
    # A span of many years holds many people, and a year alone is never a day.
    undated = max(0.0, table["within"])
    best = np.array([undated, far, dated, far, far, full, far], dtype=np.float32)
    return best, table["same"], max(table["close"], table["same_day_other_year"])

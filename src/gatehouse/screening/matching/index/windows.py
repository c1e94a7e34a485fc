"""Where in a list to look for a traveller with a birth date: ranges of rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gatehouse.names.compiled import kernel, lean
from gatehouse.screening.matching.birth import FILLER_DAY, SAME_DAY_YEARS_MAX
from gatehouse.screening.matching.birth_years import BY_YEARS, Bounds, bounds_of, near_days, stated_weights
from gatehouse.screening.matching.index.arrays import F32, F64, I16, I32, I64, Index, Whole
from gatehouse.screening.matching.index.birthdays import MONTHS, Birthdays, first_born
from gatehouse.screening.matching.index.births import BY_DAY, BY_YEAR, UNDATED, YEARS_MAX
from gatehouse.screening.matching.index.query import Births
from gatehouse.screening.matching.population import UNSTATED, birth_weights

YEARS_OFF = len(BY_YEARS) - 1
"""Years apart that may still be a slip."""
DAY_ROWS_MAX = 20_000
"""Rows of one day that are all compared; beyond it a day is searched like its year."""
SLIPS_MAX = 2 * SAME_DAY_YEARS_MAX + 1 + 3 * 11
WINDOWS = 8
NO_DAYS = np.empty(0, dtype=np.int32)
NO_DAYS.setflags(write=False)
FIRST_DAY = 101
DIGITS = 10
DAY_LENGTH = len("05-31")
LOOKS_REMEMBERED_MAX = 4096


class Look(NamedTuple):
    """What a birth date without its year tells: see `query.Births`. `month` is 0 where no day is to be gone by."""

    bounds: Bounds
    best: F32
    same: float
    floor: float
    month: int
    day: int
    near: I32


class Looks(NamedTuple):
    """Several of `Look`, a row for each: `levels` are `same` and `floor`, `days` month and day."""

    by_years: F32
    same_year: F32
    other_year: F32
    best: F32
    levels: F64
    days: I64
    near_starts: I64
    near: I32


@lean
def _place(values: I16, begin: Whole, end: Whole, least: Whole) -> Whole:
    """The first place from `begin` on whose value is not below `least`."""
    while begin < end:
        middle = (begin + end) // 2
        if values[middle] < least:
            begin = middle + 1
        else:
            end = middle
    return begin


@lean
def _put(found: I32, at: Whole, first: Whole, last: Whole) -> Whole:
    """Adds a range unless it is empty; how many there are then."""
    if first < last:
        found[at, 0], found[at, 1] = first, last
        at += 1
    return at


@lean
def _put_day(birthdays: Birthdays, found: I32, at: Whole, day: Whole) -> Whole:
    """Adds the rows of a day."""
    return _put(found, at, first_born(birthdays, day), first_born(birthdays, day + 1))


@kernel
def windows_of(birthdays: Birthdays, firsts: I16, blocks: I32, year: Whole, years: Whole) -> I32:
    """WINDOWS ranges, perhaps empty, that hold every row: the undated, and those of months or of many years; those by
    year, then those by day, each before, within, and after the years that may be a slip of `year`.
    """
    found, end = np.empty((WINDOWS, 2), dtype=np.int32), blocks[BY_DAY]
    # Many years hold many people, but nothing else that is stated says as little as nothing.
    stated = _place(firsts, blocks[UNDATED], blocks[BY_YEAR], 1)
    found[0, 0], found[1, 0], found[2, 0] = blocks[UNDATED], stated, blocks[BY_YEAR]
    found[3, 0] = _place(firsts, blocks[BY_YEAR], end, year - years - YEARS_MAX)
    found[4, 0], found[5, 0] = _place(firsts, found[3, 0], end, year + years + 1), end
    found[6, 0] = first_born(birthdays, (year - years) * 10000 + FIRST_DAY)
    found[7, 0] = first_born(birthdays, (year + years + 1) * 10000 + FIRST_DAY)
    for window in range(WINDOWS - 1):
        found[window, 1] = found[window + 1, 0]
    found[WINDOWS - 1, 1] = birthdays.last
    return found


@kernel
def days_of(birthdays: Birthdays, year: Whole, month: Whole, day: Whole) -> I32:
    """The rows of the same day, and of the day exchanged with the month; not of a day of more than DAY_ROWS_MAX."""
    found = np.empty((2, 2), dtype=np.int32)
    at: Whole = _put_day(birthdays, found, 0, year * 10000 + month * 100 + day)
    if day <= MONTHS and day != month:
        at = _put_day(birthdays, found, at, year * 10000 + day * 100 + month)
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
def slips_of(birthdays: Birthdays, date: tuple[int, int, int], near: I32) -> I32:
    """The rows of days that may be this one, mistyped: the same in other years, and the `near` ones of its year."""
    year, month, day = date
    found = np.empty((SLIPS_MAX + 2 * YEARS_OFF + len(near), 2), dtype=np.int32)
    at: Whole = 0
    for other in slipped_years(year):
        at = _put_day(birthdays, found, at, other * 10000 + month * 100 + day)
    for apart in range(1, YEARS_OFF + 1):
        for other in (year - apart, year + apart):
            at = _put_day(birthdays, found, at, other * 10000 + month * 100 + day)
    for other in near:
        at = _put_day(birthdays, found, at, year * 10000 + other)
    return found[:at]


@lru_cache(maxsize=LOOKS_REMEMBERED_MAX)
def look_for(day: str, dated: bool, floor: float, entries: int) -> Look:
    """How to look for travellers born on a `day` (`MM-DD`, `MM`, or nothing) of a year, if they are `dated` at all.

    What names and birth date must reach together is `floor`, in a list of so many entries.
    """
    sought = (floor, entries)
    bounds, table = bounds_of(day, sought), birth_weights(floor, entries)
    if not dated:
        return Look(bounds, np.zeros(WINDOWS, dtype=np.float32), 0.0, floor - table[UNSTATED], 0, 0, NO_DAYS)
    month, of_month, near = 0, 0, NO_DAYS
    if len(day) == DAY_LENGTH and day != FILLER_DAY:
        month, of_month, near = int(day[:2]), int(day[3:]), near_days(day)
    best, same = _best(not month, sought)
    return Look(bounds, best, same, floor - table["missing"], month, of_month, near)


def together(looks: Sequence[Look]) -> Looks:
    """Several ways of looking as arrays."""
    return Looks(
        np.stack([look.bounds.by_years for look in looks]),
        np.stack([look.bounds.same_year for look in looks]),
        np.stack([look.bounds.other_year for look in looks]),
        np.stack([look.best for look in looks]),
        np.array([(look.same, look.floor) for look in looks], dtype=np.float64),
        np.array([(look.month, look.day) for look in looks], dtype=np.int64),
        np.cumsum([0, *(len(look.near) for look in looks)], dtype=np.int64),
        np.concatenate([look.near for look in looks]),
    )


@kernel
def births_of(index: Index, birthdays: Birthdays, looks: Looks, look: int, year: int) -> Births:
    """Where to look for a traveller born in `year`, 0 when nothing is stated, in one of several ways of looking."""
    bounds = Bounds(looks.by_years[look], looks.same_year[look], looks.other_year[look])
    best, same, floor = looks.best[look], looks.levels[look, 0], looks.levels[look, 1]
    nowhere = np.empty((0, 2), dtype=np.int32)
    if year == 0:
        everywhere = np.zeros((1, 2), dtype=np.int32)
        everywhere[0, 1] = len(index.owners)
        return Births(everywhere, nowhere, nowhere, 0, bounds, best[:1], same, floor)
    windows = windows_of(birthdays, index.first, index.blocks, year, YEARS_OFF)
    month, day = looks.days[look, 0], looks.days[look, 1]
    if month == 0:
        return Births(windows, nowhere, nowhere, year, bounds, best, same, floor)
    near = looks.near[looks.near_starts[look] : looks.near_starts[look + 1]]
    days = days_of(birthdays, year, month, day)
    slips = slips_of(birthdays, (year, month, day), near)
    return Births(windows, days, slips, year, bounds, best, same, floor)


@lru_cache(maxsize=256)
def _best(no_day: bool, sought: tuple[float, int]) -> tuple[F32, float]:
    """The most that dates of each window can say, and those of the same day; `no_day` for a date without one.

    Rows of a day that may be the traveller's, mistyped or not, are looked at one by one, and count in no window.
    """
    table = stated_weights(*sought)
    most, far = max(table.values()), max(table["different"], table["far"])
    # A part of a date is all that is stated in no row with a full date; a filler day counts as the year.
    dated = most if no_day else max(table["same_year_other_day"], *(table[key] for key in BY_YEARS))
    by_year = max(table["year"], table["within"], *(table[key] for key in BY_YEARS))
    # Of many years, or of many days, any may be the traveller's.
    return np.array([0.0, most, far, by_year, far, far, dated, far], dtype=np.float32), table["same"]

"""What a traveller's birth date can add at most, by year and day: upper bounds of what `birth.birth_reason` will find.

With them a search sets aside whom the birth date speaks against, and nobody that it would let pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import inlined
from gatehouse.screening.matching.birth import compare_stated
from gatehouse.screening.matching.population import UNSTATED, birth_weights

LEAP_YEAR = "1980"
"""Any leap year: the table below must hold the 29th of February."""
BY_YEARS = ("year_off_one", "year_off_two", "different")
"""The observation for a stated year 1, 2, 3 or more years apart."""
YEARS_TOLD = len(BY_YEARS)
"""Years apart that are told from more."""
NO_DAY, SEVERAL_DAYS = 1300, 1301
"""Stand for the day of an entry that states a year only, or more than one day; others are written month * 100 + day,
with day 0 where only the month is stated."""

NEARLY = ("close", "year")
"""The observations of a slip of the day, and of a day that stands for its year."""

USUAL = (0.0, 0)
"""Any floor, and a list of usual length."""

Floats = NDArray[np.float32]


class Bounds(NamedTuple):
    """The most log-odds of a birth date: by years apart (0, 1, 2, more), and by day in its own year and in others.

    `other_year` is minus infinity but for a day that may be a slip of the year.
    """

    by_years: Floats
    same_year: Floats
    other_year: Floats


@lru_cache(maxsize=256)
def stated_weights(floor: float, entries: int) -> Mapping[str, float]:
    """The most that each outcome of a birth date can add to what stands where none is stated."""
    table = birth_weights(floor, entries)
    return {key: value - table["missing"] for key, value in table.items() if key != UNSTATED}


@lru_cache(maxsize=4096)
def bounds_of(day: str, sought: tuple[float, int] = USUAL) -> Bounds:
    """The bounds for a birth date without its year: `MM-DD`, `MM`, or nothing.

    `sought` are the floor and the length of the list (`population.birth_weights`).
    """
    table = stated_weights(*sought)
    most = max(table.values())
    stated = np.array([most, *(table[key] for key in BY_YEARS)], dtype=np.float32)
    # The margin of an approximate date may hide that more years lie between: the most of what is as far or farther.
    by_years = np.ascontiguousarray(np.maximum.accumulate(stated[::-1])[::-1])
    bounds = Bounds(by_years, _same_year(day, table), _other_year(day, table))
    for array in bounds:
        array.setflags(write=False)
    return bounds


@lru_cache(maxsize=512)
def _outcomes(day: str) -> tuple[list[int], list[str]]:
    """The days of a year as they are told, and the outcome of each beside `day`."""
    days = [month * 100 + number for month in range(1, 13) for number in range(32)]
    others = [f"{LEAP_YEAR}-{told // 100:02d}" + (f"-{told % 100:02d}" if told % 100 else "") for told in days]
    return days, [compare_stated(f"{LEAP_YEAR}-{day}", other) for other in others]


@lru_cache(maxsize=512)
def near_days(day: str) -> NDArray[np.int32]:
    """The other days (month * 100 + day) of the year that are nearly `day` (MM-DD), or say no more than the year."""
    found = [told for told, outcome in zip(*_outcomes(day), strict=True) if outcome in NEARLY and told % 100]
    days = np.array(found, dtype=np.int32)
    days.setflags(write=False)
    return days


def _same_year(day: str, table: Mapping[str, float]) -> Floats:
    year = max(table["year"], table["within"])
    if len(day) < len("MM-DD"):
        return np.full(SEVERAL_DAYS + 1, max(year, table["year_and_month"]) if day else year, dtype=np.float32)
    found = np.full(SEVERAL_DAYS + 1, max(table.values()), dtype=np.float32)
    found[NO_DAY] = year
    days, outcomes = _outcomes(day)
    found[days] = [table[outcome] for outcome in outcomes]
    return found


def _other_year(day: str, table: Mapping[str, float]) -> Floats:
    slips = np.zeros(SEVERAL_DAYS + 1, dtype=bool)
    slips[SEVERAL_DAYS] = True
    if len(day) == 5:
        slips[int(day.replace("-", ""))] = True
    # A slip of the year, or a margin that the entry itself gives its year.
    most = max(table["close"], table["same_day_other_year"])
    return np.where(slips, np.float32(most), np.float32(-np.inf))


@inlined
def bound(bounds: Bounds, year: int, first: int, last: int, day: int) -> float:
    """The most log-odds for a traveller born in `year` beside an entry born between two years, on `day` or NO_DAY.

    0 where either side states nothing (`year` or `first` is 0): nothing speaks against nobody.
    """
    if year == 0 or first == 0:
        return 0.0
    apart = min(max(first - year, year - last, 0), YEARS_TOLD)
    if apart == 0:
        return float(bounds.same_year[day])
    return float(max(bounds.by_years[apart], bounds.other_year[day]))

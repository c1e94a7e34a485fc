"""Birth dates of one person stated twice, and of two persons: how often each comparison's outcome is met (m and u).

Simulated, because no development data has two stated dates of one person. The error shares are round figures in the
range that record-linkage studies of civil and health registers report (a tenth of the dates differ somewhere); the
shares of REASON_TO_MEET say how two different persons came to be compared: a search looks at everybody born on the
same day and into a window of years, so among compared pairs near dates are commoner than in a population.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from random import Random

from gatehouse.screening.matching.birth import compare_dates
from gatehouse.terms.dates import DateSpan, is_partial_date

BIRTHS = 120_000
YEARS = (1935, 2007)
ERROR_SHARES = {
    "none": 0.890, "filler": 0.020, "swapped": 0.012, "digit": 0.022, "neighbour-day": 0.006, "year-one": 0.018,
    "year-two": 0.008, "same-year": 0.008, "years": 0.010, "unrelated": 0.006,
}  # fmt: skip
"""What becomes of one person's date when it is stated a second time."""
FORM_SHARES = {"day": 0.66, "year": 0.18, "month": 0.02, "circa": 0.05, "range": 0.04, "several": 0.05}
"""How a list states a date."""
YEAR_ALONE_OFF = 0.2
"""Share of lists' years without a day that are a year or two off: who knows no day often knows the year from an age."""
REASON_TO_MEET = {"population": 0.48, "window": 0.50, "same-day": 0.02}
WINDOW_YEARS = 2
CLOSER = (
    ("swapped", "same"), ("close", "swapped"), ("year_and_month", "same"), ("year", "year_and_month"),
    ("within", "year"), ("same_day_other_year", ""),
)  # fmt: skip
"""Outcomes that must weigh less than another; than nothing, for a day that agrees in years a search never looks at."""
LESS = 0.2
COUNT_FLOOR = 2.0
"""Added to every count, so that an outcome never met has a finite weight."""


def _draw(shares: dict[str, float], dice: Random) -> str:
    return dice.choices(list(shares), list(shares.values()))[0]


def _day(dice: Random, first: int = YEARS[0], last: int = YEARS[1]) -> str:
    day = dt.date(first, 1, 1) + dt.timedelta(days=dice.randrange(365 * (last - first + 1)))
    return day.isoformat()


def _with_year(day: str, years: int) -> str:
    moved = f"{int(day[:4]) + years:04d}{day[4:]}"
    return moved if is_partial_date(moved) else f"{moved[:8]}28"


def _digit(day: str, dice: Random) -> str:
    at = dice.choice((2, 3, 5, 6, 8, 9))
    return day[:at] + dice.choice("0123456789") + day[at + 1 :]


def misstated(day: str, dice: Random) -> str:
    """`day` as somebody states it a second time."""
    error = _draw(ERROR_SHARES, dice)
    if error in ("year-one", "year-two"):
        return _with_year(day, dice.choice((-1, 1)) * (1 if error == "year-one" else 2))
    moved = {
        "none": lambda: day,
        "filler": lambda: f"{day[:4]}-01-01",
        "swapped": lambda: f"{day[:4]}-{day[8:]}-{day[5:7]}",
        "digit": lambda: _digit(day, dice),
        "neighbour-day": lambda: (dt.date.fromisoformat(day) + dt.timedelta(days=dice.choice((-1, 1)))).isoformat(),
        "same-year": lambda: _day(dice, int(day[:4]), int(day[:4])),
        "years": lambda: _with_year(
            _day(dice, int(day[:4]), int(day[:4])), dice.choice((-10, -6, -4, -3, 3, 4, 6, 10))
        ),
        "unrelated": lambda: _day(dice),
    }[error]()
    return moved if is_partial_date(moved) else day


def as_listed(day: str, dice: Random) -> tuple[DateSpan, ...]:
    """`day` in a form in which lists state dates."""
    form, year = _draw(FORM_SHARES, dice), int(day[:4])
    if form == "range":
        first = year - dice.randrange(4)
        return (DateSpan(str(first), str(first + 3)),)
    if form == "circa":
        return (DateSpan.exact(str(year + dice.choice((-1, 0, 0, 1))), circa=True),)
    if form == "several":
        return (DateSpan.exact(day), DateSpan.exact(_with_year(day, dice.choice((-2, -1, 1, 2)))))
    if form == "year" and dice.random() < YEAR_ALONE_OFF:
        return (DateSpan.exact(str(year + dice.choice((-2, -1, -1, 1, 1, 2)))),)
    return (DateSpan.exact(day[: {"day": 10, "month": 7, "year": 4}[form]]),)


def _other_person(day: str, dice: Random) -> str:
    reason = _draw(REASON_TO_MEET, dice)
    if reason == "same-day":
        return day
    if reason == "window":
        year = int(day[:4])
        return _day(dice, year - WINDOW_YEARS, year + WINDOW_YEARS)
    return _day(dice)


def outcomes(seed: int, table: dict[str, float]) -> dict[bool, Counter[str]]:
    """How often each outcome of `birth.compare_dates` is met, for one person and for two; `table` ranks several."""
    counted: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    dice = Random(seed)
    for _ in range(BIRTHS):
        day = _day(dice)
        for same in (True, False):
            spans = as_listed(misstated(day, dice) if same else _other_person(day, dice), dice)
            counted[same][max((compare_dates(day, span) for span in spans), key=table.__getitem__)] += 1
    return counted


def birth_weights(counted: dict[bool, Counter[str]]) -> dict[str, tuple[float, float, float]]:
    """Outcome → (m, u, log of m/u), after Fellegi and Sunter (1969), none above what CLOSER says it is less than.

    An exchange of day and month is rarer among strangers than an equal date, and is still no better evidence.
    """
    names = sorted(set(counted[True]) | set(counted[False]))
    total = BIRTHS + COUNT_FLOOR * len(names)
    found = {}
    for name in names:
        m, u = ((counted[same][name] + COUNT_FLOOR) / total for same in (True, False))
        found[name] = (m, u, math.log(m / u))
    for less, more in CLOSER:
        m, u, weight = found[less]
        found[less] = (m, u, min(weight, (found[more][2] if more else 0.0) - LESS))
    return found

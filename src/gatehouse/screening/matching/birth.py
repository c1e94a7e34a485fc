"""A traveller's birth date beside those of a list entry: partial, approximate, several, mistyped."""

from __future__ import annotations

from functools import lru_cache

from gatehouse.screening.matching.weights import weights
from gatehouse.terms.candidate import Reason
from gatehouse.terms.dates import DateSpan, PartialDate

CIRCA_YEARS = 2
"""Years either side that an approximate date still includes."""
SAME_DAY_YEARS_MAX = 10
"""Years apart at which the same day and month still looks like a mistyped year."""
TENS = frozenset(range(10, 100, 10))
"""Years apart at which one digit of the year may be mistyped."""
FILLER_DAY = "01-01"
"""The day that stands for "day not known" in many registers: its agreement says no more than the year's."""

_WORDS = {
    "same": "the same day",
    "swapped": "day and month exchanged",
    "close": "one digit or one day apart",
    "same_day_other_year": "the same day and month, another year",
    "year_and_month": "agrees as far as both sides state it, to the month",
    "year": "agrees as far as both sides state it, to the year",
    "within": "inside the stated range, or close to an approximate date",
    "year_off_one": "one year apart",
    "year_off_two": "two years apart",
    "same_year_other_day": "the same year, another day",
    "different": "years apart",
    "far": "many years apart",
}


def _one_digit_off(one: PartialDate, other: PartialDate) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _transposed(one: PartialDate, other: PartialDate) -> bool:
    """Whether two neighbouring digits of the year, the month or the day changed places."""
    parts = zip(one.split("-"), other.split("-"), strict=True)
    changed = [(a, b) for a, b in parts if a != b]
    return len(changed) == 1 and _neighbours_exchanged(*changed[0])


def _neighbours_exchanged(one: str, other: str) -> bool:
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(places) == 2 and places[1] - places[0] == 1 and sorted(one) == sorted(other)


def _by_years(one: int, other: int) -> str:
    apart = abs(one - other)
    if apart <= 2:
        return ("year", "year_off_one", "year_off_two")[apart]
    # 1956 for 1936 is one slip of a finger, and says no more than a few years do.
    slipped = apart in TENS
    return "far" if apart > weights()["operating"]["far_years"] and not slipped else "different"


def _full_days(one: PartialDate, other: PartialDate) -> str:
    # The first of January is what registers print when only the year is known, so it counts as no more than that.
    if one == other:
        return "year" if one.endswith(FILLER_DAY) else "same"
    if FILLER_DAY in (one[5:], other[5:]):
        return _by_years(int(one[:4]), int(other[:4]))
    if one[5:] == other[5:]:
        return _same_day(one, other)
    if one[:4] != other[:4]:
        return _by_years(int(one[:4]), int(other[:4]))
    if one[5:7] == other[8:] and one[8:] == other[5:7]:
        return "swapped"
    return "close" if _one_digit_off(one, other) or _transposed(one, other) else "same_year_other_day"


def _same_day(one: PartialDate, other: PartialDate) -> str:
    apart = abs(int(one[:4]) - int(other[:4]))
    # The same day two years off, or with one digit of the year another, is nearer to a slip than to chance, which
    # meets it once in 365 pairs.
    if apart <= 2 or _transposed(one, other) or _one_digit_off(one, other):
        return "close"
    return "same_day_other_year" if apart <= SAME_DAY_YEARS_MAX else _by_years(int(one[:4]), int(other[:4]))


def compare_stated(one: PartialDate, other: PartialDate) -> str:
    """The observation for two dates, each a day, a month or a year."""
    shared = min(len(one), len(other))
    if shared == 10:
        return _full_days(one, other)
    if one[:shared] == other[:shared]:
        return "year_and_month" if shared == 7 else "year"
    # Here one side states the month, and the months differ: that contradicts like another day does.
    return "same_year_other_day" if one[:4] == other[:4] else _by_years(int(one[:4]), int(other[:4]))


@lru_cache(maxsize=1 << 16)
def compare_dates(date: PartialDate, span: DateSpan) -> str:
    """The observation (a key of `weights.toml` [birth_date]) for one date beside one span."""
    year, first, last = int(date[:4]), int(span.earliest[:4]), int(span.latest[:4])
    # A whole year printed as its first to its last day begins with the filler day, and so counts as the year.
    if first == last:
        found = compare_stated(date, span.earliest)
        return "within" if span.circa and found.startswith("year_off") else found
    margin = CIRCA_YEARS if span.circa else 0
    if first - margin <= year <= last + margin:
        return "within"
    return _by_years(year, min(first, last, key=lambda end: abs(year - end)))


def birth_reason(date: PartialDate | None, spans: tuple[DateSpan, ...]) -> Reason:
    """The reason of the birth dates: of an entry's alternatives, the one that agrees best."""
    stated = " or ".join(map(str, spans)) or None
    if date is None or not spans:
        return Reason("birth-date", date, stated, "missing", 0.0, "not stated on both sides")
    table = weights()["birth_date"]
    found = max((compare_dates(date, span) for span in spans), key=table.__getitem__)
    return Reason("birth-date", date, stated, found.replace("_", " "), table[found], _WORDS[found])

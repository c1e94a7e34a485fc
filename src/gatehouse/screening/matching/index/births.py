"""Under which birth dates an entry's names stand in the order of rows.

A name stands once for each way its entry's birth is stated: with a full date among the full dates, with a year or a few
among the years, else among those that any traveller may be. So a day, and a span of years, is one range of rows. What
tells a month, or one of several days, says more than a year does: it is seldom stated, and stands among the last.
"""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.screening.matching.birth import CIRCA_YEARS
from gatehouse.screening.matching.birth_years import NO_DAY, SEVERAL_DAYS
from gatehouse.terms.dates import DateSpan

UNDATED, BY_YEAR, BY_DAY = 0, 1, 2
"""Blocks of rows, in order."""
YEARS_MAX = 10
"""Years that a stated span may cover to stand among the years."""
BIRTHS_MAX = 4
"""Ways of an entry's birth under which its names stand; with more they stand once, for all of them together."""


class Birth(NamedTuple):
    """One way a birth is stated: `born` is year * 10000 + month * 100 + day, 0 without a full date."""

    block: int
    born: int
    first: int
    last: int
    day: int


NOT_STATED = Birth(UNDATED, 0, 0, 0, NO_DAY)


def _birth_of(span: DateSpan) -> Birth:
    margin = CIRCA_YEARS if span.circa else 0
    first, last = int(span.earliest[:4]) - margin, int(span.latest[:4]) + margin
    if span.earliest == span.latest and len(span.earliest) == 10 and not span.circa:
        born = int(span.earliest.replace("-", ""))
        return Birth(BY_DAY, born, first, last, born % 10000)
    day = _day_of(span)
    block = BY_YEAR if last - first <= YEARS_MAX and day == NO_DAY else UNDATED
    return Birth(block, 0, max(first, 1), max(last, 1), day)


def _day_of(span: DateSpan) -> int:
    """The day as `birth_years` counts: what is approximate or a range may agree in whatever way it likes."""
    if len(span.earliest) == len(span.latest) == 4:
        return NO_DAY
    if len(span.earliest) == 7 and span.earliest == span.latest and not span.circa:
        return int(span.earliest[5:]) * 100
    return SEVERAL_DAYS


def births_of(spans: tuple[DateSpan, ...]) -> tuple[Birth, ...]:
    """Each way in which these alternatives state a birth, at least one and at most BIRTHS_MAX."""
    found = tuple(dict.fromkeys(map(_birth_of, spans)))
    if not found:
        return (NOT_STATED,)
    if len(found) <= BIRTHS_MAX:
        return found
    first, last = min(birth.first for birth in found), max(birth.last for birth in found)
    return (Birth(UNDATED, 0, max(first, 1), max(last, 1), SEVERAL_DAYS),)

"""The numbers of a span of days, from tables and a view that say nothing of anybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from gatehouse.measures.proportion import Interval, exact_interval
from gatehouse.measures.ratio import Counted
from gatehouse.measures.small_cells import K, withheld
from gatehouse.screening.counts.timing import BANDS

DAYS_MAX = 366

VOLUME = """
SELECT t.received_at::date, count(*), coalesce(sum(m.travellers), 0), count(*) FILTER (WHERE m.state = 'duplicate')
FROM intake_storedmessage m JOIN intake_transmission t ON t.id = m.transmission_id
WHERE t.received_at >= %s AND t.received_at < %s GROUP BY 1 ORDER BY 1
"""
DECISIONS = """
SELECT day, count(*) FILTER (WHERE state = 'cleared'), count(*) FILTER (WHERE state = 'confirmed')
FROM counts_decision WHERE day >= %s AND day < %s GROUP BY 1 ORDER BY 1
"""
DECIDED = """
SELECT count(*), count(*) FILTER (WHERE state = 'confirmed')
FROM counts_decision WHERE day >= %s AND day < %s AND state IN ('cleared', 'confirmed')
"""
LISTS = """
SELECT r.list, count(*), count(*) FILTER (WHERE r.waiting), count(*) FILTER (WHERE r.state = 'cleared-before'),
    coalesce(d.cleared, 0), coalesce(d.confirmed, 0)
FROM review_review r LEFT JOIN (
    SELECT list, count(*) FILTER (WHERE state = 'cleared') AS cleared,
        count(*) FILTER (WHERE state = 'confirmed') AS confirmed
    FROM counts_decision WHERE day >= %s AND day < %s GROUP BY 1
) d ON d.list = r.list
WHERE r.since < %s GROUP BY 1, d.cleared, d.confirmed ORDER BY 1
"""
CRITERIA = """
SELECT h.criterion, count(*), count(*) FILTER (WHERE h.waiting), count(*) FILTER (WHERE h.state = 'cleared-before'),
    coalesce(max(d.cleared), 0), coalesce(max(d.confirmed), 0)
FROM counts_criterionhit h LEFT JOIN (
    SELECT criterion, count(*) FILTER (WHERE state = 'cleared') AS cleared,
        count(*) FILTER (WHERE state = 'confirmed') AS confirmed
    FROM counts_decision WHERE day >= %s AND day < %s AND criterion IS NOT NULL GROUP BY 1
) d ON d.criterion = h.criterion
WHERE h.day < %s GROUP BY 1 ORDER BY 1
"""
LEAD_TIMES = """
SELECT count(*), count(*) FILTER (WHERE lead_hours < 0),
    percentile_cont(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY lead_hours),
    percentile_cont(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY taken_hours)
FROM counts_decision WHERE day >= %s AND day < %s
"""
LEAD_BANDS = """
SELECT CASE WHEN lead_hours < 0 THEN 'late' WHEN lead_hours < 1 THEN '0-1' WHEN lead_hours < 8 THEN '1-8'
    WHEN lead_hours < 24 THEN '8-24' WHEN lead_hours < 48 THEN '24-48' ELSE 'from-48' END,
    count(*), count(*) FILTER (WHERE state = 'confirmed')
FROM counts_decision WHERE day >= %s AND day < %s GROUP BY 1
"""


class Span(NamedTuple):
    """Days from the first up to, and without, the end (UTC)."""

    first: dt.date
    end: dt.date

    @classmethod
    def until(cls, last: dt.date, days: int) -> Span:
        """That many days, the last of them included. ValueError for none, or more than a year."""
        if not 1 <= days <= DAYS_MAX:
            raise ValueError(f"a span has 1 to {DAYS_MAX} days")
        return cls(last - dt.timedelta(days=days - 1), last + dt.timedelta(days=1))


class Day(NamedTuple):
    """What came in and was decided on a day; decisions None where they could tell of somebody."""

    day: dt.date
    messages: int
    travellers: int
    repeats: int
    cleared: int | None
    confirmed: int | None


class ListCounts(NamedTuple):
    """A list's hits: in all, waiting, silent because cleared before; and what was decided in the span.

    `cleared`, `confirmed` and `precision` are None where so few were decided that they could tell of somebody; so are
    all `hits` then, because those less the waiting ones are the decided ones.
    """

    name: str
    hits: int | None
    waiting: int
    silent: int
    cleared: int | None
    confirmed: int | None
    precision: Interval | None


class LeadTimes(NamedTuple):
    """Decisions, how many came after the departure, and the hours before it of one in ten, half, and nine in ten.

    `taken` are the same of the hours from a hit to its decision. Of few decisions nothing is told, not even how many
    there were: None.
    """

    decisions: int | None
    late: int | None
    hours: tuple[float, float, float] | None
    taken: tuple[float, float, float] | None


class LeadBand(NamedTuple):
    """How many decisions came so long before departure (`timing.BANDS`); None where that could tell of somebody."""

    band: str
    decisions: int | None


def days(span: Span) -> list[Day]:
    """Every day of the span, also those on which nothing happened."""
    came = {row[0]: row[1:] for row in _rows(VOLUME, span)}
    decided = {row[0]: row[1:] for row in _rows(DECISIONS, span)}
    every = (span.first + dt.timedelta(days=n) for n in range((span.end - span.first).days))
    hidden = withheld({str(day): Counted(cleared + right, right) for day, (cleared, right) in decided.items()})
    return [
        Day(
            day,
            *map(int, came.get(day, (0, 0, 0))),
            *((None, None) if str(day) in hidden else decided.get(day, (0, 0))),
        )
        for day in every
    ]


def decided(span: Span) -> Counted | None:
    """How many hits people decided in the span, and confirmed of them; None where that could tell of somebody."""
    ((whole, part),) = _rows(DECIDED, span)
    told = Counted(whole, part)
    return None if withheld({"span": told}) else told


def lists(span: Span) -> list[ListCounts]:
    """Every list that ever made a hit, with small cells kept back so that totals do not give them away."""
    return _protected(_rows(LISTS, span, span.end))


def criteria(span: Span) -> list[ListCounts]:
    """Every version of a criterion that ever made a hit, in the same way as lists."""
    return _protected(_rows(CRITERIA, span, span.end))


def _protected(rows: Sequence[tuple[Any, ...]]) -> list[ListCounts]:
    hidden = withheld({name: Counted(cleared + confirmed, confirmed) for name, *_, cleared, confirmed in rows})
    return [_list(row, is_hidden=row[0] in hidden) for row in rows]


def _list(row: tuple[Any, ...], *, is_hidden: bool) -> ListCounts:
    name, hits, waiting, silent, cleared, confirmed = row
    decided = cleared + confirmed
    if is_hidden:
        return ListCounts(name, None, waiting, silent, None, None, None)
    precision = exact_interval(confirmed, decided) if decided else None
    return ListCounts(name, hits, waiting, silent, cleared, confirmed, precision)


def lead_times(span: Span) -> LeadTimes:
    """How long before departure people decided."""
    ((decisions, late, hours, taken),) = _rows(LEAD_TIMES, span)
    if decisions < K:
        return LeadTimes(None, None, None, None) if decisions else LeadTimes(0, 0, None, None)
    is_few = 0 < late < K or 0 < decisions - late < K
    return LeadTimes(decisions, None if is_few else late, _three(hours), _three(taken))


def _three(values: Sequence[float]) -> tuple[float, float, float]:
    first, middle, last = map(float, values)
    return first, middle, last


def lead_bands(span: Span) -> list[LeadBand]:
    """Decisions by how long before departure they came, the longest first."""
    found = {band: Counted(count, confirmed) for band, count, confirmed in _rows(LEAD_BANDS, span)}
    # Only how many came is told of a band, so that a band is small by its number alone.
    small = {band: Counted(one.cases, 0) for band, one in found.items()}
    hidden = withheld(small)
    return [LeadBand(band, None if band in hidden else small.get(band, Counted(0, 0)).cases) for band in BANDS]


def _rows(question: str, span: Span, *more: dt.date) -> Sequence[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, [span.first, span.end, *more])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows

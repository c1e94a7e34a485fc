"""The numbers of a span of days, from tables and a view that say nothing of anybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from gatehouse.measures.proportion import Interval, exact_interval
from gatehouse.measures.ratio import Counted
from gatehouse.measures.small_cells import withheld

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
LEAD_TIMES = """
SELECT count(*), count(*) FILTER (WHERE lead_hours < 0),
    percentile_cont(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY lead_hours)
FROM counts_decision WHERE day >= %s AND day < %s
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
    """What came in and was decided on a day."""

    day: dt.date
    messages: int
    travellers: int
    repeats: int
    cleared: int
    confirmed: int


class ListCounts(NamedTuple):
    """A list's hits: in all, waiting, silent because cleared before; and what was decided in the span.

    `cleared`, `confirmed` and `precision` are None where so few were decided that they could tell of somebody.
    """

    name: str
    hits: int
    waiting: int
    silent: int
    cleared: int | None
    confirmed: int | None
    precision: Interval | None


class LeadTimes(NamedTuple):
    """Decisions, how many came after the departure, and the hours before it of one in ten, half, and nine in ten."""

    decisions: int
    late: int
    hours: tuple[float, float, float] | None


def days(span: Span) -> list[Day]:
    """Every day of the span, also those on which nothing happened."""
    came = {row[0]: row[1:] for row in _rows(VOLUME, span)}
    decided = {row[0]: row[1:] for row in _rows(DECISIONS, span)}
    every = (span.first + dt.timedelta(days=n) for n in range((span.end - span.first).days))
    return [Day(day, *map(int, came.get(day, (0, 0, 0))), *decided.get(day, (0, 0))) for day in every]


def lists(span: Span) -> list[ListCounts]:
    """Every list that ever made a hit, with small cells kept back so that totals do not give them away."""
    rows = _rows(LISTS, span, span.end)
    hidden = withheld({name: Counted(cleared + confirmed, confirmed) for name, *_, cleared, confirmed in rows})
    return [_list(row, is_hidden=row[0] in hidden) for row in rows]


def _list(row: tuple[Any, ...], *, is_hidden: bool) -> ListCounts:
    name, hits, waiting, silent, cleared, confirmed = row
    decided = cleared + confirmed
    if is_hidden or not decided:
        return ListCounts(name, hits, waiting, silent, None if is_hidden else 0, None if is_hidden else 0, None)
    return ListCounts(name, hits, waiting, silent, cleared, confirmed, exact_interval(confirmed, decided))


def lead_times(span: Span) -> LeadTimes:
    """How long before departure people decided."""
    ((decisions, late, hours),) = _rows(LEAD_TIMES, span)
    return LeadTimes(decisions, late, tuple(map(float, hours)) if hours else None)


def _rows(question: str, span: Span, *more: dt.date) -> Sequence[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, [span.first, span.end, *more])
        return cursor.fetchall()

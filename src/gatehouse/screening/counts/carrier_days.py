"""Counts of a day's messages for each carrier, made from findings and times; run by whoever owns the tables.

A carrier is that of the flight that the message puts travellers on; a message that puts nobody on any flight is of no
known carrier. A day can be counted again at any time: later findings (a part that never came) belong to the day on
which the message came.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import connection, transaction

from gatehouse.screening.counts.fault_kinds import FaultKind, kind_of
from gatehouse.screening.counts.models import CarrierDay
from gatehouse.screening.counts.timing import band
from gatehouse.screening.review.departure import NEVER, due_at

AT_ONCE = 5_000
LATER_DAYS = 3
"""Days back that are counted again: until then a part may have been found missing."""
TYPES = ("PAXLST", "PNRGOV")

MESSAGES = """
SELECT carrier, type, state, travellers, findings::text, received_at, origin, departs FROM counts_message
WHERE received_at >= %s AND received_at < %s AND type = ANY(%s)
"""
FIRST = "SELECT min(received_at)::date FROM intake_transmission"


@dataclass(slots=True)
class _Counted:
    """The sums of one carrier and type."""

    sums: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    timing: Counter[str] = field(default_factory=Counter)

    def add(self, row: tuple[Any, ...]) -> None:
        state, travellers, findings, received, origin, departs = row
        self.sums["messages"] += 1
        if state == "duplicate":
            self.sums["repeats"] += 1
            return
        self.sums["travellers"] += travellers
        found = {one["code"]: kind_of(one["code"], one["severity"]) for one in orjson.loads(findings)}
        self.sums.update({kind.value for kind in found.values() if kind})
        self.codes.update(code for code, kind in found.items() if kind)
        due = due_at(departs, origin)
        if due != NEVER:
            self.timing[band(received, due)] += 1


def count_day(day: dt.date) -> int:
    """Count the messages that came on a day (UTC), in place of what was counted of it before; how many there were."""
    begins = dt.datetime.combine(day, dt.time(), dt.UTC)
    counted: dict[tuple[str, str], _Counted] = {}
    for carrier, kind, *row in _messages(begins, begins + dt.timedelta(days=1)):
        counted.setdefault((carrier or "", kind), _Counted()).add(tuple(row))
    names = ("messages", "travellers", "repeats", *FaultKind)
    rows = [
        CarrierDay(
            day=day,
            carrier=carrier,
            type=kind,
            **{str(name): one.sums[name] for name in names},
            codes=dict(one.codes),
            timing=dict(one.timing),
        )
        for (carrier, kind), one in counted.items()
    ]
    with transaction.atomic():
        CarrierDay.objects.filter(day=day).delete()
        CarrierDay.objects.bulk_create(rows)
    return sum(row.messages for row in rows)


def count_due(today: dt.date) -> list[dt.date]:
    """Count every day that was not counted yet, and the last `LATER_DAYS` again; the days, oldest first."""
    last = CarrierDay.objects.order_by("-day").values_list("day", flat=True).first() or _first_day()
    if last is None:
        return []
    begins = min(last, today - dt.timedelta(days=LATER_DAYS))
    first = max(begins, _first_day() or begins)
    days = [first + dt.timedelta(days=n) for n in range((today - first).days + 1)]
    for day in days:
        count_day(day)
    return days


def _first_day() -> dt.date | None:
    with connection.cursor() as cursor:
        cursor.execute(FIRST)
        first: dt.date | None = cursor.fetchone()[0]
    return first


def _messages(begins: dt.datetime, ends: dt.datetime) -> Iterator[tuple[Any, ...]]:
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(MESSAGES, [begins, ends, list(TYPES)])
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows

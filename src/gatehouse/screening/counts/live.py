"""The live numbers that can be cited elsewhere: coverage of flights, time before arrival, precision. Counts, no person.

Flights are those that any message told of and that arrive, by the airport's clock, in the span; one of which no message
ever came is not known here. A message came when its transmission was received. Where an airport's time zone is not
known the earliest moment is taken, so that a number is never better than the truth.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.db import connection

from gatehouse.measures.live_number import LiveNumber, live_number
from gatehouse.screening.counts import counting
from gatehouse.screening.counts.counting import Span
from gatehouse.screening.review.departure import NEVER, due_at

SOURCE = "screening"
FLIGHTS = """
SELECT leg.destination, leg.arrives,
    min(t.received_at) FILTER (WHERE m.type = 'PAXLST'), min(t.received_at) FILTER (WHERE m.type = 'PNRGOV')
FROM travellers_flightleg leg JOIN travellers_travellerrecord r ON r.leg_id = leg.id
JOIN intake_storedmessage m ON m.id = r.message_id JOIN intake_transmission t ON t.id = m.transmission_id
WHERE left(leg.arrives, 10) >= %s AND left(leg.arrives, 10) < %s GROUP BY leg.id
"""


class Came(NamedTuple):
    """A flight: when it arrives, and when the first message of each kind was received, in UTC; None for none."""

    arrives: dt.datetime
    api: dt.datetime | None
    pnr: dt.datetime | None


def measured(name: str, span: Span) -> LiveNumber:
    """The number of this name over the span, as of its last day. Raises `ValueError` for too few cases, or no such."""
    measure = MEASURES.get(name)
    if measure is None:
        raise ValueError(f"no such number is measured here; those there are: {', '.join(MEASURES)}")
    value, cases = measure(span)
    return live_number(name, round(value, 1), span.end - dt.timedelta(days=1), SOURCE, cases)


def share_before_arrival(flights: Sequence[Came], kind: str) -> tuple[float, int]:
    """The share in percent of flights of which that kind of message came before they arrived; and of how many."""
    came = [getattr(flight, kind) for flight in flights]
    early = sum(moment is not None and moment < flight.arrives for moment, flight in zip(came, flights, strict=True))
    return (100 * early / len(flights) if flights else 0.0), len(flights)


def lead_minutes(flights: Sequence[Came]) -> tuple[float, int]:
    """The median of minutes between passenger information and arrival, where it came before; and of how many."""
    minutes = [(one.arrives - one.api).total_seconds() / 60 for one in flights if one.api and one.api < one.arrives]
    return (statistics.median(minutes) if minutes else 0.0), len(minutes)


def flights_of(span: Span) -> list[Came]:
    """The flights that arrive in the span, without those whose arrival is no time."""
    with connection.cursor() as cursor:
        cursor.execute(FLIGHTS, [span.first.isoformat(), span.end.isoformat()])
        rows = [(due_at(arrives, to), api, pnr) for to, arrives, api, pnr in cursor.fetchall()]
    return [Came(*row) for row in rows if row[0] != NEVER]


def precision(span: Span) -> tuple[float, int]:
    """The share in percent of decided hits that people confirmed; of how many, none where few would be told of."""
    told = counting.decided(span)
    return (100 * told.hits / told.cases, told.cases) if told and told.cases else (0.0, 0)


MEASURES: dict[str, Callable[[Span], tuple[float, int]]] = {
    "api-coverage": lambda span: share_before_arrival(flights_of(span), "api"),
    "pnr-coverage": lambda span: share_before_arrival(flights_of(span), "pnr"),
    "api-lead": lambda span: lead_minutes(flights_of(span)),
    "hit-precision": precision,
}
"""What is measured here, by the names of `measures/live_numbers.csv`."""

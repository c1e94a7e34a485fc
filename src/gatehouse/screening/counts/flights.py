"""The board of a day's flights: which messages came for each, how many travellers, what waits. Read inside a door."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from django.db import connection

from gatehouse.screening.counts.pushes import Push, Seen, pushes
from gatehouse.screening.review.departure import NEVER, due_at
from gatehouse.screening.travellers.states import CANCELLED

FLIGHTS_MAX = 400
API, PNR = "PAXLST", "PNRGOV"

BOARD = """
WITH leg AS (
    SELECT id, carrier, number, suffix, origin, destination, departs, arrives, state FROM travellers_flightleg
    WHERE left(departs, 10) = %s ORDER BY departs, id LIMIT %s
), told AS (
    SELECT r.leg_id, m.type, count(DISTINCT m.id) AS messages, max(m.sent) AS sent,
        array_agg(DISTINCT t.received_at) AS received
    FROM travellers_travellerrecord r JOIN intake_storedmessage m ON m.id = r.message_id
    JOIN intake_transmission t ON t.id = m.transmission_id
    WHERE r.leg_id IN (SELECT id FROM leg) GROUP BY 1, 2
), people AS (
    SELECT leg_id, count(*) AS travellers, count(*) FILTER (WHERE state = 'boarded') AS boarded
    FROM travellers_traveller WHERE leg_id IN (SELECT id FROM leg) GROUP BY 1
), held AS (
    SELECT leg_id, count(*) FILTER (WHERE waiting) AS waiting, count(*) FILTER (WHERE state = 'confirmed') AS confirmed,
        count(*) FILTER (WHERE state = 'cleared') AS cleared,
        count(*) FILTER (WHERE state = 'cleared-before') AS silent, count(*) AS hits
    FROM review_review WHERE leg_id IN (SELECT id FROM leg) GROUP BY 1
)
SELECT leg.*, coalesce(a.messages, 0), a.sent, a.received, coalesce(p.messages, 0), p.sent, p.received,
    coalesce(people.travellers, 0), coalesce(people.boarded, 0), coalesce(held.hits, 0), coalesce(held.waiting, 0),
    coalesce(held.confirmed, 0), coalesce(held.cleared, 0), coalesce(held.silent, 0)
FROM leg LEFT JOIN told a ON a.leg_id = leg.id AND a.type = %s LEFT JOIN told p ON p.leg_id = leg.id AND p.type = %s
LEFT JOIN people ON people.leg_id = leg.id LEFT JOIN held ON held.leg_id = leg.id ORDER BY leg.departs, leg.id
"""
DAYS = """
SELECT DISTINCT left(departs, 10) FROM travellers_flightleg WHERE departs IS NOT NULL AND left(departs, 10) <= %s
ORDER BY 1 DESC LIMIT 1
"""


class Told(NamedTuple):
    """How many messages of a kind came for a flight, and when the last was sent (local, as stated)."""

    messages: int
    sent: str | None


class FlightRow(NamedTuple):
    """A flight of the board. Times are local, as carriers state them.

    `pushes` are the messages that were due; none where it is not known when the flight departs, or it was cancelled.
    `silent` hits are of pairs that were cleared before.
    """

    id: int
    name: str
    route: str
    departs: str
    arrives: str | None
    state: str
    api: Told
    pnr: Told
    travellers: int
    boarded: int
    hits: int
    waiting: int
    confirmed: int
    cleared: int
    silent: int
    pushes: tuple[Push, ...]

    @property
    def wants_asking(self) -> bool:
        """Whether a message that was due came late or is missing."""
        return any(push.state in (Seen.LATE, Seen.MISSING) for push in self.pushes)

    def pushes_of(self, kind: str) -> list[Push]:
        """The pushes of one type of message."""
        return [push for push in self.pushes if push.type == kind]

    @property
    def missing(self) -> tuple[str, ...]:
        """The kinds of messages that did not come."""
        return tuple(kind for kind, told in ((API, self.api), (PNR, self.pnr)) if not told.messages)


def board(day: dt.date, now: dt.datetime) -> list[FlightRow]:
    """The flights that leave on a local day, soonest first; at most FLIGHTS_MAX. Pushes stand as of `now`."""
    with connection.cursor() as cursor:
        cursor.execute(BOARD, [day.isoformat(), FLIGHTS_MAX, API, PNR])
        return [_row(row, now) for row in cursor.fetchall()]


def newest_day(until: dt.date) -> dt.date:
    """The last day, up to that one, on which any flight leaves; that one where there is none."""
    with connection.cursor() as cursor:
        cursor.execute(DAYS, [until.isoformat()])
        found = cursor.fetchone()
    return dt.date.fromisoformat(found[0]) if found else until


def _row(row: tuple[Any, ...], now: dt.datetime) -> FlightRow:
    id_, carrier, number, suffix, origin, destination, departs, arrives, state, *counts = row
    name = f"{carrier or '?'}{number or '?'}{suffix or ''}"
    api, api_sent, api_received, pnr, pnr_sent, pnr_received, *people = counts
    route = f"{origin or '?'}-{destination or '?'}"
    due = NEVER if state == CANCELLED else due_at(departs, origin)
    came = {API: api_received or (), PNR: pnr_received or ()}
    stand = () if due == NEVER else pushes(due, came, now)
    told = [Told(api, api_sent), Told(pnr, pnr_sent)]
    return FlightRow._make([id_, name, route, departs, arrives, state, *told, *people, stand])

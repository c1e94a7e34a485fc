"""History from the database: every stored person on a leg, once, with what both sources say and the last booking.

Read leg by leg in one pass with a bounded block in memory. Nothing is read of hits, lists or other people.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import orjson
from django.db import connection

from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.journey_json import booking_of
from gatehouse.screening.criteria.tables import Table
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.booking import Booking
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.traveller import Role, Traveller

LEGS_AT_ONCE = 50
STATED_FIELDS = set(Traveller.__dataclass_fields__) - {"role", "infant", "segments", "sources", "evidence"}
"""What one source can add to the other's statement."""
SOURCE = "leg"

LEGS = """
SELECT id, carrier, number, suffix, origin, destination, departs, arrives FROM travellers_flightleg
WHERE id > %s AND left(coalesce(departs, ''), %s) = %s ORDER BY id LIMIT %s
"""
STATEMENTS = """
SELECT r.leg_id, r.traveller_id, r.booking_id, r.payload::text FROM travellers_travellerrecord r
WHERE r.leg_id = ANY(%s) AND NOT r.superseded ORDER BY r.leg_id, r.traveller_id, r.source, r.id
"""
BOOKINGS = """
SELECT DISTINCT ON (v.booking_id) v.booking_id, v.payload::text FROM travellers_bookingversion v
WHERE v.booking_id = ANY(%s) ORDER BY v.booking_id, v.superseded, v.id DESC
"""


def stored_history(month: str = "") -> Iterator[Journey]:
    """Every stored journey, or those that left in a month (`2026-10`), those of one leg together.

    A person of whom API and PNR speak is one journey: what API states comes first, PNR fills what it leaves open.
    """
    after = 0
    while True:
        legs = _rows(LEGS, [after, len(month), month, LEGS_AT_ONCE])
        if not legs:
            return
        after = legs[-1][0]
        yield from _of_legs({row[0]: row[1:] for row in legs})


def _of_legs(legs: dict[int, tuple[Any, ...]]) -> Iterator[Journey]:
    rows = _rows(STATEMENTS, [list(legs)])
    bookings = _bookings([row[2] for row in rows if row[2]])
    for (leg, person), statements in groupby(rows, key=itemgetter(0, 1)):
        said = list(statements)
        traveller = joined([traveller_from(row[3]) for row in said])
        booking = next((bookings[row[2]] for row in said if row[2] in bookings), None)
        if traveller.role is not Role.GROUP:
            carrier, number, suffix, *hop = legs[leg]
            flight = Flight(carrier, number, suffix, (Leg(*hop),))
            yield Journey(f"{SOURCE} {leg}", person, traveller, booking, (flight,))


def joined(statements: list[Traveller]) -> Traveller:
    """One traveller of several statements: for each field what the first of them states."""
    first, *others = statements
    for other in others:
        pairs = {name: (getattr(first, name), getattr(other, name)) for name in STATED_FIELDS}
        known = {name: theirs if mine in (None, ()) else mine for name, (mine, theirs) in pairs.items()}
        first = Traveller(role=first.role, infant=first.infant or other.infant, **known)
    return first


def _bookings(keys: list[int]) -> dict[int, Booking]:
    return {
        key: booking_of(Table(orjson.loads(payload), "the database", f"booking {key}"))
        for key, payload in _rows(BOOKINGS, [keys])
    }


def _rows(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())

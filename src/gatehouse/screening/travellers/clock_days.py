"""Flights by the day their clocks begin, and who and what is on them: what retention asks of this room.

Every answer is a page, in the order of numbers, so that memory is bounded and a killed run goes on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import connection

from gatehouse.retention.clocks import Flight

# A first look by text: what `Clocks.day_of` makes of it is decided there. Nothing on the flight is nothing to do.
FLIGHTS = """
SELECT l.id, (l.received_at AT TIME ZONE 'UTC')::date, l.departs, l.arrives FROM travellers_flightleg l
WHERE l.id > %(after)s AND (l.received_at < %(day)s::date + 1 OR left(l.departs, 10) <= %(day)s::text
    OR left(l.arrives, 10) <= %(day)s::text)
AND (EXISTS (SELECT FROM travellers_traveller t WHERE t.leg_id = l.id {unmasked})
    OR EXISTS (SELECT FROM travellers_booking b WHERE b.leg_id = l.id {unmasked}))
ORDER BY l.id LIMIT %(limit)s
"""
TRAVELLERS = """
SELECT t.id, t.leg_id FROM travellers_traveller t
WHERE t.leg_id = ANY(%s) AND t.id > %s {unmasked} ORDER BY t.id LIMIT %s
"""
FREE_BOOKINGS = """
SELECT b.id, b.leg_id FROM travellers_booking b WHERE b.leg_id = ANY(%s) AND b.id > %s {unmasked}
AND NOT EXISTS (SELECT FROM travellers_travellerrecord r WHERE r.booking_id = b.id)
ORDER BY b.id LIMIT %s
"""
UNMASKED = "AND masked_at IS NULL"

COUNTS = """
SELECT l.id, (l.received_at AT TIME ZONE 'UTC')::date, l.departs, l.arrives,
    coalesce(aboard.unmasked, 0), coalesce(aboard.travellers, 0)
FROM (SELECT * FROM travellers_flightleg WHERE id > %s ORDER BY id LIMIT %s) l
LEFT JOIN LATERAL (SELECT unmasked, travellers FROM travellers_onleg WHERE leg_id = l.id) aboard ON true
ORDER BY l.id
"""
FILES = """
SELECT DISTINCT m.transmission_id FROM travellers_travellerrecord r
JOIN intake_storedmessage m ON m.id = r.message_id WHERE r.traveller_id = ANY(%s)
"""

Owned = tuple[int, int]
"""A traveller's or booking's number, and the flight's."""


def flights(after: int, day: dt.date, limit: int, *, unmasked: bool) -> list[Flight]:
    """Flights that may be past a clock of that day, with somebody or a booking on them (`unmasked`: not masked yet)."""
    statement = FLIGHTS.format(unmasked=UNMASKED if unmasked else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, {"after": after, "day": day, "limit": limit})
        return [Flight(*row) for row in cursor.fetchall()]


def travellers(legs: Sequence[int], after: int, limit: int, *, unmasked: bool) -> list[Owned]:
    """Who is on these flights."""
    return _page(TRAVELLERS, legs, after, limit, unmasked=unmasked)


def bookings(legs: Sequence[int], after: int, limit: int, *, unmasked: bool) -> list[Owned]:
    """The bookings on these flights that no statement of anybody who is not masked refers to."""
    return _page(FREE_BOOKINGS, legs, after, limit, unmasked=unmasked)


def counts(after: int, limit: int) -> list[tuple[Flight, int, int]]:
    """Flights with how many on them are not masked, and how many there are."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, [after, limit])
        return [(Flight(*row[:4]), row[4], row[5]) for row in cursor.fetchall()]


def files_of(travellers: Sequence[int]) -> set[int]:
    """The transmissions that speak of these travellers."""
    with connection.cursor() as cursor:
        cursor.execute(FILES, [list(travellers)])
        return {file for (file,) in cursor.fetchall()}


def _page(statement: str, legs: Sequence[int], after: int, limit: int, *, unmasked: bool) -> list[Owned]:
    with connection.cursor() as cursor:
        cursor.execute(statement.format(unmasked=UNMASKED if unmasked else ""), [list(legs), after, limit])
        return list(cursor.fetchall())

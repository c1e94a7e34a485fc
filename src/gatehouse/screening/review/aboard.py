"""Everybody on a leg, read for their links; and the versions of a booking side by side."""

from __future__ import annotations

from collections import defaultdict

import orjson
from django.db import connection

from gatehouse.screening.review.co_travellers import Aboard, payments_of
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.traveller import Traveller

RECORDS = """
SELECT traveller_id, booking_id, payload::text FROM travellers_travellerrecord
WHERE leg_id = %s AND NOT superseded ORDER BY id
"""
NAMES = "SELECT id, concat_ws(' ', given_names, surname) FROM travellers_traveller WHERE leg_id = %s"
BOOKINGS = """
SELECT v.booking_id, v.payload::text FROM travellers_bookingversion v JOIN travellers_booking b ON b.id = v.booking_id
WHERE b.leg_id = %s AND NOT v.superseded ORDER BY v.id
"""


def aboard(leg: int) -> list[Aboard]:
    """Everybody of whom a current statement speaks on the leg. Of hits it reads nothing."""
    said: dict[int, list[Traveller]] = defaultdict(list)
    bookings: dict[int, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(RECORDS, [leg])
        for traveller, booking, payload in cursor.fetchall():
            said[traveller].append(traveller_from(payload))
            bookings[traveller] |= {booking} if booking else set()
        cursor.execute(NAMES, [leg])
        names = dict(cursor.fetchall())
        cursor.execute(BOOKINGS, [leg])
        # The newest version of each, since it comes last.
        paid = {booking: payments_of([orjson.loads(payload)]) for booking, payload in cursor.fetchall()}
    return [
        Aboard(
            traveller,
            names.get(traveller, ""),
            tuple(statements),
            frozenset(bookings[traveller]),
            frozenset().union(*(paid.get(booking, frozenset()) for booking in bookings[traveller])),
        )
        for traveller, statements in said.items()
    ]

"""A traveller and their bookings as one value for a page: who, whereto, with what, beside whom, and what was said when.

Whether anybody here was ever a hit is not told: neither the traveller nor who travels with them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson
from django.db import connection

from gatehouse.records import Opening, Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.screening.review.aboard import aboard
from gatehouse.screening.review.booking_versions import Line, Version, side_by_side, versions_of
from gatehouse.screening.review.cabin import Cabin, cabin, seats_on
from gatehouse.screening.review.co_travellers import Link, links_of
from gatehouse.screening.review.data_findings import Finding, findings_about
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.itinerary import Hop, Leg, itinerary
from gatehouse.screening.review.statements import Statement, all_statements
from gatehouse.screening.travellers.models import Traveller
from gatehouse.terms.saying import Saying
from gatehouse.terms.traveller import Bag, Contact, Document
from gatehouse.terms.traveller import Traveller as Said

BOOKINGS_MAX = 20
BOOKING = """
SELECT b.locator, b.state, (
    SELECT v.payload::text FROM travellers_bookingversion v
    WHERE v.booking_id = b.id AND NOT v.superseded ORDER BY v.id DESC LIMIT 1
) FROM travellers_booking b WHERE b.id = %s
"""


class Told(NamedTuple):
    """A value, and by which kinds of messages it was told (`api`, `pnr`)."""

    value: Any
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookingSheet:
    """A booking: as it now stands (`said`, the stored form), and its versions side by side, oldest first."""

    id: int
    locator: str | None
    state: str
    said: dict[str, Any]
    versions: tuple[Version, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TravellerSheet:
    """All that is held on a traveller on one leg. `masked_at`: since when what could be masked is."""

    traveller: int
    name: str
    birth_date: str | None
    role: str
    state: str
    masked_at: dt.datetime | None
    leg: Leg
    statements: tuple[Statement, ...]
    documents: tuple[Told, ...]
    contacts: tuple[Told, ...]
    bags: tuple[Told, ...]
    seats: tuple[str, ...]
    bookings: tuple[BookingSheet, ...]
    hops: tuple[Hop, ...]
    links: tuple[Link, ...]
    cabin: Cabin
    findings: tuple[Finding, ...]


def reference(traveller: int) -> str:
    """How the log and the kernel name a traveller."""
    return f"traveller:{traveller}"


def seen(visit: Visit, traveller: int) -> TravellerSheet:
    """The sheet of a traveller, by the one door; each booking is an opening of its own. ReviewError for nobody."""
    with opened(visit, Act.VIEW, subject(SubjectClass.TRAVELLER, reference(traveller))) as opening:
        return _sheet(opening, traveller)


def _sheet(opening: Opening, traveller: int) -> TravellerSheet:
    row = Traveller.objects.select_related("leg").filter(id=traveller).first()
    if row is None:
        raise ReviewError(Saying("there is no such traveller"), Saying("look for them again"))
    statements = all_statements(traveller)
    current = [one for one in statements if not one.superseded]
    bookings = [_booking(opening, number) for number in _bookings(current)]
    people, leg = aboard(row.leg_id), _leg(row)
    links = links_of(traveller, people)
    return TravellerSheet(
        traveller=traveller,
        name=" ".join(part for part in (row.given_names, row.surname) if part),
        birth_date=row.birth_date,
        role=row.role,
        state=row.state,
        masked_at=row.masked_at,
        leg=leg,
        statements=tuple(statements),
        documents=told(current, lambda said: said.documents),
        contacts=told(current, lambda said: said.contacts),
        bags=told(current, lambda said: said.bags),
        seats=tuple(f"{number}{letter}" for number, letter in sorted(seats_on([o.said for o in current], leg.origin))),
        bookings=tuple(bookings),
        hops=tuple(itinerary(leg, [one.said for one in bookings])),
        links=tuple(links),
        cabin=cabin(traveller, {link.other for link in links}, people, leg.origin),
        findings=tuple(findings_about(current)),
    )


def told(current: Iterable[Statement], part: Callable[[Said], Iterable[Document | Contact | Bag]]) -> tuple[Told, ...]:
    """Each value once, whoever said it, in the order in which it was first said; its segment is the message's."""
    found: dict[tuple[object, ...], list[str]] = {}
    for one in current:
        for value in part(one.said):
            found.setdefault(value._replace(segment=None), []).append(one.source)
    return tuple(Told(value, tuple(dict.fromkeys(sources))) for value, sources in found.items())


def _bookings(current: Iterable[Statement]) -> list[int]:
    return list(dict.fromkeys(one.booking for one in current if one.booking))[:BOOKINGS_MAX]


def _booking(opening: Opening, number: int) -> BookingSheet:
    opening.also(Act.VIEW, subject(SubjectClass.BOOKING, f"booking:{number}"))
    with connection.cursor() as cursor:
        cursor.execute(BOOKING, [number])
        locator, state, payload = cursor.fetchone()
    versions = versions_of(number)
    said = orjson.loads(payload) if payload else {}
    return BookingSheet(number, locator, state, said, tuple(versions), tuple(side_by_side(versions)))


def _leg(row: Traveller) -> Leg:
    leg = row.leg
    flight = f"{leg.carrier or '?'}{leg.number or '?'}{leg.suffix or ''}"
    return Leg(leg.id, flight, leg.origin, leg.destination, leg.departs, leg.arrives, leg.state)

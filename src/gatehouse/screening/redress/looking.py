"""An officer looks: at a request with what happened to it, and at the travellers who are the person."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db import connection

from gatehouse.records import Visit, opened, subject
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.redress import finding
from gatehouse.screening.redress.models import RedressRequest, RequestEvent
from gatehouse.screening.redress.number import shown
from gatehouse.screening.redress.store import KIND, number_of, person_of, reference, row_of, verified_of

FLIGHTS = """
SELECT t.id, l.carrier, l.number, l.suffix, l.origin, l.destination, l.departs FROM travellers_traveller t
JOIN travellers_flightleg l ON l.id = t.leg_id WHERE t.id = ANY(%s) ORDER BY l.departs, t.id
"""
HITS = "SELECT traveller_id, id, list, state FROM hits_hit WHERE traveller_id = ANY(%s) ORDER BY id"


class FoundHit(NamedTuple):
    """A hit of a traveller."""

    id: int
    list: str
    state: str


class FoundTraveller(NamedTuple):
    """A stored traveller who is the person."""

    traveller: int
    flight: str
    departs: str
    hits: tuple[FoundHit, ...]


class Whole(NamedTuple):
    """A request as it is shown: labelled values, and its events (when, what, state after it, by whom)."""

    about: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str, str, str], ...]


def look(visit: Visit, case: str) -> list[FoundTraveller]:
    """The travellers who are the verified person. Raises `RedressError`, `RefusedError`."""
    number = number_of(case)
    with opened(visit, Act.VIEW, subject(KIND, reference(number))):
        ids = finding.travellers_of(verified_of(person_of(RedressRequest.objects.get(id=number)))).ids
        with connection.cursor() as cursor:
            cursor.execute(HITS, [list(ids)])
            hits = cursor.fetchall()
            cursor.execute(FLIGHTS, [list(ids)])
            return [
                FoundTraveller(
                    traveller,
                    f"{carrier or '?'}{number or '?'}{suffix or ''} {origin or '?'}-{destination or '?'}",
                    departs or "",
                    tuple(FoundHit(*rest) for owner, *rest in hits if owner == traveller),
                )
                for traveller, carrier, number, suffix, origin, destination, departs in cursor.fetchall()
            ]


def whole(visit: Visit, case: str, today: dt.date) -> Whole:
    """A request, whole. Raises `UnknownRequestError`, `RefusedError`."""
    number = number_of(case)
    with opened(visit, Act.VIEW, subject(KIND, reference(number))):
        request = RedressRequest.objects.get(id=number)
        person, row = person_of(request), row_of(request, today)
        documents = ", ".join(f"{one} ({issuer})" for one, issuer in person.documents)
        about = (
            ("case", row.case),
            ("about", f"{row.kind}{', asked by the supervisory authority' if request.by_authority else ''}"),
            ("state", row.state),
            ("due", f"{row.due} ({row.step})"),
            ("stated name", person.stated_name),
            ("says", person.says),
            ("verified", f"{person.names} {person.birth_date} {documents}".strip()),
            ("redress no.", shown(person.number) if person.number else ""),
            ("answer", request.outcome or ""),
        )
        events = tuple(
            (
                one.at.isoformat(timespec="seconds"),
                one.event,
                one.state,
                " with ".join(filter(None, (one.actor, one.second))),
            )
            for one in RequestEvent.objects.filter(request=request).order_by("number")
        )
    return Whole(about, events)

"""What makes two statements speak of the same flight, booking or person.

A flight leg: operating carrier, number, suffix, place and local date of departure. A booking: system, locator, date of
creation (airlines use locators again). A person in API data: the carrier's reference (RFF+ABO), else the document, else
name and birth date. A person in a booking: the booking and their number in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gatehouse.screening.stored_text import storable
from gatehouse.terms.booking import Booking
from gatehouse.terms.flight import Flight, Leg, split_designator
from gatehouse.terms.places import airport_country
from gatehouse.terms.traveller import Traveller

UNSTATED = "?"


class LegKey(NamedTuple):
    """A departure. `text` is its key; times are local ISO text. `identified` is false when the key is incomplete."""

    text: str
    carrier: str | None = None
    number: str | None = None
    suffix: str | None = None
    origin: str | None = None
    destination: str | None = None
    departs: str | None = None
    arrives: str | None = None
    identified: bool = False


def leg_key(flights: Sequence[Flight], push: str) -> LegKey:
    """The leg that a message's travellers are put on.

    The one that the message marks as crossing the border, else the first whose ends lie in two countries, else the
    first.

    Where carrier, number, origin or date is missing, the key ends in `push`, which no other message shares.
    """
    flight, leg = _border_leg(flights)
    carrier, number, suffix = flight.carrier, flight.number, flight.suffix
    if flight.operating:
        carrier, number, suffix = split_designator(flight.operating)
    date = leg.departs[:10] if leg.departs else None
    parts = tuple(map(storable, (carrier, number, suffix or "", leg.origin, date)))
    identified = None not in parts and len(date or "") == len("2026-01-31")
    text = "|".join(UNSTATED if part is None else part for part in parts)
    if not identified:
        text = f"{text}|{push}"
    origin, destination, departs, arrives = map(storable, (leg.origin, leg.destination, leg.departs, leg.arrives))
    return LegKey(text, parts[0], parts[1], storable(suffix), origin, destination, departs, arrives, identified)


def _border_leg(flights: Sequence[Flight]) -> tuple[Flight, Leg]:
    nowhere = Leg(None, None)
    legs = [(flight, leg) for flight in flights for leg in flight.legs or (nowhere,)]
    for flight, leg in legs:
        if leg.is_border:
            return flight, leg
    for flight, leg in legs:
        if leg.origin and leg.destination and airport_country(leg.origin) != airport_country(leg.destination):
            return flight, leg
    return legs[0] if legs else (Flight(None, None), nowhere)


def booking_key(booking: Booking, sender: str | None) -> str:
    """System, locator and date of creation; the sender stands in for a system that is not named."""
    first = booking.locators[0] if booking.locators else None
    system = (first.system if first else None) or sender or UNSTATED
    created = (first.created if first else None) or booking.created
    return _stored(f"{system}|{booking.locator or UNSTATED}|{created[:10] if created else UNSTATED}")


def _stored(key: str) -> str:
    """Keys are compared with stored ones, so they are made of what a table can hold from the start."""
    return storable(key) or key


def api_key(said: Traveller) -> str:
    """The person's key in API data: reference, else first document with a number, else name and birth date."""
    if said.reference:
        return _stored(f"ref:{said.reference}")
    for document in said.documents:
        if document.number:
            return _stored(f"doc:{document.type or UNSTATED}|{document.number}|{document.issuer or UNSTATED}")
    return name_key(said)


def name_key(said: Traveller) -> str:
    """Name and birth date, for a person whose data hold nothing better."""
    return _stored("name:" + f"{said.surname or ''}/{said.given_names or ''}|{said.birth_date or UNSTATED}".upper())


def pnr_key(said: Traveller, booking: str) -> str:
    """The person's key in a booking: their number in it (TIF 9944), else their reference, else their name."""
    own = said.number or said.reference
    return _stored(f"pnr:{booking}|{own}" if own else f"pnr:{booking}|{name_key(said)}")

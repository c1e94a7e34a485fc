"""A settled draft becomes a booking and its travellers."""

from __future__ import annotations

from types import MappingProxyType

from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Person
from gatehouse.screening.messages.pnrgov.itinerary import is_pushed
from gatehouse.screening.messages.pnrgov.ticketing import finished
from gatehouse.terms.booking import Booking
from gatehouse.terms.traveller import Traveller


def travellers(booking: BookingDraft) -> list[Traveller]:
    """Every person of the booking as a value, in wire order, added ones last."""
    locator = next(iter(booking.locators.values())).locator if booking.locators else None
    flight = next((flight for flight in booking.flights if is_pushed(flight, booking.pushed)), None)
    for person in booking.people:
        if locator:
            person.sources["locator"] = booking.located_at
        # What was said of the person at check-in is nearer than the segment's status.
        if flight and flight.status and person.status is None:
            person.status = flight.status
            person.sources["status"] = flight.segment
    return [_traveller(person, locator) for person in booking.people]


def _traveller(person: Person, locator: str | None) -> Traveller:
    guardian = person.guardian
    return Traveller(
        role=person.role,
        surname=person.surname,
        given_names=person.given_names,
        title=person.title,
        sex=person.sex,
        birth_date=person.birth_date,
        birth_place=person.birth_place,
        nationalities=(person.nationality,) if person.nationality else (),
        residence=person.residence,
        documents=tuple(person.documents.values()),
        bags=tuple(person.bags.values()),
        bag_count=person.bag_count,
        bag_weight_kg=person.bag_weight_kg,
        seats=tuple(person.seats.values()),
        contacts=tuple(person.contacts.values()),
        locator=locator,
        reference=person.reference,
        number=person.number,
        infant=person.infant,
        accompanied_by=(guardian.number or guardian.reference) if guardian else None,
        loyalty=tuple(person.loyalty),
        tickets=tuple(person.tickets),
        status=person.status,
        segments=(person.first, person.last),
        sources=MappingProxyType(_sources(person)),
        evidence=tuple(person.evidence),
    )


def _sources(person: Person) -> dict[str, int]:
    # The draft has one nationality, the traveller a tuple of them.
    if "nationality" in person.sources:
        person.sources["nationalities"] = person.sources.pop("nationality")
    return person.sources


def finish(booking: BookingDraft, first_index: int) -> Booking:
    """The booking as a value; its travellers stand in the reading from `first_index` on."""
    locators = tuple(booking.locators.values())
    return Booking(
        locator=locators[0].locator if locators else None,
        locators=locators,
        created=next((locator.created for locator in locators if locator.created), None),
        updated=booking.updated,
        ticketed=booking.ticketed,
        travellers=tuple(range(first_index, first_index + len(booking.people))),
        flights=tuple([flight.flight() for flight in booking.flights]),
        contacts=tuple(booking.contacts),
        payments=tuple(booking.payments),
        tickets=tuple([finished(ticket) for ticket in booking.tickets]),
        services=tuple(booking.services),
        remarks=tuple(booking.remarks),
        history=tuple(booking.history),
        other_services=tuple(booking.other_services),
        agency=booking.agency,
        originator=booking.originator,
        split_from=tuple(booking.split_from),
        split_count=booking.split_count,
        cancelled=booking.cancelled,
        segments=(booking.first, booking.last),
        evidence=tuple(booking.evidence),
    )

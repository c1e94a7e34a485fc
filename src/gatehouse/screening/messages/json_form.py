"""The JSON form of a reading: the contract `docs/contracts/read.md`, one object for each message.

Unknown values are null, lists are never null. Dates are ISO 8601 and may be partial. Field names are a contract:
add, never rename.
"""

from __future__ import annotations

from dataclasses import dataclass

from gatehouse.terms.booking import Booking
from gatehouse.terms.finding import Finding
from gatehouse.terms.flight import Flight
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Contact, Traveller

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a message came from: file name, SHA-256 of the whole file, index of the message in it from 0."""

    file: str
    sha256: str
    index: int

    def to_json(self) -> Json:
        """The contract's object."""
        return {"file": self.file, "sha256": self.sha256, "index": self.index}


def to_json(reading: Reading, source: Source) -> Json:
    """The contract's object for one message."""
    return {
        "source": {**source.to_json(), "offset": reading.offset, "end": reading.end},
        "type": reading.type,
        "version": reading.version,
        "function": reading.function,
        "function_code": reading.function_code,
        "sender": reading.sender,
        "recipient": reading.recipient,
        "sent": reading.sent,
        "reference": reading.reference,
        "control_reference": reading.control_reference,
        "common_reference": reading.common_reference,
        "transaction": reading.transaction,
        "revision": reading.revision,
        "part": reading.part._asdict() if reading.part else None,
        "test": reading.test,
        "on_board": reading.on_board,
        "counted": dict(reading.counted),
        "contacts": [_contact(contact) for contact in reading.contacts],
        "flights": [_flight(flight) for flight in reading.flights],
        "travellers": [traveller_json(traveller) for traveller in reading.travellers],
        "bookings": [_booking(booking) for booking in reading.bookings],
        "replies": [reply._asdict() for reply in reading.replies],
        "findings": [finding_json(finding) for finding in reading.findings],
        "evidence": [item._asdict() for item in reading.evidence],
    }


def finding_json(finding: Finding) -> Json:
    """One finding of the contract."""
    return finding._asdict()


def _contact(contact: Contact) -> Json:
    return {"kind": contact.kind, "value": contact.value, "segment": contact.segment}


def _flight(flight: Flight) -> Json:
    return {
        "carrier": flight.carrier,
        "number": flight.number,
        "suffix": flight.suffix,
        "legs": [
            {"origin": leg.origin, "destination": leg.destination, "departs": leg.departs, "arrives": leg.arrives}
            for leg in flight.legs
        ],
        "operating": flight.operating,
        "booking_class": flight.booking_class,
        "status": flight.status,
        "equipment": flight.equipment,
        "segment": flight.segment,
    }


def traveller_json(traveller: Traveller) -> Json:
    """One traveller of the contract."""
    return {
        "role": traveller.role.value,
        "surname": traveller.surname,
        "given_names": traveller.given_names,
        "title": traveller.title,
        "sex": traveller.sex,
        "birth_date": traveller.birth_date,
        "birth_place": traveller.birth_place,
        "nationalities": list(traveller.nationalities),
        "residence": traveller.residence,
        "documents": [document._asdict() for document in traveller.documents],
        "bags": [bag._asdict() for bag in traveller.bags],
        "bag_count": traveller.bag_count,
        "bag_weight_kg": traveller.bag_weight_kg,
        "seats": [seat._asdict() for seat in traveller.seats],
        "contacts": [_contact(contact) for contact in traveller.contacts],
        "locator": traveller.locator,
        "reference": traveller.reference,
        "number": traveller.number,
        "infant": traveller.infant,
        "accompanied_by": traveller.accompanied_by,
        "embarkation": traveller.embarkation,
        "destination": traveller.destination,
        "clearance": traveller.clearance,
        "crew_duty": traveller.crew_duty,
        "verified": traveller.verified,
        "loyalty": list(traveller.loyalty),
        "tickets": list(traveller.tickets),
        "status": traveller.status,
        "segments": list(traveller.segments),
        "sources": dict(traveller.sources),
        "evidence": [item._asdict() for item in traveller.evidence],
    }


def _booking(booking: Booking) -> Json:
    return {
        "locator": booking.locator,
        "locators": [locator._asdict() for locator in booking.locators],
        "created": booking.created,
        "updated": booking.updated,
        "ticketed": booking.ticketed,
        "travellers": len(booking.travellers),
        "traveller_indexes": list(booking.travellers),
        "flights": [_flight(flight) for flight in booking.flights],
        "contacts": [_contact(contact) for contact in booking.contacts],
        "payments": [payment._asdict() for payment in booking.payments],
        "tickets": [ticket._asdict() for ticket in booking.tickets],
        "services": [service._asdict() for service in booking.services],
        "remarks": [remark._asdict() for remark in booking.remarks],
        "history": [item._asdict() for item in booking.history],
        "other_services": [service._asdict() for service in booking.other_services],
        "agency": booking.agency,
        "originator": booking.originator,
        "split_from": list(booking.split_from),
        "split_count": booking.split_count,
        "cancelled": booking.cancelled,
        "segments": list(booking.segments),
        "evidence": [item._asdict() for item in booking.evidence],
    }

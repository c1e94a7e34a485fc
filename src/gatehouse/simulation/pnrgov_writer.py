"""A reading becomes PNRGOV segments (IATA PADIS 10.1 to 21.1): the push's head, then a group for each booking.

Travellers' documents are written as SSR DOCS beside their names, services with a segment reference under it, and
check-in data where a traveller has a seat. Up to 13.1 a code-share is a second bare TVL, from 14.1 on it is TRA.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gatehouse.edifact.writer import message
from gatehouse.simulation.pnrgov_checkin import checked_in
from gatehouse.simulation.pnrgov_texts import address_text, docs_text, email_text
from gatehouse.simulation.style import Style, ddmmyy, hhmm, interchange, sequence
from gatehouse.terms.booking import Booking, SpecialService, Ticket
from gatehouse.terms.flight import Flight
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Contact, Traveller

FIRST_WITH_TRA = 14
CHILD_BELOW_YEARS = 12
MESSAGE_FUNCTIONS = {"22": "22", "141": "141"}
CONTACT_SSR = {"phone": "CTCM", "email": "CTCE", "address": "CTCA", "agency": "CTCT"}


def write(readings: tuple[Reading, ...], style: Style) -> bytes:
    """One interchange with a message for each reading, enveloped as the first one says."""
    return interchange(readings[0], [segments(reading, style) for reading in readings], "PNRGOV", style)


def segments(reading: Reading, style: Style) -> list[str]:
    """UNH to UNT of one reading."""
    version, _, release = style.release.partition(".")
    kind = ("PNRGOV", version, release or "1", "IA")
    reference, common = reading.reference or "1", reading.common_reference or ""
    return message(reference, kind, _body(reading, style), common, sequence(reading), delimiters=style.delimiters)


def _body(reading: Reading, style: Style) -> Iterator[str]:
    flight = reading.flights[0]
    yield style.segment("MSG", ("", MESSAGE_FUNCTIONS[reading.function_code or "22"]))
    yield style.segment("ORG", (flight.carrier or "", reading.sender or ""))
    yield _travel(flight, style, flight.carrier or "", flight.number or "")
    for _, count in reading.counted:
        yield style.segment("EQN", str(count))
    for booking in reading.bookings:
        yield from _booking(booking, [reading.travellers[i] for i in booking.travellers], flight, style)


def _travel(flight: Flight, style: Style, carrier: str | tuple[str, str], number: str | tuple[str, str]) -> str:
    leg = flight.legs[0]
    times = (ddmmyy(leg.departs), hhmm(leg.departs), ddmmyy(leg.arrives), hhmm(leg.arrives))
    return style.segment("TVL", times, leg.origin or "", leg.destination or "", carrier, number)


def _booking(booking: Booking, people: Sequence[Traveller], pushed: Flight, style: Style) -> Iterator[str]:
    write_ = style.segment
    yield write_("SRC")
    yield write_(
        "RCI", *((x.system or "", x.locator, "", ddmmyy(x.created), hhmm(x.created)) for x in booking.locators)
    )
    if booking.cancelled:
        yield write_("ORG")
        return
    for service in booking.services:
        if not service.travellers and service.segment is None:
            yield _service(service, style)
    stamps = [("700", ddmmyy(booking.updated), hhmm(booking.updated))] if booking.updated else []
    stamps += [("710", ddmmyy(booking.ticketed), hhmm(booking.ticketed))] if booking.ticketed else []
    yield write_("DAT", *stamps)
    for contact in booking.contacts:
        yield from _contact(contact, style)
    yield _originator(booking, style)
    for traveller in people:
        yield from _traveller(traveller, booking, pushed, style)
    # Services and check-in refer to travellers by number once, under the pushed flight.
    for index, flight in enumerate(booking.flights):
        yield from _segment(booking, flight, people if index == 0 else (), style)
    yield from _tail(booking, style)


def _contact(contact: Contact, style: Style) -> Iterator[str]:
    if contact.kind == "address":
        yield style.segment("ADD", "", address_text(contact.value))
    else:
        value = email_text(contact.value) if contact.kind == "email" else contact.value
        yield style.segment("IFT", ("4", "28", "", "YY"), f"{CONTACT_SSR[contact.kind]} {value}")


def _originator(booking: Booking, style: Style) -> str:
    agent = booking.agency or ""
    system, _, office = (booking.originator or "").partition("/")
    return style.segment("ORG", (system, office), (agent, office), office, "", "T" if agent else "A")


def _given(traveller: Traveller, style: Style) -> str:
    return style.title_joint.join(part for part in (traveller.given_names, traveller.title) if part)


def _passenger_type(traveller: Traveller, pushed: Flight) -> str:
    if traveller.infant:
        return "IN"
    born, departs = traveller.birth_date, pushed.legs[0].departs
    if born and departs and int(departs[:4]) - int(born[:4]) < CHILD_BELOW_YEARS:
        return "C"
    return "A"


def _traveller(traveller: Traveller, booking: Booking, pushed: Flight, style: Style) -> Iterator[str]:
    write_ = style.segment
    number = traveller.number or ""
    if traveller.role == "group":
        yield write_("TIF", (traveller.surname or "", "G"))
        return
    kind = _passenger_type(traveller, pushed)
    accompanied = "1" if traveller.accompanied_by else ""
    yield write_("TIF", traveller.surname or "", (_given(traveller, style), kind, number, accompanied))
    for account in traveller.loyalty:
        yield write_("FTI", (account[:2], account[2:]))
    if traveller.reference:
        yield write_("REF", ("", traveller.reference))
    for document in traveller.documents:
        told = docs_text(traveller, document)
        yield write_("SSR", ("DOCS", "HK", "1", pushed.carrier or "", "", "", "", "", told))
    for service in booking.services:
        if number in service.travellers and service.segment is None:
            yield _service(service, style)
    for ticket in booking.tickets:
        if ticket.traveller == number:
            yield from _ticket(ticket, booking, style)


def _service(service: SpecialService, style: Style) -> str:
    quantity = str(service.quantity) if service.quantity is not None else ""
    places = (service.origin or "", service.destination or "")
    head = (service.code, service.status or "", quantity, service.carrier or "", "", "", *places, service.text or "")
    if service.segment is None:
        return style.segment("SSR", head)
    return style.segment("SSR", head, *(("", "", number) for number in service.travellers))


def _ticket(ticket: Ticket, booking: Booking, style: Style) -> Iterator[str]:
    yield style.segment("TKT", (ticket.number or "", ticket.kind or "T", "1"))
    if ticket.total:
        amounts = [("B", ticket.fare or "", ticket.currency or ""), ("T", ticket.total, ticket.currency or "")]
        yield style.segment("MON", *amounts)
    if ticket.issued:
        yield style.segment("DAT", ("710", ddmmyy(ticket.issued)))
    for payment in booking.payments:
        # MMYY on the wire, from the YYYY-MM of our own terms.
        expires = (payment.expires or "")[5:7] + (payment.expires or "")[2:4]
        # Masked by the sender as card schemes ask; a whole number must never stand in a test file either.
        account = f"XXXXXXXXXXXX{payment.account}" if payment.account else ""
        yield style.segment("FOP", (payment.kind, "", payment.amount or "", payment.vendor or "", account, expires))


def _segment(booking: Booking, flight: Flight, people: Sequence[Traveller], style: Style) -> Iterator[str]:
    # RPI counts people, the unnamed element of a group as one, as hosts do before names are in.
    shared = (flight.operating or "")[:2]
    carrier = (flight.carrier or "", shared) if shared else flight.carrier or ""
    yield _travel(flight, style, carrier, (flight.number or "", flight.booking_class or ""))
    if shared:
        operating = ((flight.operating or "")[2:], flight.booking_class or "")
        if int(style.release.split(".")[0]) >= FIRST_WITH_TRA:
            yield style.segment("TRA", shared, operating)
        else:
            yield style.segment("TVL", "", "", "", "", operating)
    yield style.segment("RPI", str(len(booking.travellers)), flight.status or "HK")
    if flight.equipment:
        yield style.segment("APD", flight.equipment)
    if not people:
        return
    for service in booking.services:
        if service.segment is not None:
            yield _service(service, style)
    yield from checked_in(people, flight, style)


def _tail(booking: Booking, style: Style) -> Iterator[str]:
    if booking.split_from:
        yield style.segment("EQN", str(booking.split_count or 1))
        yield style.segment("RCI", *((booking.locators[0].system or "", locator) for locator in booking.split_from))
    for item in booking.history:
        yield style.segment("ABI", "4", (item.by or "", "GS"), "", "", (item.by or "")[:2])
        yield style.segment("DAT", ("T", ddmmyy(item.at), hhmm(item.at)))
        yield style.segment("SAC", "", "", {"added": "A", "cancelled": "X", "changed": "C"}[item.action])
        yield style.segment("SSR", ("SEAT", "HK", "1", (item.by or "")[:2], "", "", "", "", item.text or ""))

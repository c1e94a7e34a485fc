"""SSR: collected as the booking is read, settled when all its people are known."""

from __future__ import annotations

import re
from collections.abc import Callable

from gatehouse.edifact import Segment
from gatehouse.screening.intake.sensitive.marker import is_removed_code
from gatehouse.screening.messages.pnrgov.assign import settle_doca, settle_doco, settle_docs
from gatehouse.screening.messages.pnrgov.cards import masked_text
from gatehouse.screening.messages.pnrgov.checkin import give_seat, seat_number
from gatehouse.screening.messages.pnrgov.contacts import KINDS as CONTACT_CODES
from gatehouse.screening.messages.pnrgov.contacts import contact, faults, give
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft, Elements, Person, Service
from gatehouse.screening.messages.pnrgov.infants import link_infants, settle_infant
from gatehouse.screening.messages.pnrgov.party import infants_of, name_keys, named, numbered, only_adult
from gatehouse.screening.messages.pnrgov.remarks import masked
from gatehouse.screening.messages.pnrgov.ticketing import add_ticket
from gatehouse.screening.messages.pnrgov.travellers import add_loyalty
from gatehouse.terms.booking import SpecialService
from gatehouse.terms.dates import ddmmmyy
from gatehouse.terms.finding import info
from gatehouse.terms.quantity import whole
from gatehouse.terms.traveller import Document, Seat

TEXT = 8
"""Where the free text of an SSR begins (PADIS C-composite of SSR, component 9)."""
CANCELLED = frozenset({"XX", "HX", "XK"})
"""AIRIMP statuses of a service that is no longer asked for: such an INFT brings no infant."""

Settler = Callable[[BookingDraft, Service, list[Person]], bool]
"""Takes a service and the people it is addressed to; true when its text was understood into fields."""

_TICKET = re.compile(r"(INF)?[. ]?(\d{13,14})(?!\d)")
_SEAT_IN_TEXT = re.compile(r"\b0*(\d{1,3}[A-Z])[NS]?(?:-\d|\b)")
"""N and S behind a seat once said whether smoking was allowed there; `-1` begins the name of who sits on it."""
_NAME_BEHIND = re.compile(r"-\d{0,2}([A-Z][A-Z '-]*)/([A-Z][A-Z '-]*)$")
_NAMED_OTHERWISE = frozenset({"DOCS", "INFT"})
_MEMBER = re.compile(r"/?([A-Z0-9]{2}) ?/?([A-Z0-9]{4,20})")
_IDENTITY = re.compile(r"/?(PP|NI|ID)[ /]*([A-Z0-9]{4,20})")
_IDENTITY_TYPES = {"PP": "P", "NI": "I", "ID": "I"}


def special_service(booking: BookingDraft, segment: Segment, elements: Elements) -> None:
    """An SSR of GR.1, 2 or 5: put with the others until the booking is whole. One that was taken out says nothing."""
    head = [part.strip() for part in (elements[0] if elements else [])] + [""] * TEXT
    if booking.person:
        booking.person.touch(segment.ordinal)
    if is_removed_code(head[0].upper()):
        return
    flight = booking.flight
    booking.waiting.append(
        Service(
            head[0].upper(),
            head[1],
            head[2],
            head[3],
            head[6] or (flight.leg.origin or "" if flight else ""),
            head[7] or (flight.leg.destination or "" if flight else ""),
            " ".join([part for part in head[TEXT:] if part]) if len(head) > TEXT else "",
            tuple([_seat_and_reference(element) for element in elements[1:]]) if len(elements) > 1 else (),
            flight,
            booking.person,
            segment.ordinal,
        )
    )


def _seat_and_reference(element: list[str]) -> tuple[str, str]:
    return element[0].strip(), element[2].strip() if len(element) > 2 else ""


def settle(booking: BookingDraft) -> None:
    """Give every SSR to the people it speaks of: infants first, so that their documents find them."""
    link_infants(booking)
    # Infants come first: a DOCS may stand before the INFT that makes its holder known.
    infants = [service for service in booking.waiting if service.code == "INFT"]
    for service in infants:
        if service.status not in CANCELLED:
            settle_infant(booking, service, _addressed(booking, service))
    for service in booking.waiting:
        people = _addressed(booking, service)
        settler = SETTLERS.get(service.code)
        understood = settler(booking, service, people) if settler else service.code == "INFT"
        _keep(booking, service, people, understood)


def _addressed(booking: BookingDraft, service: Service) -> list[Person]:
    """The people whose 9944 the SSR gives, else the one it stands under, else whom `-1SURNAME/GIVEN` names."""
    people = [person for _, reference in service.seats if (person := numbered(booking, reference))]
    for person in people:
        person.touch(service.segment)
    if people or service.owner:
        return people or [person for person in (service.owner,) if person]
    # DOCS has more than a name to tell its holder by, and an INFT's name is the infant's.
    found = _NAME_BEHIND.search(service.text) if "-" in service.text and service.code not in _NAMED_OTHERWISE else None
    person = named(booking, name_keys(found[1], found[2])) if found else None
    if person:
        person.touch(service.segment)
    return [person] if person else []


def _keep(booking: BookingDraft, service: Service, people: list[Person], understood: bool) -> None:
    """File the service; its text only where no field holds it already."""
    # Once for each SSR is enough, however many references it has.
    for _, reference in service.seats:
        if reference and not people:
            text = "SSR is for a traveller reference that the booking does not have"
            booking.findings.append(info("reference-unknown", service.segment, text))
            break
    text = "" if understood else masked(booking, service.text, service.segment)
    booking.services.append(
        SpecialService(
            service.code,
            service.status or None,
            whole(service.quantity),
            service.carrier or None,
            service.origin or None,
            service.destination or None,
            text or None,
            tuple([person.number for person in people if person.number]),
            service.segment,
        )
    )


def _contact(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    found = contact(service.code, service.text, service.segment)
    if found is None:
        return False
    booking.findings.extend(faults(found))
    for person in people:
        give(person, found)
    if not people:
        booking.contacts.append(found._replace(value=masked_text(found.value)))
    return True


def _child(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """CHLD: the birth date of a child."""
    birth = ddmmmyy(service.text.strip("/ ")[:9].split("/")[0].split("-")[0].strip(), booking.year)
    if birth is None or len(people) != 1:
        return False
    people[0].state("birth_date", birth, service.segment)
    return True


def _frequent_flyer(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """FQTV: carrier and number run together, perhaps with `-LAST/FIRST` behind."""
    found = _MEMBER.match(service.text)
    people = people or [person for person in (only_adult(booking),) if person]
    if not found or len(people) != 1:
        return False
    add_loyalty(people[0], found[1], found[2], service.segment)
    return True


def _ticket(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """TKNE, TKNA, TKNM: the ticket number; with `INF` before it, the infant's."""
    found = _TICKET.search(service.text)
    people = people or [person for person in (only_adult(booking),) if person]
    if not found or len(people) != 1:
        return False
    person = people[0]
    # INF before a ticket number: the adult's SSR carries the infant's ticket.
    if found[1] and not person.infant:
        infants = infants_of(booking, person)
        if len(infants) != 1:
            return False
        person = infants[0]
    add_ticket(person, found[2], service.segment)
    return True


def _seat(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """SEAT, NSST, RQST …: each element a seat and whose it is; in free text only where one person can be meant."""
    alone = people[0] if len(people) == 1 else service.owner or only_adult(booking)
    for data, reference in service.seats:
        number = seat_number(data)
        person = numbered(booking, reference) or (alone if not reference else None)
        if number and person:
            _give(service, person, number)
    # Two seats and no references cannot be dealt out without guessing.
    numbers = [] if any(data for data, _ in service.seats) else _SEAT_IN_TEXT.findall(service.text)
    if alone and len(numbers) == 1:
        _give(service, alone, numbers[0])
        return True
    return not service.text


def _give(service: Service, person: Person, number: str) -> None:
    give_seat(person, Seat(number, service.origin or None, service.destination or None, None, service.segment))


def _identity(_booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """FOID: a passport or identity card number; a card or locator as form of identity stays a service."""
    found = _IDENTITY.match(service.text.upper())
    if not found or len(people) != 1:
        return False
    kind = _IDENTITY_TYPES[found[1]]
    if not any((known, found[2]) in people[0].documents for known in (kind, None)):
        document = Document(kind, found[2], segment=service.segment)
        people[0].documents.setdefault((kind, found[2]), document)
        people[0].sources.setdefault("documents", service.segment)
    return True


def _named_in_text(booking: BookingDraft, service: Service, people: list[Person]) -> bool:
    """UMNR and OTHS keep their text whole; a `-1SURNAME/GIVEN` behind it says whose it is."""
    _, _, name = service.text.rpartition("-1")
    if not people and "/" in name:
        surname, _, given = name.partition("/")
        person = named(booking, name_keys(surname, given))
        if person:
            people.append(person)
            person.touch(service.segment)
    return False


SETTLERS: dict[str, Settler] = {
    "DOCS": settle_docs,
    "DOCO": settle_doco,
    "DOCA": settle_doca,
    "CHLD": _child,
    "FQTV": _frequent_flyer,
    "FQTR": _frequent_flyer,
    "FQTU": _frequent_flyer,
    "FQTS": _frequent_flyer,
    "TKNE": _ticket,
    "TKNA": _ticket,
    "TKNM": _ticket,
    "SEAT": _seat,
    "NSST": _seat,
    "NSSA": _seat,
    "NSSW": _seat,
    "RQST": _seat,
    "SMST": _seat,
    "SMSA": _seat,
    "SMSW": _seat,
    "FOID": _identity,
    "UMNR": _named_in_text,
    "OTHS": _named_in_text,
    **dict.fromkeys(CONTACT_CODES, _contact),
}

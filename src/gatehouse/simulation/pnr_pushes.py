"""What a reservation system pushes of a flight: every booking a day before, the changed ones after the doors close."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from gatehouse.simulation.api_lists import Manifest
from gatehouse.simulation.outgoing import HOME_RECIPIENT, Outgoing, documents_of
from gatehouse.simulation.parties import Guest, Party
from gatehouse.simulation.pnr_extras import contacts_of, extras_of, history_of, tickets_of
from gatehouse.simulation.style import Style
from gatehouse.simulation.timetable import HOME, Service
from gatehouse.terms.booking import Booking, Locator
from gatehouse.terms.reading import Part, Reading
from gatehouse.terms.traveller import Bag, Role, Seat, Traveller

BOOKINGS_PER_PART = 60
WITH_DOCUMENTS = 0.75
UPDATED = 0.1
CANCELLED = 0.02
KILOGRAMS_PER_BAG = 17


def _traveller(guest: Guest, number: int, party: Party, manifest: Manifest, checked_in: bool) -> Traveller:
    told = guest.told
    told_documents = documents_of(guest)[:1] if _tells_documents(party) else ()
    carrier = manifest.service.carrier.designator
    bags = (
        Bag(f"{carrier}{guest.number % 10**6:06}", guest.bags, destination=manifest.service.border_leg.destination),
    )
    return Traveller(
        role=Role.PASSENGER,
        surname=told.surname,
        given_names=told.given_names or None,
        title=_title(guest, manifest.style),
        sex=told.sex if told_documents else None,
        birth_date=told.birth_date if told_documents else None,
        nationalities=(told.nationality,) if told_documents and told.nationality else (),
        documents=told_documents,
        bags=bags if checked_in and guest.bags else (),
        bag_weight_kg=float(guest.bags * KILOGRAMS_PER_BAG) if checked_in and guest.bags else None,
        seats=(Seat(guest.seat, cabin="Y"),) if checked_in and guest.seat else (),
        locator=party.locator,
        reference=guest.reference,
        number=str(number),
        infant=guest.kind == "infant",
        # PNRGOV marks the adult who holds an infant, and not the infant.
        accompanied_by="1" if any(other.adult == number - 1 for other in party.guests) else None,
    )


def _title(guest: Guest, style: Style) -> str | None:
    """The title that the host runs on to the given names, if there are any; a host without blanks knows no MS."""
    if not guest.told.given_names or guest.variation == "title-glued":
        return None
    return "MRS" if guest.title == "MS" and not style.title_joint else guest.title


def _tells_documents(party: Party) -> bool:
    """Whether the booking carries DOCS: the same answer in every push of the party."""
    return Random(party.locator).random() < WITH_DOCUMENTS


def _unnamed(party: Party) -> tuple[Traveller, ...]:
    """The element of a group's places without names."""
    return (Traveller(Role.GROUP, surname=f"TOUR {party.locator[:3]}"),) if party.unnamed else ()


def _booking(party: Party, manifest: Manifest, first: int, dice: Random) -> Booking:
    service = manifest.service
    system = service.carrier.designator
    flight = replace(service.flight(only_border=True), booking_class=dice.choice("YMKLVQ"))
    # The pushed flight keeps the operating number; only the booking shows the partner's.
    if service.marketed:
        flight = replace(
            flight,
            carrier=service.marketed[:2],
            number=service.marketed[2:],
            operating=f"{system}{service.number}",
        )
    people = len(party.guests) + len(_unnamed(party))
    booked = party.booked.isoformat(timespec="minutes")
    agency = f"{dice.randrange(10**7, 10**8)}" if dice.random() < 0.4 else None
    return Booking(
        locator=party.locator,
        locators=(Locator(system, party.locator, booked),),
        created=booked,
        updated=(service.departs - dt.timedelta(hours=30)).isoformat(timespec="minutes"),
        ticketed=booked,
        travellers=tuple(range(first, first + people)),
        flights=(flight,),
        contacts=contacts_of(party, dice),
        **tickets_of(party, service, dice),
        services=extras_of(party, system, dice),
        history=history_of(party, dice),
        agency=agency,
        originator=f"{service.carrier.system}/{dice.choice(('VIE', 'LON', 'IST', 'FRA'))}",
        split_from=("".join(reversed(party.locator)),) if party.kind == "friends" and dice.random() < 0.3 else (),
        split_count=1,
    )


def _head(manifest: Manifest, at: dt.datetime, function: str, mark: str, bookings: int) -> Reading:
    service = manifest.service
    return Reading(
        type="PNRGOV",
        function="pnr-push" if function == "22" else "pnr-update",
        function_code=function,
        sender=service.carrier.system,
        recipient=HOME_RECIPIENT,
        sent=at.isoformat(timespec="minutes"),
        control_reference=f"{service.number}{mark}",
        common_reference=f"{service.departs:%d%m%y/%H%M}/{service.carrier.designator}/{service.number}",
        flights=(service.flight(only_border=True),),
        counted=(("bookings", bookings),),
    )


def _message(
    head: Reading, parties: Sequence[Party], manifest: Manifest, dice: Random
) -> tuple[Reading, tuple[Guest | None, ...]]:
    checked_in = head.function_code == "141"
    travellers: list[Traveller] = []
    guests: list[Guest | None] = []
    bookings = []
    for party in parties:
        bookings.append(_booking(party, manifest, len(travellers), dice))
        travellers += [_traveller(g, i, party, manifest, checked_in) for i, g in enumerate(party.guests, 1)]
        travellers += _unnamed(party)
        guests += [*party.guests, *(None for _ in _unnamed(party))]
    return replace(head, travellers=tuple(travellers), bookings=tuple(bookings)), tuple(guests)


def _cancelled(party: Party, carrier: str) -> Booking:
    return Booking(
        party.locator, (Locator(carrier, party.locator, party.booked.isoformat(timespec="minutes")),), cancelled=True
    )


def _series(head: Reading, parties: Sequence[Party], manifest: Manifest, dice: Random) -> Outgoing:
    chunks = [parties[i : i + BOOKINGS_PER_PART] for i in range(0, len(parties), BOOKINGS_PER_PART)]
    readings, guests = [], []
    for number, chunk in enumerate(chunks, 1):
        part = Part(number, number == len(chunks)) if len(chunks) > 1 else None
        reading, people = _message(replace(head, part=part, reference=str(number)), chunk, manifest, dice)
        readings.append(reading)
        guests.append(people)
    stem = f"{manifest.service.designator}_pnr_{head.function}_{head.control_reference}"
    at = dt.datetime.fromisoformat(head.sent or "")
    return Outgoing(at, stem, "pnr", tuple(readings), tuple(guests), manifest.style)


def pnr_files(manifest: Manifest, dice: Random) -> Iterator[Outgoing]:
    """The full push a day before departure and the update push after the doors close."""
    service, parties = manifest.service, manifest.parties
    full = _head(manifest, service.departs - dt.timedelta(hours=24), "22", "F", len(parties))
    yield _series(full, parties, manifest, dice)
    changed = [party for party in parties if dice.random() < UPDATED]
    gone = [party for party in parties if party not in changed and dice.random() < CANCELLED]
    if not changed:
        return
    at = service.departs + dt.timedelta(minutes=9)
    # The update push counts cancelled bookings too; they have a locator and nothing else.
    update = _series(_head(manifest, at, "141", "U", len(changed) + len(gone)), changed, manifest, dice)
    last = update.readings[-1]
    ended = tuple(_cancelled(party, service.carrier.designator) for party in gone)
    yield replace(update, readings=(*update.readings[:-1], replace(last, bookings=(*last.bookings, *ended))))


def pnr_style(service: Service) -> Style:
    """The plain style of the system that hosts the carrier's bookings."""
    joint = " " if service.carrier.system in ("1S", "1N") else ""
    return Style(service.carrier.pnr_version, HOME, repertoire=("IATA", "1"), title_joint=joint)

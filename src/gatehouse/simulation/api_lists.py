"""What departure control sends of a flight: passenger and crew lists, single parties, changes, the close-out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from gatehouse.simulation.outgoing import HOME_RECIPIENT, Outgoing, documents_of
from gatehouse.simulation.parties import Guest, Party
from gatehouse.simulation.style import Style
from gatehouse.simulation.timetable import HOME, Service
from gatehouse.terms.reading import Part, Reading
from gatehouse.terms.traveller import Bag, Contact, Document, Role, Seat, Traveller

PERSONS_PER_PART = 120
INTERACTIVE_PARTIES_MAX = 6
INTERACTIVE_PERSONS_MAX = 10
"""Most persons in one interactive request (the Chinese profile's limit)."""

NO_SHOWS_MAX = 3
CREW_DUTIES = ("CR1", "CR1", "CR2", "CR2", "CR2", "CR3")
MISSING = {"birth_date": 0.006, "nationality": 0.01, "document": 0.004, "expires": 0.025}
"""Shares of travellers who are not planted of whom a list does not tell a field."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A flight with the people on it, and the way their carrier writes."""

    service: Service
    parties: tuple[Party, ...]
    crew: tuple[Guest, ...]
    style: Style


def _document(guest: Guest, dice: Random) -> tuple[Document, ...]:
    carried = documents_of(guest)
    # A planted traveller lacks only what their variation says, or recall by kind would mean nothing.
    if guest.entry_id:
        return carried
    if dice.random() < MISSING["document"]:
        return ()
    lacks_expiry = dice.random() < MISSING["expires"]
    return tuple(document._replace(expires=None) for document in carried) if lacks_expiry else carried


def _traveller(guest: Guest, locator: str | None, manifest: Manifest, dice: Random) -> Traveller:
    leg = manifest.service.border_leg
    told = guest.told
    lacks = {field for field, share in MISSING.items() if not guest.entry_id and dice.random() < share}
    crew = guest.kind == "crew"
    return Traveller(
        role=Role.CREW if crew else Role.PASSENGER,
        surname=guest.told.surname,
        given_names=guest.told.given_names or None,
        sex=told.sex,
        birth_date=None if "birth_date" in lacks else told.birth_date,
        birth_place=told.birth_place if crew or dice.random() < 0.2 else None,
        nationalities=() if "nationality" in lacks or not told.nationality else (told.nationality,),
        residence=told.nationality if dice.random() < 0.3 else None,
        documents=_document(guest, dice),
        bags=_bags(guest, manifest.service.carrier.designator) if dice.random() < 0.5 else (),
        bag_count=guest.bags if not crew and dice.random() < 0.6 else None,
        seats=(Seat(guest.seat),) if guest.seat else (),
        locator=locator,
        # Crew are on no booking, so nothing of theirs joins API to PNR.
        reference=None if crew else guest.reference,
        embarkation=leg.origin,
        destination=leg.destination,
        clearance=leg.destination,
        crew_duty=CREW_DUTIES[guest.number % len(CREW_DUTIES)] if crew else None,
        verified=None if crew else dice.random() < 0.8,
    )


def _bags(guest: Guest, carrier: str) -> tuple[Bag, ...]:
    return (Bag(f"{carrier}{guest.number % 10**6:06}", guest.bags),) if guest.bags else ()


def _head(manifest: Manifest, at: dt.datetime, function: tuple[str, str], mark: str) -> Reading:
    service = manifest.service
    reference = f"{service.number}{mark}"
    return Reading(
        type="PAXLST",
        function=function[0],
        function_code=function[1],
        sender=f"{service.carrier.designator}DCS",
        recipient=HOME_RECIPIENT,
        sent=at.isoformat(timespec="minutes"),
        reference="PAX001",
        control_reference=reference[:14],
        common_reference=f"{service.designator}/{service.departs:%y%m%d/%H%M}",
        contacts=(Contact("phone", "43 1 555 0100"), Contact("email", "OPS.AT.EXAMPLE.ORG")),
        flights=(service.flight(only_border=False),),
    )


def _outgoing(manifest: Manifest, head: Reading, people: Sequence[tuple[Guest, str | None]], dice: Random) -> Outgoing:
    """The file for one list, in parts of a series where it is long."""
    at = dt.datetime.fromisoformat(head.sent or "")
    chunks = [people[i : i + PERSONS_PER_PART] for i in range(0, len(people), PERSONS_PER_PART)] or [people]
    readings = []
    for number, chunk in enumerate(chunks, 1):
        part = Part(number, number == len(chunks)) if len(chunks) > 1 else None
        travellers = tuple(_traveller(guest, locator, manifest, dice) for guest, locator in chunk)
        readings.append(replace(head, part=part, reference=f"PAX{number:03}", travellers=travellers))
    guests = tuple(tuple(guest for guest, _ in chunk) for chunk in chunks)
    stem = f"{manifest.service.designator}_api_{head.function}_{head.control_reference}"
    return Outgoing(at, stem, "api", tuple(readings), guests, manifest.style)


def _everybody(parties: Sequence[Party]) -> list[tuple[Guest, str | None]]:
    return [(guest, party.locator) for party in parties for guest in party.guests]


def api_files(manifest: Manifest, dice: Random) -> Iterator[Outgoing]:
    """Every API file of a flight, in the order of sending."""
    service = manifest.service
    before = dt.timedelta(minutes=1)
    if service.carrier.habit == "interactive":
        yield from _interactive(manifest, dice)
    crew_head = replace(
        _head(manifest, service.departs - 60 * before, ("crew-list", "250"), "C"), counted=(("41", len(manifest.crew)),)
    )
    yield _outgoing(manifest, crew_head, [(guest, None) for guest in manifest.crew], dice)
    people = _everybody(manifest.parties)
    head = replace(
        _head(manifest, service.departs - 35 * before, ("passenger-list", "745"), "P"), counted=(("42", len(people)),)
    )
    yield _outgoing(manifest, head, people, dice)
    yield from _afterwards(manifest, people, dice)


def _interactive(manifest: Manifest, dice: Random) -> Iterator[Outgoing]:
    """One message for a party at check-in, each with a transaction of its own, and for one of them a change."""
    departs = manifest.service.departs
    asked = [party for party in manifest.parties if len(party.guests) <= INTERACTIVE_PERSONS_MAX]
    asked = dice.sample(asked, min(INTERACTIVE_PARTIES_MAX, len(asked)))
    for number, party in enumerate(asked, 1):
        at = departs - dt.timedelta(minutes=150 - 5 * number)
        head = _head(manifest, at, ("passenger-list", "745"), f"I{number}")
        head = replace(head, transaction=f"I{manifest.service.number}{number:04}", revision="0")
        yield _outgoing(manifest, head, _everybody([party]), dice)
    # The same transaction with a higher revision replaces the earlier answer (WCO/IATA guide, RFF TN).
    for party in asked[:1]:
        head = _head(manifest, departs - dt.timedelta(minutes=90), ("change", "745+CP"), "X1")
        head = replace(head, transaction=f"I{manifest.service.number}0001", revision="1")
        yield _outgoing(manifest, head, _everybody([party]), dice)


def _afterwards(manifest: Manifest, people: Sequence[tuple[Guest, str | None]], dice: Random) -> Iterator[Outgoing]:
    """A cancelled reservation now and then, and the close-out: who is on board, or who is not."""
    departs = manifest.service.departs
    absent = dice.sample(list(people), min(len(people), dice.randrange(NO_SHOWS_MAX + 1)))
    if absent and dice.random() < 0.3:
        head = _head(manifest, departs - dt.timedelta(minutes=25), ("cancel", "745+XR"), "R")
        yield _outgoing(manifest, head, absent[:1], dice)
    closing = departs + dt.timedelta(minutes=4)
    if manifest.service.carrier.habit == "interactive":
        gone = {guest.number for guest, _ in absent}
        boarded = [pair for pair in people if pair[0].number not in gone]
        yield _identified(_outgoing(manifest, _head(manifest, closing, ("close", "266+CLOB"), "L"), boarded, dice))
    elif absent:
        yield _identified(_outgoing(manifest, _head(manifest, closing, ("close", "266+CLNB"), "L"), absent, dice))


def _identified(outgoing: Outgoing) -> Outgoing:
    """A close-out tells of each person no more than the name and the references."""
    readings = tuple(
        replace(
            reading,
            travellers=tuple(
                Traveller(t.role, t.surname, t.given_names, locator=t.locator, reference=t.reference)
                for t in reading.travellers
            ),
        )
        for reading in outgoing.readings
    )
    return replace(outgoing, readings=readings)


def home_style(service: Service) -> Style:
    """The plain style of the flight's carrier."""
    return Style(service.carrier.api_release, HOME, repertoire=("UNOA", "4"))

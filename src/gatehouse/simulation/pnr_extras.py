"""What a booking holds beside people and flights: tickets, payments, contacts, meals and other services, history."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TypedDict

from gatehouse.simulation.parties import Party
from gatehouse.simulation.timetable import Service
from gatehouse.terms.airlines import airline
from gatehouse.terms.booking import HistoryItem, Payment, SpecialService, Ticket
from gatehouse.terms.traveller import Contact

MEALS = ("VGML", "MOML", "KSML", "HNML", "CHML", "BBML", "GFML", "DBML")
CARD_VENDORS = ("VI", "CA", "AX")
CITIES = ("WIEN", "GRAZ", "LINZ", "MUENCHEN", "ISTANBUL", "LONDON")
FICTITIOUS_PREFIX = "000"
"""Ticket prefix of carriers that the airline table does not know."""

WITH_MEAL, WITH_PHONE, WITH_EMAIL, WITH_ADDRESS, WITH_HISTORY = 0.12, 0.7, 0.5, 0.1, 0.15


class Paid(TypedDict):
    """The fields of a booking that say what was paid for."""

    tickets: tuple[Ticket, ...]
    payments: tuple[Payment, ...]


def tickets_of(party: Party, service: Service, dice: Random) -> Paid:
    """A ticket for each traveller and one form of payment; cards show four digits."""
    known = airline(service.carrier.designator)
    prefix = (known.prefix if known else None) or FICTITIOUS_PREFIX
    fare = dice.randrange(40, 900)
    issued = party.booked.date().isoformat()
    # A fifth for taxes and fees: any share will do, as long as total and fare differ.
    total = f"{fare * 1.21:.2f}"
    tickets = tuple(
        Ticket(f"{prefix}{dice.randrange(10**10):010}", "T", issued, f"{fare}.00", total, "EUR", traveller=str(number))
        for number, _ in enumerate(party.guests, 1)
    )
    if dice.random() < 0.12:
        return Paid(tickets=tickets, payments=(Payment("CA", total),))
    expires = (party.booked + dt.timedelta(days=dice.randrange(300, 1400))).strftime("%Y-%m")
    # Four digits, because a booking that shows more must be masked by whoever receives it.
    card = Payment("CC", total, None, dice.choice(CARD_VENDORS), f"{dice.randrange(10**4):04}", expires)
    return Paid(tickets=tickets, payments=(card,))


def contacts_of(party: Party, dice: Random) -> tuple[Contact, ...]:
    """Telephone, e-mail and address, each for a share of bookings; numbers and domains are reserved for examples."""
    found = []
    if dice.random() < WITH_PHONE:
        found.append(Contact("phone", f"4315550{dice.randrange(1000):03}"))
    if dice.random() < WITH_EMAIL:
        name = party.guests[0].told.surname.replace(" ", "_").lower()
        found.append(Contact("email", f"{name}@example.org"))
    if dice.random() < WITH_ADDRESS:
        found.append(Contact("address", f"{dice.randrange(1, 90)} MUSTERGASSE, {dice.choice(CITIES)}, AT"))
    return tuple(found)


def extras_of(party: Party, carrier: str, dice: Random) -> tuple[SpecialService, ...]:
    """Meals, infants, groups and unaccompanied minors as SSR."""
    services = []
    for number, guest in enumerate(party.guests, 1):
        if guest.kind != "infant" and dice.random() < WITH_MEAL:
            services.append(SpecialService(dice.choice(MEALS), "HK", 1, carrier, travellers=(str(number),)))
    if party.kind == "group":
        places = len(party.guests) + party.unnamed
        services.append(SpecialService("GRPS", "HK", places, carrier, text=f"TCP{places} TOUR"))
    return tuple(services)


def history_of(party: Party, dice: Random) -> tuple[HistoryItem, ...]:
    """Now and then a change of seat."""
    if dice.random() >= WITH_HISTORY:
        return ()
    at = (party.booked + dt.timedelta(days=1)).isoformat(timespec="minutes")
    return (HistoryItem(dice.choice(("added", "changed")), at, "VIEOS", "SEAT", f"/{dice.randrange(1, 30)}C"),)

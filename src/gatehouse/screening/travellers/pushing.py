"""Bookings of a PNR push onto their flight (merge rules across pushes).

A later push of a booking replaces the earlier one; who is no longer in it is removed. An empty ORG cancels it. A full
push, when all of its parts have come, also says which bookings are no longer on the flight; an update push does not.
"""

from __future__ import annotations

from gatehouse.screening.travellers import keys, states
from gatehouse.screening.travellers.held import HeldBooking, HeldRecord, Roster
from gatehouse.screening.travellers.identity import identity_of, names_agree
from gatehouse.screening.travellers.ledger import Ledger, Mark
from gatehouse.terms.booking import Booking
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Traveller

FULL_PUSH = "22"
"""PADIS 1225: a full push; 141 is an update."""


def held_booking(booking: Booking, reading: Reading, mark: Mark, roster: Roster, ledger: Ledger) -> HeldBooking:
    """The booking's row on the leg, made when new, brought up to this message unless it is a stale one."""
    key = keys.booking_key(booking, reading.sender)
    held = roster.bookings.get(key)
    if held is None:
        held = HeldBooking(next(ledger.booking_ids), key, booking.locator, states.ACTIVE, mark.push, reading.sent)
        held.is_new = True
        roster.bookings[key] = held
    elif not is_later(held.sent, reading.sent):
        held.push, held.sent, held.is_changed = mark.push, reading.sent, True
        held.undergo("pushed")
    return held


def same_person(said: Traveller, left: dict[str, HeldRecord], key: str) -> HeldRecord | None:
    """Who of a booking's held statements this is: by number and name, else by name, else by number alone.

    Numbers move up when somebody is taken off a booking, so a name that agrees elsewhere is worth more.
    """
    who = identity_of(said)
    numbered = left.get(key)
    if numbered and names_agree(who, numbered.identity):
        return numbered
    for record in left.values():
        other = record.identity
        if who.surname and (who.surname, who.given_names) == (other.surname, other.given_names):
            return record
    return numbered


def let_vanish(reading: Reading, mark: Mark, roster: Roster) -> None:
    """Bookings that a full push no longer holds, unless something sent later than it spoke of them."""
    if reading.type != "PNRGOV" or reading.function_code != FULL_PUSH or not mark.ends_series:
        return
    if not reading.bookings:
        return
    for booking in roster.bookings.values():
        spoken_of = booking.push == mark.push or is_later(booking.sent, reading.sent)
        if spoken_of or booking.state != states.ACTIVE:
            continue
        booking.undergo("vanished")
        for record in roster.of_booking(booking):
            record.person.undergo("removed")


def is_later(held: str | None, told: str | None) -> bool:
    """Whether what is held was sent after what is told; unknown times never are."""
    return bool(held and told and held > told)

"""A file about to be sent: its readings, who each of their travellers is, and how it will be written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from gatehouse.simulation.parties import Guest
from gatehouse.simulation.persons import Spelling
from gatehouse.simulation.style import Style
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Traveller

HOME_RECIPIENT = "ATPIU"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One interchange file. `guests[i]` belongs to `readings[i].travellers`, None for a group's unnamed places."""

    at: dt.datetime
    stem: str
    channel: str
    readings: tuple[Reading, ...]
    guests: tuple[tuple[Guest | None, ...], ...]
    style: Style


def spelled(guest: Guest, habit: str) -> Spelling:
    """The guest's name as a system with this habit writes it: `capitals` A to Z, `small` letters, `marks` (UTF-8)."""
    if habit == "marks":
        return Spelling(guest.own_spelling.surname.upper(), guest.own_spelling.given_names.upper())
    if habit == "small":
        return Spelling(guest.told.surname.lower(), guest.told.given_names.lower())
    return guest.told.spelling


def documents_of(guest: Guest) -> tuple[Document, ...]:
    """The documents that the guest carries: passport and, for some, a visa."""
    return tuple(document for document in (guest.told.document, guest.visa) if document)


def _respelled(traveller: Traveller, guest: Guest | None, habit: str) -> Traveller:
    if guest is None:
        return traveller
    name = spelled(guest, habit)
    return replace(traveller, surname=name.surname, given_names=name.given_names or None)


def with_names(outgoing: Outgoing, habit: str) -> Outgoing:
    """The same file with every name written by another habit."""
    # Documents keep their numbers and dates: the habit is one of letters only.
    readings = tuple(
        replace(reading, travellers=tuple(map(_respelled, reading.travellers, guests, [habit] * len(guests))))
        for reading, guests in zip(outgoing.readings, outgoing.guests, strict=True)
    )
    return replace(outgoing, readings=readings)

"""A booking (a PNR) as one message states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gatehouse.terms.flight import Flight
from gatehouse.terms.traveller import Contact, Evidence


class Locator(NamedTuple):
    """A record locator and the system that gave it. `created` is ISO 8601 UTC."""

    system: str | None
    locator: str
    created: str | None = None


class Payment(NamedTuple):
    """One form of payment (PADIS FOP). `account` keeps at most the last four digits; `expires` is YYYY-MM."""

    kind: str
    amount: str | None = None
    currency: str | None = None
    vendor: str | None = None
    account: str | None = None
    expires: str | None = None
    holder: str | None = None
    segment: int | None = None


class Ticket(NamedTuple):
    """A ticket with its fare. `issued` is an ISO date, amounts are decimal text with their currency."""

    number: str | None
    kind: str | None = None
    issued: str | None = None
    fare: str | None = None
    total: str | None = None
    currency: str | None = None
    taxes: tuple[str, ...] = ()
    traveller: str | None = None
    segment: int | None = None


class SpecialService(NamedTuple):
    """One SSR: code, status, quantity, carrier, board and off points, free text, and the travellers it is for."""

    code: str
    status: str | None = None
    quantity: int | None = None
    carrier: str | None = None
    origin: str | None = None
    destination: str | None = None
    text: str | None = None
    travellers: tuple[str, ...] = ()
    segment: int | None = None


class Remark(NamedTuple):
    """Free text of the booking. `kind`: osi, fare, sponsor, boarding, history, remark, raw."""

    kind: str
    text: str
    carrier: str | None = None
    segment: int | None = None


class HistoryItem(NamedTuple):
    """One change in the booking's history (PADIS ABI/SAC). `action`: added, changed, cancelled, or the wire's code."""

    action: str
    at: str | None = None
    by: str | None = None
    subject: str | None = None
    text: str | None = None
    segment: int | None = None


class OtherService(NamedTuple):
    """A hotel, car or other non-air service of the booking."""

    kind: str
    place: str | None = None
    vendor: str | None = None
    confirmation: str | None = None
    begins: str | None = None
    ends: str | None = None
    segment: int | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """One PNR. `travellers` holds indexes into the reading's travellers; `cancelled` follows an empty ORG.

    `created`, `updated` and `ticketed` are ISO 8601 in UTC. `split_from` are the locators of PNRs that people were
    split from or to, with `split_count` people.
    """

    locator: str | None
    locators: tuple[Locator, ...] = ()
    created: str | None = None
    updated: str | None = None
    ticketed: str | None = None
    travellers: tuple[int, ...] = ()
    flights: tuple[Flight, ...] = ()
    contacts: tuple[Contact, ...] = ()
    payments: tuple[Payment, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    services: tuple[SpecialService, ...] = ()
    remarks: tuple[Remark, ...] = ()
    history: tuple[HistoryItem, ...] = ()
    other_services: tuple[OtherService, ...] = ()
    agency: str | None = None
    originator: str | None = None
    split_from: tuple[str, ...] = ()
    split_count: int | None = None
    cancelled: bool = False
    segments: tuple[int, int] = (0, 0)
    evidence: tuple[Evidence, ...] = ()

"""A booking while it is being read: people, flights and tickets that still change."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from gatehouse.terms.booking import HistoryItem, Locator, OtherService, Payment, Remark, SpecialService
from gatehouse.terms.finding import Finding
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.traveller import Bag, Contact, Document, Evidence, Role, Seat

Elements = list[list[str]]
"""The elements of a segment after its tag, each a list of components."""


class Mode(IntEnum):
    """Where in a booking the reader stands, in the order of the guide's groups 1 to 12; it indexes `groups.TABLE`."""

    HEAD = 0
    PAX = 1
    SEGMENT = 2
    CHECKIN = 3
    SPLIT = 4
    NON_AIR = 5
    HISTORY = 6


GROUPS = ("GR.1", "GR.2-4", "GR.5", "GR.6-7", "GR.8", "GR.9", "GR.10-12")
"""What the PNRGOV guide calls each mode."""


@dataclass(slots=True, eq=False)
class Person:
    """A traveller in the making. `keys` are surname and given names for comparing; `sources` field to ordinal.

    What may be said twice is kept in a dictionary by what makes it the same, so that saying it often costs nothing.
    """

    first: int
    last: int
    role: Role = Role.PASSENGER
    surname: str | None = None
    given_names: str | None = None
    title: str | None = None
    keys: tuple[str, str] = ("", "")
    kind: str = ""
    number: str | None = None
    infant: bool = False
    brings_infant: str = ""
    guardian: Person | None = None
    wards: list[Person] = field(default_factory=list)
    reference: str | None = None
    status: str | None = None
    sex: str | None = None
    birth_date: str | None = None
    birth_place: str | None = None
    nationality: str | None = None
    residence: str | None = None
    bag_count: int | None = None
    bag_weight_kg: float | None = None
    documents: dict[tuple[str | None, ...], Document] = field(default_factory=dict)
    bags: dict[tuple[str | None, str | None, int | None], Bag] = field(default_factory=dict)
    seats: dict[tuple[str, str | None, str | None], Seat] = field(default_factory=dict)
    contacts: dict[tuple[str, str], Contact] = field(default_factory=dict)
    loyalty: dict[str, None] = field(default_factory=dict)
    tickets: dict[str, None] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    sources: dict[str, int] = field(default_factory=dict)

    def touch(self, ordinal: int) -> None:
        """The segment `ordinal` speaks of the person."""
        if ordinal > self.last:
            self.last = ordinal
        elif ordinal < self.first:
            self.first = ordinal

    def state(self, name: str, value: str | None, ordinal: int) -> None:
        """Fill the field `name` where nothing is stated yet: the first statement stands."""
        if value is not None and getattr(self, name) is None:
            setattr(self, name, value)
            self.sources[name] = ordinal


@dataclass(slots=True, eq=False)
class FlightDraft:
    """An itinerary segment in the making; `operating` may be known by carrier first and by number later."""

    segment: int
    carrier: str | None
    number: str | None
    suffix: str | None
    leg: Leg
    operating_carrier: str | None = None
    operating_number: str | None = None
    booking_class: str | None = None
    status: str | None = None
    equipment: str | None = None

    def flight(self) -> Flight:
        """The finished flight."""
        operating = None
        if self.operating_carrier:
            operating = self.operating_carrier + (self.operating_number or "")
        return Flight(
            self.carrier,
            self.number,
            self.suffix,
            (self.leg,),
            operating,
            self.booking_class,
            self.status,
            self.equipment,
            self.segment,
        )


@dataclass(slots=True, eq=False)
class TicketDraft:
    """A ticket in the making (GR.3)."""

    segment: int
    number: str | None
    kind: str | None
    person: Person | None
    issued: str | None = None
    fare: str | None = None
    total: str | None = None
    currency: str | None = None
    taxes: list[str] = field(default_factory=list)


class Service(NamedTuple):
    """One SSR as it came, until it is settled. `seats` are (data, reference) of its elements after the first."""

    code: str
    status: str
    quantity: str
    carrier: str
    origin: str
    destination: str
    text: str
    seats: tuple[tuple[str, str], ...]
    flight: FlightDraft | None
    owner: Person | None
    segment: int


@dataclass(slots=True, eq=False)
class BookingDraft:
    """One PNR in the making. `year` is the year that two-digit years are read against, `pushed` the level-0 flight."""

    first: int
    last: int
    year: int
    pushed: Flight | None
    findings: list[Finding]
    mode: Mode = Mode.HEAD
    people: list[Person] = field(default_factory=list)
    by_number: dict[str, Person] = field(default_factory=dict)
    by_plain_number: dict[str, Person] = field(default_factory=dict)
    by_name: dict[tuple[str, str], list[Person]] = field(default_factory=dict)
    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    documented: dict[tuple[str, int], Person] = field(default_factory=dict)
    adults: list[Person] = field(default_factory=list)
    unguarded: OrderedDict[int, Person] = field(default_factory=OrderedDict)
    person: Person | None = None
    flights: list[FlightDraft] = field(default_factory=list)
    flight: FlightDraft | None = None
    tickets: list[TicketDraft] = field(default_factory=list)
    ticket: TicketDraft | None = None
    waiting: list[Service] = field(default_factory=list)
    services: list[SpecialService] = field(default_factory=list)
    locators: dict[tuple[str | None, str], Locator] = field(default_factory=dict)
    located_at: int = 0
    updated: str | None = None
    ticketed: str | None = None
    contacts: list[Contact] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    history: list[HistoryItem] = field(default_factory=list)
    credit: HistoryItem | None = None
    other_services: list[OtherService] = field(default_factory=list)
    other_kind: str = ""
    agency: str | None = None
    originator: str | None = None
    split_from: list[str] = field(default_factory=list)
    split_count: int | None = None
    cancelled: bool = False
    evidence: list[Evidence] = field(default_factory=list)

"""A traveller as one message states them: a person on a flight, passenger or crew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from gatehouse.terms.dates import PartialDate


class Role(StrEnum):
    """Why the person is on the flight (UN/EDIFACT 3035, PADIS passenger type)."""

    PASSENGER = "passenger"
    CREW = "crew"
    TRANSIT = "transit"
    TRANSIT_CREW = "transit-crew"
    GROUP = "group"
    """Places of a group without names yet: nobody to screen, and nobody to lose."""
    OTHER = "other"
    """A person under a party qualifier this reader does not know."""


class Document(NamedTuple):
    """A travel document. `type` is the letter of the wire (P, V, I, A, C, AC …), `issuer` ISO alpha-3 or ICAO code.

    `surname` and `given_names` are the holder's as the document states them, which may differ from the booking's.
    """

    type: str | None
    number: str | None
    issuer: str | None = None
    expires: PartialDate | None = None
    issued: PartialDate | None = None
    place_of_issue: str | None = None
    surname: str | None = None
    given_names: str | None = None
    segment: int | None = None


class Contact(NamedTuple):
    """A way to reach somebody. `kind`: phone, fax, email, address, agency, other."""

    kind: str
    value: str
    segment: int | None = None


class Bag(NamedTuple):
    """Checked baggage under one tag, or a total without tags. `weight_kg` in kilograms."""

    tag: str | None
    pieces: int | None = None
    weight_kg: float | None = None
    destination: str | None = None
    pool: str | None = None
    segment: int | None = None


class Seat(NamedTuple):
    """A seat, and the leg it is for where the message says so. `cabin` is the wire's letter."""

    number: str
    origin: str | None = None
    destination: str | None = None
    cabin: str | None = None
    segment: int | None = None


class Evidence(NamedTuple):
    """A code or text that no reader understands, kept as it came."""

    segment: int
    text: str


NO_SOURCES: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Traveller:
    """One person on one flight, as one message states them.

    `nationalities` are ISO 3166-1 alpha-3 or ICAO Doc 9303-3 §5 codes, only ever from a stated nationality.
    `sex` is F, M, X or `None`. `segments` is the first and last segment that speaks of the person; `sources` maps
    each field to the ordinal of the segment it was read from. `reference` is the carrier's own key for the person
    (RFF+ABO or REF), `number` the key inside the message (TIF 9944).
    """

    role: Role
    surname: str | None = None
    given_names: str | None = None
    title: str | None = None
    sex: str | None = None
    birth_date: PartialDate | None = None
    birth_place: str | None = None
    nationalities: tuple[str, ...] = ()
    residence: str | None = None
    documents: tuple[Document, ...] = ()
    bags: tuple[Bag, ...] = ()
    bag_count: int | None = None
    bag_weight_kg: float | None = None
    seats: tuple[Seat, ...] = ()
    contacts: tuple[Contact, ...] = ()
    locator: str | None = None
    reference: str | None = None
    number: str | None = None
    infant: bool = False
    accompanied_by: str | None = None
    embarkation: str | None = None
    destination: str | None = None
    clearance: str | None = None
    crew_duty: str | None = None
    verified: bool | None = None
    loyalty: tuple[str, ...] = ()
    tickets: tuple[str, ...] = ()
    status: str | None = None
    segments: tuple[int, int] = (0, 0)
    sources: Mapping[str, int] = field(default_factory=lambda: NO_SOURCES, hash=False)
    evidence: tuple[Evidence, ...] = ()

    @property
    def full_name(self) -> str:
        """Given names and surname in that order, whatever of them is known."""
        return " ".join(part for part in (self.given_names, self.surname) if part)

    @property
    def is_named(self) -> bool:
        """Whether there is any name to screen."""
        return bool(self.surname or self.given_names)

"""A flight's people and bookings as they are held in memory while a batch is placed.

The values are mutable, unlike all others, because they are a working copy of rows: `store` loads them, `placing`
changes them, `store` writes back what is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from gatehouse.screening.travellers import states
from gatehouse.screening.travellers.identity import Identity, identity_of
from gatehouse.screening.travellers.joining import tokens
from gatehouse.screening.travellers.keys import LegKey
from gatehouse.screening.travellers.payload import traveller_from
from gatehouse.terms.traveller import Role, Traveller

CREW_ROLES = frozenset({Role.CREW, Role.TRANSIT_CREW})


@dataclass(slots=True)
class HeldPerson:
    """A traveller's row."""

    id: int
    state: str
    role: str
    surname: str | None = None
    given_names: str | None = None
    birth_date: str | None = None
    is_new: bool = False
    is_changed: bool = False

    def undergo(self, event: str) -> None:
        """Take the state that `states.TRAVELLER` gives for the event."""
        state = states.after(states.TRAVELLER, self.state, event)
        if state != self.state:
            self.state, self.is_changed = state, True


@dataclass(slots=True)
class HeldBooking:
    """A booking's row."""

    id: int
    key: str
    locator: str | None
    state: str
    push: str
    sent: str | None
    is_new: bool = False
    is_changed: bool = False

    def undergo(self, event: str) -> None:
        """Take the state that `states.BOOKING` gives for the event."""
        state = states.after(states.BOOKING, self.state, event)
        if state != self.state:
            self.state, self.is_changed = state, True


@dataclass(slots=True)
class HeldRecord:
    """The current statement under one key: loaded (`stored` is its JSON text) or made in this batch (`said`)."""

    id: int
    key: str
    source: str
    person: HeldPerson
    booking: HeldBooking | None
    push: str
    sent: str | None
    said: Traveller | None = None
    stored: str = ""
    _identity: Identity | None = None

    @property
    def identity(self) -> Identity:
        """Who the statement is about; read from the stored text when first asked for."""
        if self._identity is None:
            self._identity = identity_of(self.statement)
        return self._identity

    @property
    def statement(self) -> Traveller:
        """What was said of the person."""
        if self.said is None:
            self.said = traveller_from(self.stored)
        return self.said


@dataclass(slots=True)
class Roster:
    """One flight leg with its people, bookings and current statements."""

    id: int
    leg: LegKey
    state: str
    persons: dict[int, HeldPerson] = field(default_factory=dict)
    bookings: dict[str, HeldBooking] = field(default_factory=dict)
    records: dict[str, HeldRecord] = field(default_factory=dict)
    is_new: bool = False
    is_changed: bool = False
    _by_token: dict[tuple[str, str], list[HeldRecord]] | None = None
    _sources: dict[int, set[str]] | None = None
    _by_booking: dict[str, list[str]] | None = None

    def hold(self, record: HeldRecord) -> HeldRecord | None:
        """Make `record` the current statement under its key; the one it supersedes, if any."""
        superseded = self.records.get(record.key)
        self.records[record.key] = record
        self.persons[record.person.id] = record.person
        if self._by_token is not None:
            self._index(self._by_token, record)
        if self._sources is not None:
            self._sources.setdefault(record.person.id, set()).add(record.source)
        if self._by_booking is not None and record.booking and superseded is None:
            self._by_booking.setdefault(record.booking.key, []).append(record.key)
        return superseded

    def alike(self, who: Identity) -> Iterator[HeldRecord]:
        """Current statements that share a token with `who`; one may come more than once."""
        if self._by_token is None:
            self._by_token = {}
            for record in self.records.values():
                self._index(self._by_token, record)
        for token in tokens(who):
            for record in self._by_token.get(token, ()):
                if self.records.get(record.key) is record:
                    yield record

    def has_source(self, person: HeldPerson, source: str) -> bool:
        """Whether a current statement of that source speaks of the person."""
        if self._sources is None:
            self._sources = {}
            for record in self.records.values():
                self._sources.setdefault(record.person.id, set()).add(record.source)
        return source in self._sources.get(person.id, ())

    def of_booking(self, booking: HeldBooking) -> list[HeldRecord]:
        """The current statements that came in a booking."""
        if self._by_booking is None:
            self._by_booking = {}
            for key, record in self.records.items():
                if record.booking:
                    self._by_booking.setdefault(record.booking.key, []).append(key)
        return [self.records[key] for key in self._by_booking.get(booking.key, ())]

    def undergo(self, event: str) -> None:
        """Take the state that `states.LEG` gives for the event."""
        state = states.after(states.LEG, self.state, event)
        if state != self.state:
            self.state, self.is_changed = state, True

    def move(self, told: LegKey) -> None:
        """Take the destination and times that a change of the flight states; what it does not state stays."""
        moved = self.leg._replace(
            destination=told.destination or self.leg.destination,
            departs=told.departs or self.leg.departs,
            arrives=told.arrives or self.leg.arrives,
        )
        if moved != self.leg:
            self.leg, self.is_changed = moved, True

    def all_undergo(self, event: str, unless: Callable[[HeldPerson], bool]) -> None:
        """Let the event happen to everybody on the leg of whom `unless` is false."""
        for person in self.persons.values():
            if not unless(person):
                person.undergo(event)

    @staticmethod
    def _index(index: dict[tuple[str, str], list[HeldRecord]], record: HeldRecord) -> None:
        for token in tokens(record.identity):
            index.setdefault(token, []).append(record)


class People:
    """The people of several rosters, by their keys, when nothing more will be placed."""

    def __init__(self, rosters: Iterable[Roster]) -> None:
        self._rosters = list(rosters)
        self._records: dict[int, list[HeldRecord]] | None = None

    def changed_legs(self) -> list[int]:
        """The legs that were known before and of which something changed, as their times."""
        return [roster.id for roster in self._rosters if roster.is_changed and not roster.is_new]

    def statements(self, person: int) -> list[Traveller]:
        """What the current statements say of a person."""
        if self._records is None:
            self._records = {}
            for roster in self._rosters:
                for record in roster.records.values():
                    self._records.setdefault(record.person.id, []).append(record)
        return [record.statement for record in self._records.get(person, ())]

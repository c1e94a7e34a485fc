"""What a batch is going to write: the statements, versions and joins that placing its readings made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gatehouse.screening.travellers.held import HeldBooking, HeldPerson, HeldRecord
from gatehouse.screening.travellers.joining import Join
from gatehouse.terms.booking import Booking
from gatehouse.terms.traveller import Traveller


class Mark(NamedTuple):
    """Which message it is. `push` names its series or else itself; `ends_series` is true when all parts are here."""

    id: int
    push: str
    ends_series: bool = True


class NewRecord(NamedTuple):
    """A statement to store: the row of `TravellerRecord`."""

    record: HeldRecord
    leg_id: int
    message: int
    position: int
    kind: str
    superseded: bool
    said: Traveller


class NewVersion(NamedTuple):
    """A booking version to store."""

    booking: HeldBooking
    leg_id: int
    message: int
    said: Booking
    superseded: bool


class NewJoin(NamedTuple):
    """A join to store."""

    leg_id: int
    person: HeldPerson
    message: int
    api_key: str
    pnr_key: str
    join: Join


class Placed(NamedTuple):
    """Where one traveller of a reading went. `told_more` is false for a mention of somebody already known."""

    person: int
    leg_id: int
    source: str
    told_more: bool


@dataclass(slots=True)
class Ledger:
    """What a batch is going to write, besides the marked values of its rosters."""

    person_ids: Iterator[int]
    record_ids: Iterator[int]
    booking_ids: Iterator[int]
    records: list[NewRecord] = field(default_factory=list)
    versions: list[NewVersion] = field(default_factory=list)
    joins: list[NewJoin] = field(default_factory=list)
    events: list[tuple[int, int, str, str]] = field(default_factory=list)
    superseded: list[int] = field(default_factory=list)

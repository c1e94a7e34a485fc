"""A reading: everything one message was understood to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gatehouse.terms.booking import Booking
from gatehouse.terms.finding import Finding
from gatehouse.terms.flight import Flight
from gatehouse.terms.traveller import Contact, Evidence, Traveller


class Part(NamedTuple):
    """Which part of a series the message is (UNH S010): `last` is true when it carries the final mark."""

    number: int
    last: bool


class StatusReply(NamedTuple):
    """One verdict of a CUSRES: for the whole message, or for the person with this locator and reference."""

    level: str
    codes: tuple[str, ...]
    locator: str | None = None
    reference: str | None = None
    text: str | None = None
    segment: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message says.

    `type` is the message type (PAXLST, PNRGOV, CUSRES, CONTRL …), `version` its release (`D.15B`, `11.1`),
    `function` what it does in words (`passenger-list`, `crew-list`, `change`, `cancel`, `reduce`, `close`,
    `pnr-push`, …) and `function_code` the wire's own codes (`745+CP`). `reference` is UNH 0062,
    `control_reference` UNB 0020, `common_reference` UNH 0068, `transaction` RFF+TN. `on_board` tells of a close
    message whether the people it names are on board. `counted` are the totals the message itself states.
    `sent` is the UNB preparation time, ISO 8601. `offset` and `end` are the byte offsets of the message in its file.
    """

    type: str | None
    version: str | None = None
    function: str | None = None
    function_code: str | None = None
    sender: str | None = None
    recipient: str | None = None
    sent: str | None = None
    reference: str | None = None
    control_reference: str | None = None
    common_reference: str | None = None
    transaction: str | None = None
    revision: str | None = None
    part: Part | None = None
    flights: tuple[Flight, ...] = ()
    travellers: tuple[Traveller, ...] = ()
    bookings: tuple[Booking, ...] = ()
    replies: tuple[StatusReply, ...] = ()
    contacts: tuple[Contact, ...] = ()
    on_board: bool | None = None
    counted: tuple[tuple[str, int], ...] = ()
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    test: bool = False
    offset: int = 0
    end: int = 0

"""A PNRGOV message as a reading; ACKRES and GOVREQ by their own readers."""

from __future__ import annotations

from dataclasses import dataclass, field

from gatehouse.edifact import Message, Segment
from gatehouse.edifact.segment import at, split
from gatehouse.screening.messages.envelope import envelope, reference_year
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft
from gatehouse.screening.messages.pnrgov.exchange import acknowledgement, request
from gatehouse.screening.messages.pnrgov.finish import finish, travellers
from gatehouse.screening.messages.pnrgov.groups import take
from gatehouse.screening.messages.pnrgov.itinerary import read_flight
from gatehouse.screening.messages.pnrgov.quality import faults
from gatehouse.screening.messages.pnrgov.ssr import settle
from gatehouse.terms.booking import Booking
from gatehouse.terms.finding import Finding, info, warning
from gatehouse.terms.flight import Flight
from gatehouse.terms.quantity import whole
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Evidence, Traveller

FUNCTIONS = {"22": "pnr-push", "141": "pnr-update"}
"""MSG 1225: a push of all bookings, and one of those that changed."""
_BEGINS_BOOKING = frozenset({"RCI", "TIF", "REF", "SSR"})
"""Segments that stand only inside a booking: where SRC is missing, they begin one."""
_SILENT = frozenset({"UNH", "UNT", "ORG"})


@dataclass(slots=True)
class _Push:
    """A push in the making: level 0, then booking after booking."""

    year: int
    code: str | None = None
    flights: list[Flight] = field(default_factory=list)
    counted: int | None = None
    counted_at: int | None = None
    booking: BookingDraft | None = None
    bookings: list[Booking] = field(default_factory=list)
    people: list[Traveller] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def read(message: Message) -> Reading:
    """Everything a PNRGOV, ACKRES or GOVREQ says. Nothing is refused: what is not understood is evidence.

    Two-digit years are read against the year of the message. Time grows with the number of segments and no faster.
    """
    if message.type == "ACKRES":
        return acknowledgement(message)
    if message.type == "GOVREQ":
        return request(message)
    push = _Push(reference_year(message))
    for segment in message.segments:
        tag = segment.text[:3]
        if tag == "SRC":
            _close(push)
            _open(push, segment)
        # UNT closes the message and belongs to no booking.
        elif push.booking is not None and tag != "UNT":
            take(push.booking, segment)
        else:
            _level_zero(push, segment, tag)
    _close(push)
    _check(push, message)
    return _reading(push, message)


def _open(push: _Push, segment: Segment) -> None:
    pushed = push.flights[0] if push.flights else None
    push.booking = BookingDraft(segment.ordinal, segment.ordinal, push.year, pushed, push.findings)


def _close(push: _Push) -> None:
    booking = push.booking
    if booking is None:
        return
    settle(booking)
    push.findings.extend(faults(booking))
    push.bookings.append(finish(booking, len(push.people)))
    push.people.extend(travellers(booking))
    push.booking = None


def _level_zero(push: _Push, segment: Segment, tag: str) -> None:
    elements = split(segment.text, segment.delimiters)
    if tag == "MSG":
        push.code = at(elements, 0, 1) or at(elements, 0) or None
    elif tag == "TVL":
        push.flights.append(read_flight(segment.ordinal, elements, push.year, push.findings).flight())
    elif tag == "EQN":
        push.counted, push.counted_at = whole(at(elements, 0)), segment.ordinal
    # Losing a booking for a missing SRC would lose its people.
    elif tag in _BEGINS_BOOKING:
        text = "a booking begins without SRC"
        push.findings.append(warning("booking-start-missing", segment.ordinal, text))
        _open(push, segment)
        if push.booking:
            take(push.booking, segment)
    elif tag not in _SILENT:
        push.evidence.append(Evidence(segment.ordinal, segment.text))
        text = f"segment {tag} is not known at level 0; kept as evidence"
        push.findings.append(info("segment-unknown", segment.ordinal, text))


def _check(push: _Push, message: Message) -> None:
    """What the push says of itself as a whole."""
    if push.code not in FUNCTIONS:
        text = f"message function {(push.code or 'missing')[:7]} is neither a push nor an update"
        push.findings.append(warning("function-unknown", None, text))
    # EQN counts the whole push, so that one part of a series has nothing to compare it with.
    if push.counted is not None and push.counted != len(push.bookings) and not message.sequence[0]:
        text = f"EQN counts {push.counted} bookings, the message holds {len(push.bookings)}"
        push.findings.append(info("booking-count", push.counted_at, text))


def _reading(push: _Push, message: Message) -> Reading:
    return Reading(
        **envelope(message),
        function=FUNCTIONS.get(push.code or ""),
        function_code=push.code,
        flights=tuple(push.flights),
        travellers=tuple(push.people),
        bookings=tuple(push.bookings),
        counted=(("bookings", push.counted),) if push.counted is not None else (),
        findings=tuple(push.findings),
        evidence=tuple(push.evidence),
    )

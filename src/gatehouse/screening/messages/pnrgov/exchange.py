"""ACKRES and GOVREQ: what carriers and States say to each other about a push (facts §4.6)."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from gatehouse.edifact import Message
from gatehouse.edifact.segment import at
from gatehouse.screening.messages.envelope import envelope, reference_year
from gatehouse.screening.messages.pnrgov.drafts import BookingDraft
from gatehouse.screening.messages.pnrgov.finish import finish
from gatehouse.screening.messages.pnrgov.itinerary import read_flight
from gatehouse.screening.messages.pnrgov.origin import locators
from gatehouse.terms.finding import Finding, info
from gatehouse.terms.reading import Reading, StatusReply
from gatehouse.terms.traveller import Evidence

ERRORS_FILE = Path(__file__).with_name("error_codes.csv")
"""Application error codes of ERC (PADIS 9321) and their meaning."""
_ENVELOPE_TAGS = frozenset({"UNH", "UNT"})


@lru_cache(maxsize=1)
def error_meanings() -> dict[str, str]:
    """The meaning of each ERC code of `error_codes.csv`."""
    with ERRORS_FILE.open(encoding="utf-8", newline="") as rows:
        return {row["code"]: row["meaning"] for row in csv.DictReader(rows)}


def function_code(message: Message) -> str | None:
    """MSG 1225 of the message's first MSG."""
    for segment in message.segments:
        if segment.tag == "MSG":
            elements = segment.elements()
            return at(elements, 0, 1) or at(elements, 0) or None
    return None


def acknowledgement(message: Message) -> Reading:
    """An ACKRES: one reply for the whole push, with its error codes (none: accepted) and the flight it names."""
    codes: list[str] = []
    year = reference_year(message)
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    flights = []
    for segment in message.segments:
        if segment.tag == "TVL":
            flights.append(read_flight(segment.ordinal, segment.elements(), year, findings).flight())
        elif segment.tag == "ERC":
            codes.extend(element[0].strip() for element in segment.elements() if element[0].strip())
        elif segment.tag not in ("MSG", "ORG") and segment.tag not in _ENVELOPE_TAGS:
            _unknown(segment.tag, segment.ordinal, findings)
            evidence.append(Evidence(segment.ordinal, segment.text))
    # A code without a known meaning stays a code.
    text = "; ".join(error_meanings()[code] for code in codes if code in error_meanings())
    return Reading(
        **envelope(message),
        function="acknowledgement",
        function_code=function_code(message),
        flights=tuple(flights),
        replies=(StatusReply("message", tuple(codes), text=text or None),),
        findings=tuple(findings),
        evidence=tuple(evidence),
    )


def _unknown(tag: str, ordinal: int, findings: list[Finding]) -> None:
    findings.append(info("segment-unknown", ordinal, f"segment {tag} is not known here; kept as evidence"))


def request(message: Message) -> Reading:
    """A GOVREQ: the flights, or the bookings by locator, that a State asks a carrier for."""
    year = reference_year(message)
    findings: list[Finding] = []
    flights, bookings, evidence = [], [], []
    for segment in message.segments:
        if segment.tag == "TVL":
            flights.append(read_flight(segment.ordinal, segment.elements(), year, findings).flight())
        elif segment.tag == "RCI":
            draft = BookingDraft(segment.ordinal, segment.ordinal, year, None, findings)
            locators(draft, segment, segment.elements())
            bookings.append(finish(draft, 0))
        elif segment.tag not in ("MSG", "ORG", "SRC") and segment.tag not in _ENVELOPE_TAGS:
            _unknown(segment.tag, segment.ordinal, findings)
            evidence.append(Evidence(segment.ordinal, segment.text))
    return Reading(
        **envelope(message),
        function="request",
        function_code=function_code(message),
        flights=tuple(flights),
        bookings=tuple(bookings),
        findings=tuple(findings),
        evidence=tuple(evidence),
    )

"""Which reader reads which message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from gatehouse.edifact import Message, Readable, read
from gatehouse.screening.intake.sensitive.marker import MARK
from gatehouse.screening.messages.contrl import reader as contrl
from gatehouse.screening.messages.cusres import reader as cusres
from gatehouse.screening.messages.envelope import envelope
from gatehouse.screening.messages.paxlst import reader as paxlst
from gatehouse.screening.messages.pnrgov import reader as pnrgov
from gatehouse.terms.finding import Finding, error, info, warning
from gatehouse.terms.reading import Reading

READERS: dict[str, Callable[[Message], Reading]] = {
    "PAXLST": paxlst.read,
    "PNRGOV": pnrgov.read,
    "ACKRES": pnrgov.read,
    "GOVREQ": pnrgov.read,
    "CUSRES": cusres.read,
    "CONTRL": contrl.read,
}

SHOWN_BY = {"PAXLST": ("BGM", "NAT", "DOC"), "PNRGOV": ("SRC", "TIF", "RCI")}
"""Segments that show what a list of people is, where the type in its header is spoilt."""


def read_messages(stream: Readable) -> Iterator[Reading]:
    """A reading for every message of the stream, in order; memory holds one message at a time.

    Raises `edifact.EdifactError` where the stream cannot be read on; readings before it have been yielded.
    """
    for message in read(stream):
        yield read_message(message)


def read_message(message: Message) -> Reading:
    """The reading of one message, with the findings of its syntax first and each finding's byte offset filled in."""
    reader = READERS.get(message.type or "")
    reading = reader(message) if reader else _unsupported(message)
    found = (*message.findings, *reading.findings, *_removals(message))
    # Most interactive messages are clean, and copying a reading costs as much as reading a segment.
    return replace(reading, findings=tuple(_located(finding, message) for finding in found)) if found else reading


def _removals(message: Message) -> Iterator[Finding]:
    """That something sensitive was taken out, and from how many segments; never from which, for they say of whom."""
    count = sum([MARK in segment.text for segment in message.segments])
    if count:
        text = f"{count} segments had a service code or text taken out that may reveal a protected trait"
        yield info("sensitive-removed", None, text)


def _assumed(message: Message) -> Reading | None:
    """The reading of a message whose type is spoilt: a list of people is read as what its segments show it to be.

    None where nobody is named, or the type is one that has people and is not for us.
    """
    tags = Counter(segment.tag for segment in message.segments)
    kinds = {kind: sum(tags[tag] for tag in shown) for kind, shown in SHOWN_BY.items()}
    kind = max(kinds, key=lambda one: kinds[one])
    reading = READERS[kind](message) if kinds[kind] else None
    if reading is None or not reading.travellers:
        return None
    text = f"UNH names no message type known here; its segments are those of {kind}, and it was read as one"
    return replace(reading, type=kind, findings=(warning("message-type-assumed", 1, text), *reading.findings))


def _unsupported(message: Message) -> Reading:
    if assumed := _assumed(message):
        return assumed
    known = ", ".join(sorted(READERS))
    text = f"message type not known here; {known} are read"
    return Reading(**envelope(message), findings=(error("message-type-unsupported", 1, text),))


def _located(finding: Finding, message: Message) -> Finding:
    if finding.segment is None or finding.offset is not None or not 1 <= finding.segment <= len(message.segments):
        return finding
    return finding._replace(offset=message.segments[finding.segment - 1].offset)

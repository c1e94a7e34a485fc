"""A CONTRL that answers an interchange from the findings of its messages (ISO 9735-4; action 4, 7 or 8).

`reasons.csv` says which finding rejects what, with which error; a finding that is not there is no matter of syntax
and never appears. Errors are given for what is rejected only: an acknowledged message is acknowledged plainly,
since receivers differ in what they make of an error beside action 7. Prefers a rejected message to a rejected
interchange: what could be read stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gatehouse.edifact import Interchange, Message
from gatehouse.edifact.segment import at
from gatehouse.edifact.writer import message, segment, write
from gatehouse.screening.messages.contrl.codes import ACKNOWLEDGED, REASONS, RECEIVED, REJECTED, Reason
from gatehouse.terms.finding import Finding


class Stamp(NamedTuple):
    """What the answer's own envelope says: control reference (0020), date (YYMMDD) and time (HHMM)."""

    reference: str
    date: str
    time: str


def answer(messages: Iterable[Message], stamp: Stamp) -> bytes:
    """The interchange that acknowledges or rejects each of `messages`, which are those of one interchange.

    Raises `ValueError` when there is no message: then there is nothing to answer to.
    """
    interchange: Interchange | None = None
    overall: list[Reason] = []
    body: list[str] = []
    group = None
    for received in messages:
        interchange = interchange or received.interchange
        # Only reasons are kept of a message, so that an interchange of any size can be answered.
        overall.extend(_reasons(received, "interchange"))
        if received.interchange.group is not None and received.interchange.group != group:
            group = received.interchange.group
            body.append(_group(received))
        body.extend(_message(received) if received.segments else [])
    if interchange is None:
        raise ValueError("no message to answer")
    # An interchange rejected as a whole names no lower level (action 4 covers them).
    rejecting = [reason for reason in overall if reason.action == REJECTED]
    if rejecting:
        return _enveloped([_interchange(interchange, REJECTED, rejecting[0].error)], interchange, stamp)
    return _enveloped([_interchange(interchange, ACKNOWLEDGED, ""), *body], interchange, stamp)


def receipt(interchange: Interchange, stamp: Stamp) -> bytes:
    """The interchange that says only that `interchange` arrived (action 8), before it is read."""
    return _enveloped([_interchange(interchange, RECEIVED, "")], interchange, stamp)


def _reasons(received: Message, *levels: str) -> list[Reason]:
    found = [REASONS[finding.code] for finding in received.findings if finding.code in REASONS]
    return [reason for reason in found if reason.level in levels]


def _interchange(interchange: Interchange, action: str, error: str) -> str:
    """UCI: 0020, S002, S003, 0083, 0085."""
    elements = interchange.elements
    parties = [elements[i] if len(elements) > i else [""] for i in (1, 2)]
    return segment("UCI", interchange.control_reference or "", *parties, action, error)


def _group(received: Message) -> str:
    """UCF: 0048, S006, S007, 0083. A group's own faults reject none of its messages."""
    elements = received.interchange.group.elements() if received.interchange.group else []
    parties = [elements[i] if len(elements) > i else [""] for i in (1, 2)]
    return segment("UCF", at(elements, 4), *parties, ACKNOWLEDGED)


def _message(received: Message) -> list[str]:
    """UCM: 0062, S009, 0083, 0085; then, where it is rejected, UCS for each finding that has a position."""
    rejecting = [reason for reason in _reasons(received, "message") if reason.action == REJECTED]
    kind = received.header[1] if len(received.header) > 1 else [""]
    if not rejecting:
        return [segment("UCM", received.reference or "", kind, ACKNOWLEDGED)]
    first = segment("UCM", received.reference or "", kind, REJECTED, rejecting[0].error)
    return [first, *(segment("UCS", str(f.segment), REASONS[f.code].error) for f in _positioned(received))]


def _positioned(received: Message) -> list[Finding]:
    """The findings that name a segment, one for each, in the order of the message (0096 counts UNH as 1)."""
    by_segment = {f.segment: f for f in reversed(received.findings) if f.segment and f.code in REASONS}
    return [by_segment[ordinal] for ordinal in sorted(by_segment)]


def _enveloped(body: list[str], interchange: Interchange, stamp: Stamp) -> bytes:
    """UNB to UNZ around the body, sender and recipient swapped, in the syntax version of the interchange answered."""
    elements = interchange.elements
    version = at(elements, 0, 1)
    sender, recipient = (elements[i] if len(elements) > i else [""] for i in (2, 1))
    kind = ["CONTRL", "D", "3", "UN"] if version in ("1", "2", "3") else ["CONTRL", "4", "1", "UN"]
    lines = message("1", kind, body)
    # References are echoed as they came; where they go beyond ASCII the answer has to say so.
    syntax = ["UNOB" if "".join(lines).isascii() else "UNOY", version or "4"]
    opened = segment("UNB", syntax, sender, recipient, [stamp.date, stamp.time], stamp.reference)
    return write([opened, *lines, segment("UNZ", "1", stamp.reference)])

"""What every message type has in common: its envelope, as the first fields of a reading."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from gatehouse.edifact import Message
from gatehouse.terms.dates import expiry_yymmdd, local_time
from gatehouse.terms.reading import Part

EARLIEST_YEAR = 2000
"""No passenger message of these standards is older; an earlier or missing preparation date is not trusted."""

PART_DIGITS_MAX = 9
"""UNH 0070 is n..2; a longer number is read up to here, so that a hostile one costs nothing."""
PREPARED_AROUND = 2050
"""Puts two-digit preparation years between 1981 and 2080."""


class Envelope(TypedDict):
    """The fields of `Reading` that UNB and UNH state."""

    type: str | None
    version: str | None
    sender: str | None
    recipient: str | None
    sent: str | None
    reference: str | None
    control_reference: str | None
    common_reference: str | None
    part: Part | None
    test: bool
    offset: int
    end: int


def envelope(message: Message) -> Envelope:
    """UNB 0004, 0010, S004, 0020, 0035 and UNH 0062, S009, 0068, S010 of a message."""
    interchange = message.interchange
    return Envelope(
        type=message.type,
        version=".".join(part for part in message.version if part) or None,
        sender=interchange.sender,
        recipient=interchange.recipient,
        sent=_sent(message),
        reference=message.reference,
        control_reference=interchange.control_reference,
        common_reference=message.common_reference,
        part=_part(message),
        test=interchange.is_test,
        offset=message.offset,
        end=message.end,
    )


def _sent(message: Message) -> str | None:
    date, time = message.interchange.prepared
    return local_time(expiry_yymmdd(date, PREPARED_AROUND), time)


def _part(message: Message) -> Part | None:
    number, mark = message.sequence
    if not number.isdecimal() or len(number) > PART_DIGITS_MAX:
        return None
    return Part(int(number), mark.upper().startswith("F"))


def reference_year(message: Message) -> int:
    """The year that two-digit years are read against: the message's own, else this year's."""
    sent = _sent(message)
    this_year = dt.datetime.now(dt.UTC).year
    if sent and EARLIEST_YEAR <= int(sent[:4]) <= this_year + 1:
        return int(sent[:4])
    return this_year

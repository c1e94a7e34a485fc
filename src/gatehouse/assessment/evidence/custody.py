"""The chain of custody of an item: who held it, since when, and whether anything in the chain was changed.

Each event holds the hash of the one before; its own hash is the SHA-256 of its members as JSON (keys in order, no
spaces). A fault is said and never repaired: what does not hold is labelled "integrity not shown".
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import orjson

from gatehouse.terms.saying import Saying


class Deed(StrEnum):
    """What happened to the item."""

    RECEIVED = "received"
    """It came in. Every chain begins with it, and it comes once."""
    HANDED_OVER = "handed-over"
    CHECKED = "checked"
    """Its file was hashed again and was the same."""
    COPIED = "copied"


class Event(NamedTuple):
    """Event `number`, from 1. `by` held the item, `to` holds it from now on; both are references of the audit log."""

    number: int
    deed: Deed
    by: str
    to: str
    at: dt.datetime
    sha256: str
    previous: str
    hash: str


class Fault(NamedTuple):
    """What does not hold, at which event."""

    number: int
    text: Saying


def event_after(last: Event | None, deed: Deed, by: str, to: str, at: dt.datetime, *, sha256: str) -> Event:
    """The next event of a chain. `sha256` is the file's, or of the item's words where it has no file."""
    number, previous = (last.number + 1, last.hash) if last else (1, "")
    bare = Event(number, deed, by, to, at, sha256, previous, "")
    return bare._replace(hash=_hash(bare))


def _hash(event: Event) -> str:
    told = event._asdict() | {"at": event.at.astimezone(dt.UTC).isoformat(), "deed": str(event.deed)}
    del told["hash"]
    return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()


def faults(events: Sequence[Event], sha256: str) -> list[Fault]:
    """What does not hold in a chain of an item that is now of this hash. None: the integrity of the item is shown."""
    if not events:
        return [Fault(0, Saying("nothing says how it came in"))]
    found = []
    for place, event in enumerate(events, 1):
        before = events[place - 2] if place > 1 else None
        found += [Fault(event.number, text) for text in _wrong(event, before, place)]
        if event.sha256 != sha256:
            found.append(Fault(event.number, Saying("what was held then is not what is kept now")))
    return found


def _wrong(event: Event, before: Event | None, place: int) -> list[Saying]:
    wrong = []
    if event.number != place:
        wrong.append(Saying("an event is missing or out of order"))
    if event.hash != _hash(event) or event.previous != (before.hash if before else ""):
        wrong.append(Saying("the event was changed, or stands after another one than it did"))
    if (event.deed is Deed.RECEIVED) != (before is None):
        wrong.append(Saying("the chain does not begin with receiving it, or begins twice"))
    if before and event.by != before.to:
        wrong.append(Saying("it was in the hands of somebody else"))
    if before and event.at < before.at:
        wrong.append(Saying("it is earlier than the event before"))
    return wrong

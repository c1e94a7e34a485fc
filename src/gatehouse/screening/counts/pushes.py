"""Which messages are due for a flight by when, and which were seen, came late or are missing. Pure.

What is due stands in `messages_due.csv`, with its source; [K] was not compared with the text. A message counts for the
push in whose time it came: a push's time begins `opens_hours_before` (the first one's whenever), and lasts until the
next one's begins. It was on time up to the push's due time and the grace of `timing`.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from gatehouse.screening.counts.timing import GRACE

DUE_FILE = Path(__file__).with_name("messages_due.csv")


class Seen(StrEnum):
    """How a push stands: due later, seen on time, come late, or missing although its time is over."""

    DUE = "due"
    SEEN = "seen"
    LATE = "late"
    MISSING = "missing"


class PushDue(NamedTuple):
    """A row of the file; `opens_hours` None: whenever it comes before the next one's time."""

    type: str
    push: str
    hours: float
    opens_hours: float | None


class Push(NamedTuple):
    """A push of one flight: when it is due, how it stands, and when its first message came, if any."""

    type: str
    push: str
    due: dt.datetime
    state: Seen
    came: dt.datetime | None


@lru_cache(maxsize=1)
def messages_due() -> tuple[PushDue, ...]:
    """The rows of the file, those of one type in the order of their time."""
    with DUE_FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(
            PushDue(
                row["type"],
                row["push"],
                float(row["hours_before"]),
                float(row["opens_hours_before"]) if row["opens_hours_before"] else None,
            )
            for row in csv.DictReader(rows)
        )


def pushes(departs: dt.datetime, received: Mapping[str, Sequence[dt.datetime]], now: dt.datetime) -> tuple[Push, ...]:
    """Every push of a flight. `received` are the times of receipt of the messages about it, by type."""
    return tuple(_push(one, departs, received.get(one.type, ()), now) for one in messages_due())


def _push(one: PushDue, departs: dt.datetime, received: Sequence[dt.datetime], now: dt.datetime) -> Push:
    due = departs - dt.timedelta(hours=one.hours)
    begins, ends = _time_of(one, departs)
    came = sorted(at for at in received if begins <= at < ends)
    last = due + GRACE
    if any(at <= last for at in came):
        state = Seen.SEEN
    elif came:
        state = Seen.LATE
    else:
        state = Seen.MISSING if now > last else Seen.DUE
    return Push(one.type, one.push, due, state, came[0] if came else None)


def _time_of(one: PushDue, departs: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    later = [row for row in messages_due() if row.type == one.type and row.hours < one.hours]
    begins = _ALWAYS[0] if one.opens_hours is None else departs - dt.timedelta(hours=one.opens_hours)
    opens = [row.opens_hours for row in later if row.opens_hours is not None]
    return begins, departs - dt.timedelta(hours=max(opens)) if opens else _ALWAYS[1]


_ALWAYS = dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC)

"""Writing to the log, and reading it in order.

`record` writes in the caller's own transaction: the act and its entry commit together or not at all. The entries get
their numbers in that commit (`models`), so that a committed entry is never without one and a crash at any line leaves
either all of it or nothing. Callers at READ COMMITTED wait for each other only while they commit; a transaction of a
stricter isolation that meets another one fails as a whole and has to be tried again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from django.db import connection, transaction
from django.utils import timezone

from gatehouse.audit.beginning import WHOLE, Beginning, beginning_of
from gatehouse.audit.entry import Entry, decoded
from gatehouse.audit.errors import EntryError
from gatehouse.audit.export import Leaf

ENTRIES_AT_ONCE = 5_000
"""Entries in one waiting row; longer batches are several."""
PAGE = 10_000
"""Entries read at once."""
AGE_MAX = dt.timedelta(hours=1)
AHEAD_MAX = dt.timedelta(minutes=5)
"""How far an entry's time may lie before and after the clock when it is recorded."""

SIZE = """
SELECT greatest((SELECT max(number) + 1 FROM audit_entry), (SELECT max(size) FROM audit_forgotten), 0)
"""
FORGOTTEN = "SELECT size, edge FROM audit_forgotten ORDER BY size DESC LIMIT 1"
READ = "SELECT number, body FROM audit_entry WHERE number > %s AND number < %s ORDER BY number LIMIT %s"
TOLD = "SELECT body FROM audit_entry WHERE body::json ->> 'subject' = %s AND body::json ->> 'act' = %s ORDER BY number"
ABOUT = "SELECT number FROM audit_entry WHERE body::json ->> 'subject' = %s ORDER BY number LIMIT %s"


def record(entries: Sequence[Entry]) -> None:
    """Write entries, in this order, in the transaction that is open. To be called beside the act that they tell of.

    Raises `EntryError` outside a transaction, and for an entry whose time is not about now: an entry is made when the
    act is done. What the database refuses is raised by it, at the latest by the commit, and undoes the act as well.
    """
    if not connection.in_atomic_block:
        raise EntryError("entries are recorded outside a transaction", "call record inside the act's own atomic block")
    now = timezone.now()
    if any(not now - AGE_MAX <= entry.at <= now + AHEAD_MAX for entry in entries):
        raise EntryError("the time of an entry is not about now", "make the entry when the act is done")
    with connection.cursor() as cursor:
        for start in range(0, len(entries), ENTRIES_AT_ONCE):
            bodies = [entry.encoded().decode("ascii") for entry in entries[start : start + ENTRIES_AT_ONCE]]
            cursor.execute("INSERT INTO audit_waiting (bodies) VALUES (%s::text[])", [bodies])


def size() -> int:
    """How many entries the log has: the next number."""
    with connection.cursor() as cursor:
        cursor.execute(SIZE)
        return int(cursor.fetchone()[0])


def beginning() -> Beginning:
    """Where the log begins: behind what was forgotten."""
    with connection.cursor() as cursor:
        cursor.execute(FORGOTTEN)
        newest = cursor.fetchone()
    return beginning_of(int(newest[0]), bytes(newest[1])) if newest else WHOLE


def leaves(first: int, end: int) -> Iterator[Leaf]:
    """The entries from number `first` up to, and without, `end`, in order and a page at a time.

    What is missing is left out: finding it out is for `verify`. A body that holds other signs than it may still comes
    out as bytes.
    """
    last = first - 1
    while True:
        with connection.cursor() as cursor:
            cursor.execute(READ, [last, end, PAGE])
            page = cursor.fetchall()
        for number, body in page:
            yield number, body.encode()
        if len(page) < PAGE:
            return
        last = page[-1][0]


def numbers_about(subject: str, limit: int) -> list[int]:
    """The numbers of the first `limit` entries about a subject, ascending."""
    with connection.cursor() as cursor:
        cursor.execute(ABOUT, [subject, limit])
        return [number for (number,) in cursor.fetchall()]


def told(act: str, subject: str) -> list[Entry]:
    """The entries of an act about a subject, in order."""
    with connection.cursor() as cursor:
        cursor.execute(TOLD, [subject, act])
        return [decoded(body.encode()) for (body,) in cursor.fetchall()]


def left_waiting() -> int:
    """How many committed entries have no number: none, unless somebody switched the numbering off."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(sum(cardinality(bodies)), 0) FROM audit_waiting")
        return int(cursor.fetchone()[0])

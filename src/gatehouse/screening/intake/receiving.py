"""A file arrives: what is sensitive is taken out, then its bytes are committed before anything is read from them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone

from gatehouse.screening.intake import content, events, removals
from gatehouse.screening.intake.claims import UNFINISHED
from gatehouse.screening.intake.forgetting import tombstone
from gatehouse.screening.intake.models import Transmission
from gatehouse.screening.intake.sensitive.copying import Copied, copied, without_sensitive
from gatehouse.screening.stored_text import storable
from gatehouse.work.putting import put, take_off

FILE_BYTES_MAX = 1 << 30
"""Larger files are recorded and refused. A day's push of the largest flights is a thousandth of this."""

READ = "read"
"""The kind of work (`work/kinds.csv`) that a received file is put down as."""
NO_TRANSMISSION = 0
"""The key of no row: the file could not be read at all."""

MAKE = """
INSERT INTO intake_transmission (sha256, name, channel, size, received_at, state, messages_done, error)
VALUES (%s, %s, %s, %s, %s, %s, 0, %s) ON CONFLICT (sha256) DO NOTHING RETURNING id
"""
FINISH = """
UPDATE intake_transmission held SET state = told.state, error = told.error, touches = NULL
FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS told (id, state, error) WHERE held.id = told.id
"""


class Received(NamedTuple):
    """A file that was received: its transmission, its size in bytes, and whether the same bytes were held before.

    `error` says why it was refused at the door, if so, or why it was quarantined when it was taken before. `removed`
    counts by trait what was taken out of it now.
    """

    transmission: int
    size: int
    is_known: bool
    error: str | None = None
    removed: Mapping[str, int] = MappingProxyType({})


def receive(path: Path, channel: str) -> Received:
    """Store the file's bytes and commit them; the same bytes again are the transmission they were.

    What is held has nothing sensitive in it (`sensitive.Redacted`), and is told from its repeats by its own hash: one
    of the file as it came would let whoever holds a short message try what was taken out of it.

    A file that is too large, or in which no interchange is found, is recorded as quarantined, without its bytes. One
    that the system does not let us read is told in `error` and leaves nothing behind: the next run tries it again.
    """
    try:
        return _received(path, channel)
    except OSError as fault:
        cause = fault.strerror or "it is no file of bytes that can be read twice"
        return Received(
            NO_TRANSMISSION, 0, is_known=False, error=f"not received: {cause}; check it and ingest it again"
        )


def _received(path: Path, channel: str) -> Received:
    with path.open("rb") as stream:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        if size > FILE_BYTES_MAX:
            error = f"the file is larger than {FILE_BYTES_MAX} bytes; have the sender split it"
            return _refused(path, channel, Copied.refused(size, error))
        return take(stream, path.name, channel)


def take(stream: BinaryIO, name: str, channel: str) -> Received:
    """Store what a stream holds, as `receive` does with a file; whoever opened it has bounded its size."""
    with copied(stream) as copy:
        path = Path(name)
        return _refused(path, channel, copy) if copy.error else _held(path, channel, copy)


def _held(path: Path, channel: str, copy: Copied) -> Received:
    known = Transmission.objects.filter(sha256__in=[copy.sha256, tombstone(copy.sha256)]).first()
    if known:
        return Received(known.id, copy.size, is_known=True, error=known.error or None)
    key = content.sealing_key()
    with transaction.atomic():
        made, is_new = _recorded(path, channel, copy)
        if is_new:
            content.store(made, copy.stream, key)
            removals.count(copy.removed)
            events.received(made, copy.size, copy.removed)
            put(READ, made)
    return Received(made, copy.size, not is_new, None, copy.removed if is_new else {})


def _refused(path: Path, channel: str, copy: Copied) -> Received:
    """A file of which nothing is held but that it came, its name, its size and why it was refused."""
    with transaction.atomic():
        made, is_new = _recorded(path, channel, copy)
        if is_new:
            events.quarantined(made)
    return Received(made, copy.size, not is_new, copy.error)


def _recorded(path: Path, channel: str, copy: Copied) -> tuple[int, bool]:
    """The key of a file's row, made once, and whether it was made now.

    The row says at once that the file was refused: the web process may change no row.
    """
    name = without_sensitive(path.name)
    state = Transmission.State.QUARANTINED if copy.error else Transmission.State.RECEIVED
    error = storable(copy.error) or ""
    row = [copy.sha256, storable(name), channel, copy.size, timezone.now(), str(state), error]
    with connection.cursor() as cursor:
        cursor.execute(MAKE, row)
        made = cursor.fetchone()
    if made:
        return int(made[0]), True
    # Another process received the same bytes meanwhile.
    return int(Transmission.objects.values_list("id", flat=True).get(sha256=copy.sha256)), False


def finish(ended: Mapping[int, str | None]) -> None:
    """Record that transmissions are done: every message stored, or those before the fault that the text tells of."""
    if not ended:
        return
    quarantined, screened = str(Transmission.State.QUARANTINED), str(Transmission.State.SCREENED)
    states = [quarantined if error else screened for error in ended.values()]
    errors = [storable(error) or "" for error in ended.values()]
    with connection.cursor() as cursor:
        cursor.execute(FINISH, [list(ended), states, errors])
    take_off(READ, ended)


def unfinished() -> list[int]:
    """Transmissions of which something is still to be done and nothing failed, oldest first."""
    received = Transmission.objects.filter(state=Transmission.State.RECEIVED)
    return list(received.order_by("id").values_list("id", flat=True))


def bytes_unfinished() -> int:
    """The bytes of the transmissions of which something is still to be done."""
    received = Transmission.objects.filter(state=Transmission.State.RECEIVED)
    return int(received.aggregate(total=Sum("size", default=0))["total"])


def put_down_again() -> None:
    """Put down the work on whatever is unfinished and does not wait already, as what an older version received."""
    put(READ, *Transmission.objects.filter(state__in=UNFINISHED).order_by("id").values_list("id", flat=True))


def messages_done(transmission: int) -> int:
    """How many of the transmission's messages are stored."""
    return progress([transmission])[transmission]


def progress(transmissions: Sequence[int]) -> dict[int, int]:
    """How many messages of each of the transmissions are stored."""
    rows = Transmission.objects.filter(id__in=transmissions)
    return dict(rows.values_list("id", "messages_done"))


def names(transmissions: list[int]) -> dict[int, str]:
    """The file name of each transmission."""
    return dict(Transmission.objects.filter(id__in=transmissions).values_list("id", "name"))


def any_received() -> bool:
    """Whether any file was ever received."""
    return Transmission.objects.exists()

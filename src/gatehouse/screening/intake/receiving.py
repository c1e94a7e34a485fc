"""A file arrives: its bytes are committed before anything is read from them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import Transmission
from gatehouse.screening.stored_text import storable

FILE_BYTES_MAX = 1 << 30
"""Larger files are recorded and refused. A day's push of the largest flights is a thousandth of this."""

NO_TRANSMISSION = 0
"""The key of no row: the file could not be read at all."""


class Received(NamedTuple):
    """A file that was received: its transmission, its size in bytes, and whether the same bytes were held before.

    `error` says why it was refused at the door, if so, or why it was quarantined when it was taken before.
    """

    transmission: int
    size: int
    is_known: bool
    error: str | None = None


def receive(path: Path, channel: str) -> Received:
    """Store the file's bytes and commit them; the same bytes again are the transmission they were.

    A file that is too large is recorded as quarantined, without its bytes. One that the system does not let us read is
    told in `error` and leaves nothing behind: the next run tries it again.
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
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        size = stream.tell()
        known = Transmission.objects.filter(sha256=sha256).first()
        if known:
            return Received(known.id, size, is_known=True, error=known.error or None)
        stream.seek(0)
        with transaction.atomic():
            made, is_new = Transmission.objects.get_or_create(
                sha256=sha256, defaults={"name": storable(path.name), "channel": channel, "size": size}
            )
            error = None
            if is_new and size > FILE_BYTES_MAX:
                error = f"the file is larger than {FILE_BYTES_MAX} bytes; have the sender split it"
                finish(made.id, error)
            elif is_new:
                content.store(made.id, stream)
    return Received(made.id, size, not is_new, error)


def finish(transmission: int, error: str | None) -> None:
    """Record that the transmission is done: every message stored, or those before the fault that `error` tells of."""
    state = Transmission.State.QUARANTINED if error else Transmission.State.SCREENED
    Transmission.objects.filter(id=transmission).update(state=state, error=storable(error) or "", touches=None)


def unfinished() -> list[int]:
    """Transmissions of which something is still to be done, oldest first."""
    received = Transmission.objects.filter(state=Transmission.State.RECEIVED)
    return list(received.order_by("id").values_list("id", flat=True))


def messages_done(transmission: int) -> int:
    """How many of the transmission's messages are stored."""
    return Transmission.objects.values_list("messages_done", flat=True).get(id=transmission)


def names(transmissions: list[int]) -> dict[int, str]:
    """The file name of each transmission."""
    return dict(Transmission.objects.filter(id__in=transmissions).values_list("id", "name"))


def any_received() -> bool:
    """Whether any file was ever received."""
    return Transmission.objects.exists()

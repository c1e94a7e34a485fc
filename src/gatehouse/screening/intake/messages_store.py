"""The messages of a batch: which are exact repeats, and their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import orjson
from django.db import connection

from gatehouse.screening.bulk import copy_rows, fresh_ids
from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.intake.series import SeriesBook, SeriesStep, base_of
from gatehouse.screening.stored_text import storable
from gatehouse.terms.finding import Finding
from gatehouse.terms.reading import Reading

COLUMNS = (
    "id", "transmission_id", "index", "begin", "end", "sha256", "state", "type", "version", "function", "function_code",
    "sender", "recipient", "sent", "control_reference", "reference", "series_id", "part", "travellers", "findings",
    "list_state",
)  # fmt: skip

REPLY_TYPES = frozenset({"CUSRES", "CONTRL", "ACKRES", "GOVREQ"})
"""Types that answer or ask: they are kept, and put nobody on a flight."""

Repeat = tuple[str, str | None, str | None]
"""What makes an exact repeat: SHA-256 of the message's bytes, sender, UNB 0020."""


class OutOfTurnError(Exception):
    """Two processes stored the same messages; the second one must give up its transaction."""


@dataclass(slots=True)
class Incoming:
    """A message on its way into the database."""

    transmission: int
    index: int
    reading: Reading
    sha256: str
    id: int = 0
    state: str = StoredMessage.State.SCREENED
    step: SeriesStep | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def push(self) -> str:
        """What the message's statements are known by: its series, or itself where it stands alone."""
        return self.step.push if self.step else f"m{self.id}"

    @property
    def ends_series(self) -> bool:
        """Whether all parts of what it belongs to are here."""
        return self.step is None or self.step.is_complete

    @property
    def is_about_flight(self) -> bool:
        """Whether it says anything of a flight or of people; CONTRL and unknown types do not, replies act on nobody."""
        said = self.reading
        return said.type not in REPLY_TYPES and bool(said.travellers or said.bookings or said.flights)

    @property
    def repeat(self) -> Repeat:
        """What an exact repeat of it would share."""
        reading = self.reading
        return self.sha256, storable(reading.sender), storable(reading.control_reference)


def register(batch: Sequence[Incoming]) -> list[Incoming]:
    """Give each message its key, find the exact repeats and the series; returns the messages that are to act."""
    ids = fresh_ids(StoredMessage, len(batch))
    seen = _stored_repeats(batch)
    acting = []
    for message in batch:
        message.id = next(ids)
        message.findings.extend(message.reading.findings)
        if message.repeat in seen:
            message.state = StoredMessage.State.DUPLICATE
            continue
        seen.add(message.repeat)
        if not message.is_about_flight:
            message.state = StoredMessage.State.SET_ASIDE
        acting.append(message)
    _join_series(acting)
    return acting


def _stored_repeats(batch: Sequence[Incoming]) -> set[Repeat]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sha256, sender, control_reference FROM intake_storedmessage"
            " WHERE sha256 = ANY(%s) AND state <> 'duplicate'",
            [[message.sha256 for message in batch]],
        )
        return set(cursor.fetchall())


def _join_series(acting: Sequence[Incoming]) -> None:
    bases = {message.id: base for message in acting if (base := base_of(message.reading))}
    if not bases:
        return
    book = SeriesBook(bases.values(), len(bases))
    for message in acting:
        part = message.reading.part
        if message.id in bases and part:
            message.step = book.take(bases[message.id], part.number, part.last)
    book.save()


def save(batch: Sequence[Incoming], list_state: int) -> None:
    """Write the rows of a batch, and that their transmissions are done up to there.

    Raises `OutOfTurnError` when another process stored some of them: the transaction must not commit.
    """
    copy_rows(StoredMessage, COLUMNS, [_row(message, list_state) for message in batch])
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    for message in batch:
        firsts.setdefault(message.transmission, message.index)
        lasts[message.transmission] = message.index
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE intake_transmission held SET messages_done = told.last + 1"
            " FROM unnest(%s::bigint[], %s::int[], %s::int[]) AS told (id, first, last)"
            " WHERE held.id = told.id AND held.messages_done = told.first",
            [list(firsts), list(firsts.values()), list(lasts.values())],
        )
        if cursor.rowcount != len(firsts):
            raise OutOfTurnError("messages of this batch were stored meanwhile; run the same command again")


def _row(message: Incoming, list_state: int) -> tuple[str | int | None, ...]:
    said = message.reading
    texts = (said.type, said.version, said.function, said.function_code, said.sender, said.recipient, said.sent)
    return (
        message.id, message.transmission, message.index, said.offset, said.end, message.sha256, str(message.state),
        *map(storable, texts), storable(said.control_reference), storable(said.reference),
        message.step.id if message.step else None, said.part.number if said.part else None,
        len(said.travellers), _findings_json(message.findings), list_state,
    )  # fmt: skip


def _findings_json(findings: Sequence[Finding]) -> str:
    rows = [{"severity": f.severity, "code": f.code, "segment": f.segment, "text": storable(f.text)} for f in findings]
    return orjson.dumps(rows).decode()

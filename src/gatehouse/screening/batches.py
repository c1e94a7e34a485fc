"""Messages read from what was received, in batches that are each worth one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gatehouse.edifact import EdifactError
from gatehouse.screening.intake import receiving
from gatehouse.screening.intake.content import HeldStream
from gatehouse.screening.intake.messages_store import Incoming
from gatehouse.screening.messages.dispatch import read_messages
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Traveller

BATCH_TRAVELLERS = 2_000
BATCH_MESSAGES = 2_000
"""A batch is closed when it reaches either. One message is never divided, however long it is."""


class Ended(NamedTuple):
    """A transmission whose last message is in the batch; `error` says why it could not be read on, if so."""

    transmission: int
    error: str | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages to store together, and the transmissions that end with them."""

    messages: list[Incoming] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)

    @property
    def travellers(self) -> list[Traveller]:
        """The travellers of its messages, in order."""
        return [said for message in self.messages for said in message.reading.travellers]

    @property
    def failed(self) -> list[int]:
        """The transmissions that could not be read on."""
        return [ended.transmission for ended in self.ended if ended.error]


def read_batches(transmissions: Sequence[int]) -> Iterator[Batch]:
    """Batches of the messages that are not stored yet, over all the transmissions in turn."""
    batch, travellers = Batch(), 0
    progress = receiving.progress(transmissions)
    for transmission in transmissions:
        for step in _steps(transmission, progress[transmission]):
            if isinstance(step, Ended):
                batch.ended.append(step)
                continue
            batch.messages.append(step)
            travellers += len(step.reading.travellers)
            if travellers >= BATCH_TRAVELLERS or len(batch.messages) >= BATCH_MESSAGES:
                yield batch
                batch, travellers = Batch(), 0
    if batch.messages or batch.ended:
        yield batch


def _steps(transmission: int, done: int) -> Iterator[Incoming | Ended]:
    stream = HeldStream(transmission)
    error = None
    try:
        for index, reading in enumerate(read_messages(stream)):
            raw = stream.cut(reading.offset, reading.end)
            if index >= done:
                yield _incoming(transmission, index, reading, raw)
    except EdifactError as fault:
        error = str(fault)
    yield Ended(transmission, error)


def _incoming(transmission: int, index: int, reading: Reading, raw: bytes) -> Incoming:
    return Incoming(transmission, index, reading, hashlib.sha256(raw).hexdigest())

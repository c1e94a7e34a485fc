"""What a run has done so far, and how long each stage took."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from gatehouse.screening.batches import Batch
from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.intake.receiving import Received

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What one run of `flow.ingest` did. `seconds` by stage: receive, read, screen, place, hits, commit.

    `known_files` were held before, byte for byte; `quarantined` holds file and error of each file that could not be
    read on. `travellers` counts people in messages, `flights` the different legs they were put on, `findings` by
    severity.
    """

    files: int
    known_files: int
    quarantined: tuple[tuple[str, str], ...]
    messages: int
    duplicates: int
    travellers: int
    flights: int
    findings: Mapping[str, int]
    hits: int
    seconds: Mapping[str, float]


@dataclass(slots=True)
class Tally:
    """The running count. `bytes_done` of `bytes_expected` have been read; `report` is called after each step."""

    report: Callable[[Tally], None]
    files: int = 0
    known_files: int = 0
    bytes_expected: int = 0
    bytes_done: int = 0
    messages: int = 0
    duplicates: int = 0
    travellers: int = 0
    hits: int = 0
    quarantined: list[tuple[str, str]] = field(default_factory=list)
    flights: set[int] = field(default_factory=set)
    findings: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the block to a stage."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - began

    def timed(self, name: str, items: Iterator[Item]) -> Iterator[Item]:
        """The items, with the time that making them takes added to a stage."""
        while True:
            with self.stage(name):
                item = next(items, None)
            if item is None:
                return
            yield item

    def took_in(self, path: Path, received: Received) -> None:
        """A file was received."""
        self.files += 1
        self.known_files += received.is_known
        self.bytes_expected += 0 if received.is_known else received.size
        if received.error:
            self.quarantined.append((path.name, received.error))
        self.report(self)

    def took(self, batch: Batch, names: Mapping[int, str]) -> None:
        """A batch was committed; `names` are the file names of its failed transmissions."""
        for message in batch.messages:
            self.messages += 1
            self.duplicates += message.state == StoredMessage.State.DUPLICATE
            self.bytes_done += message.reading.end - message.reading.offset
            self.findings.update(str(finding.severity) for finding in message.findings)
        self.travellers += len(batch.travellers)
        self.quarantined += [(names[e.transmission], e.error) for e in batch.ended if e.error]
        self.report(self)

    def summary(self) -> IngestSummary:
        """The count as it stands."""
        return IngestSummary(
            self.files,
            self.known_files,
            tuple(self.quarantined),
            self.messages,
            self.duplicates,
            self.travellers,
            len(self.flights),
            dict(self.findings),
            self.hits,
            dict(self.seconds),
        )

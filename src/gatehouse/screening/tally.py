"""What a run has done so far, and how long each stage took."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TypeVar

from gatehouse.screening.batches import Batch
from gatehouse.screening.intake.models import StoredMessage
from gatehouse.screening.intake.receiving import Received

Item = TypeVar("Item")


@dataclass(slots=True, kw_only=True)
class Done:
    """What was done: counted by each process, and added up over all of them.

    `left_out` counts travellers of whose search something was left out; `quarantined` holds file and error.
    """

    messages: int = 0
    travellers: int = 0
    hits: int = 0
    left_out: int = 0
    quarantined: list[tuple[str, str]] = field(default_factory=list)
    seconds: Counter[str] = field(default_factory=Counter)

    def so_far(self) -> Done:
        """A copy of the count as it stands."""
        return Done(**{name: copy(getattr(self, name)) for name in COUNTED})

    def since(self, before: Done) -> Done:
        """What was done after `before`, an earlier state of the same count."""
        numbers = {name: getattr(self, name) - getattr(before, name) for name in NUMBERS}
        seconds = Counter({stage: took - before.seconds[stage] for stage, took in self.seconds.items()})
        return Done(**numbers, quarantined=self.quarantined[len(before.quarantined) :], seconds=seconds)

    def add(self, step: Done) -> None:
        """Count what another did as well."""
        for name in NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(step, name))
        self.quarantined += step.quarantined
        self.seconds.update(step.seconds)


COUNTED = tuple(field.name for field in fields(Done))
NUMBERS = tuple(name for name in COUNTED if name not in ("quarantined", "seconds"))


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What one run of `flow.ingest` did. `seconds` by stage: receive, read, screen, place, hits, review, commit.

    `known_files` were held before, byte for byte; `quarantined` holds file and error of each file that could not be
    read on. `travellers` counts people in messages, `left_out` those of whose search something was left out, `flights`
    the different legs they were put on, `findings` by severity, `removed` what was taken out of the new files before
    anything was stored, by trait.
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
    removed: Mapping[str, int]
    left_out: int = 0


@dataclass(slots=True)
class Tally(Done):
    """The running count. `bytes_done` of `bytes_expected` have been read; `report` is called after each step."""

    report: Callable[[Tally], None]
    files: int = 0
    known_files: int = 0
    bytes_expected: int = 0
    bytes_done: int = 0
    duplicates: int = 0
    flights: set[int] = field(default_factory=set)
    findings: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the block to a stage."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - began  # type: ignore[assignment]  # it counts any number

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
        self.removed.update(received.removed)
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
            dict(self.removed),
            self.left_out,
        )

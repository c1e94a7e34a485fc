"""List entries compiled to an index, in one pass over the entries: none is kept as an object."""

from __future__ import annotations

import io
import os
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import BinaryIO, NamedTuple

import numpy as np

from gatehouse.names.packed import WIDTH
from gatehouse.screening.matching.index.arrays import Entries, Index
from gatehouse.screening.matching.index.births import births_of
from gatehouse.screening.matching.index.entries import EntryWriter
from gatehouse.screening.matching.index.reading import Names, Read, read_all
from gatehouse.screening.matching.index.rows import BIRTH_COLUMNS, Births, Readings, index_of
from gatehouse.screening.matching.name_kernel import FACTS
from gatehouse.terms.entry import ListEntry, NameQuality

BATCH = 5000
"""Entries whose names are read at a time."""
NAMES_MAX = 5_000
"""Names of an entry that are searched; an entry with more is screened on these (`pair.LISTED_NAMES_MAX`)."""
PROCESSES_MAX = 8

Progress = Callable[[int], None]
"""Told how many entries have been read so far."""


class Compiled(NamedTuple):
    """A compiled list: what is searched, and the entries that it speaks of."""

    index: Index  # type: ignore[assignment]  # the field hides a method of tuple that nobody needs here
    entries: Entries


class _Gathered:
    """What is kept of entries and their names while they pass."""

    def __init__(self, writer: EntryWriter) -> None:
        self.writer = writer
        self.births, self.birth_counts = array("i"), array("i", [0])
        self.weak, self.name_counts = bytearray(), array("i", [0])

    def batches(self, entries: Iterable[ListEntry]) -> Iterator[Names]:
        """The names of the entries, batch by batch, with everything else set aside."""
        each = iter(entries)
        while batch := list(islice(each, BATCH)):
            yield [self._names(entry) for entry in batch]

    def _names(self, entry: ListEntry) -> tuple[str, ...]:
        self.writer.add(entry)
        births = births_of(entry.birth_dates)
        for birth in births:
            self.births.extend(birth)
        self.birth_counts.append(len(births))
        names = entry.names[:NAMES_MAX]
        self.weak.extend(name.quality is NameQuality.WEAK for name in names)
        self.name_counts.append(len(names))
        return tuple(name.full for name in names)

    def arrays(self) -> Births:
        """The births of all entries."""
        births = np.array(self.births, dtype=np.int32).reshape(-1, BIRTH_COLUMNS)
        weak = np.frombuffer(bytes(self.weak), dtype=np.uint8)
        return Births(_starts(self.birth_counts), births, _starts(self.name_counts), weak)


def _starts(counts: array[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.cumsum(np.array(counts, dtype=np.int64))


def _together(reads: list[Read], sizes: list[int]) -> tuple[Readings, np.ndarray, np.ndarray]:
    """The readings of all batches, their tokens numbered on from reader to reader."""
    readers = list(dict.fromkeys(read.reader for read in reads))
    counts = {reader: sum(len(read.new) for read in reads if read.reader == reader) for reader in readers}
    offsets = dict(zip(readers, np.cumsum([0, *counts.values()]).tolist(), strict=False))
    firsts = np.cumsum([0, *sizes])
    joined = Readings(
        _joined([read.tokens + np.int32(offsets[read.reader]) for read in reads]),
        _joined([read.lengths for read in reads]),
        _joined([read.of_entry + np.int32(first) for read, first in zip(reads, firsts, strict=False)]),
        _joined([read.of_name for read in reads]),
    )
    ordered = [read for reader in readers for read in reads if read.reader == reader]
    tokens = [read.new for read in ordered] or [np.empty((0, WIDTH), dtype=np.uint8)]
    facts = [read.new_facts for read in ordered] or [np.empty((0, len(FACTS)), dtype=np.float32)]
    return joined, np.concatenate(tokens), np.concatenate(facts)


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int32)


def processes_usable() -> int:
    """One for each processor this process may use, at most PROCESSES_MAX."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return min(PROCESSES_MAX, usable)


def gathered(
    entries: Iterable[ListEntry], stream: BinaryIO, progress: Progress, processes: int
) -> tuple[Index, EntryWriter]:
    """The index of the entries, whose text is written to `stream` as they pass."""
    writer = EntryWriter(stream)
    kept = _Gathered(writer)
    reads: list[Read] = []
    sizes: list[int] = []

    def measured() -> Iterator[Names]:
        for names in kept.batches(entries):
            sizes.append(len(names))
            yield names

    for read in read_all(measured(), processes):
        reads.append(read)
        progress(sum(sizes[: len(reads)]))
    readings, tokens, facts = _together(reads, sizes)
    reads.clear()
    return index_of(readings, kept.arrays(), tokens, facts), writer


def build(entries: Iterable[ListEntry], progress: Progress = lambda _: None) -> Compiled:
    """A compiled list in memory."""
    stream = io.BytesIO()
    index, writer = gathered(entries, stream, progress, processes_usable())
    return Compiled(index, writer.finished(stream.getvalue()))

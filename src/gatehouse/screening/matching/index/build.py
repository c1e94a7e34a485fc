"""List entries compiled to an index, in one pass over the entries: none is kept as an object."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import BinaryIO, NamedTuple

import numpy as np

from gatehouse.names.packed import WIDTH
from gatehouse.screening.matching.index.arrays import F32, I32, I64, U8, Entries, Index
from gatehouse.screening.matching.index.batches import EntryBatch, read_entries, together
from gatehouse.screening.matching.index.entries import EntryWriter
from gatehouse.screening.matching.index.familiar import NOBODY, Familiar
from gatehouse.screening.matching.index.reading import by_readers
from gatehouse.screening.matching.index.rows import BIRTH_COLUMNS, Births, Readings, index_of
from gatehouse.screening.matching.name_kernel import FACTS
from gatehouse.screening.watchlists.entry_json import to_bytes
from gatehouse.terms.entry import ListEntry

BATCH = 5000
"""Entries whose names are read at a time."""
PROCESSES_MAX = 8

Progress = Callable[[int], None]
"""Told how many entries have been read so far."""


class Compiled(NamedTuple):
    """A compiled list: what is searched, and the entries that it speaks of."""

    index: Index  # type: ignore[assignment]  # the field hides a method of tuple that nobody needs here
    entries: Entries
    familiar: Familiar = NOBODY


def _texts(entries: Iterable[ListEntry], writer: EntryWriter) -> Iterator[bytes]:
    """The entries batch by batch, written as they pass."""
    each = iter(entries)
    while batch := list(islice(each, BATCH)):
        texts = list(map(to_bytes, batch))
        writer.write(texts)
        yield together(texts)


def processes_usable() -> int:
    """One for each processor this process may use, at most PROCESSES_MAX."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return min(PROCESSES_MAX, usable)


def gathered(
    entries: Iterable[ListEntry], stream: BinaryIO, progress: Progress, processes: int
) -> tuple[Index, EntryWriter]:
    """The index of the entries, whose text is written to `stream` as they pass."""
    writer = EntryWriter(stream)
    batches: list[EntryBatch] = []
    done = 0
    for batch in by_readers(_texts(entries, writer), processes, read_entries):
        writer.file(batch.keys)
        batches.append(batch)
        done += len(batch.name_counts)
        progress(done)
    readings, births, (tokens, facts) = _readings(batches), _births(batches), _tokens(batches)
    batches.clear()
    return index_of(readings, births, tokens, facts), writer


def _readings(batches: list[EntryBatch]) -> Readings:
    """The readings of all batches, their tokens numbered on from reader to reader."""
    counts = {
        reader: sum(len(one.read.new) for one in batches if one.read.reader == reader) for reader in _readers(batches)
    }
    offsets = dict(zip(counts, np.cumsum([0, *counts.values()]).tolist(), strict=False))
    firsts = np.cumsum([0, *(len(batch.name_counts) for batch in batches)])
    return Readings(
        _joined([batch.read.tokens + np.int32(offsets[batch.read.reader]) for batch in batches]),
        _joined([batch.read.lengths for batch in batches]),
        _joined([batch.read.of_entry + np.int32(first) for batch, first in zip(batches, firsts, strict=False)]),
        _joined([batch.read.of_name for batch in batches]),
    )


def _readers(batches: list[EntryBatch]) -> list[int]:
    """The readers in the order in which they are first met."""
    return list(dict.fromkeys(batch.read.reader for batch in batches))


def _tokens(batches: list[EntryBatch]) -> tuple[U8, F32]:
    """The tokens of all batches as `_readings` numbers them, with their facts."""
    ordered = [batch.read for reader in _readers(batches) for batch in batches if batch.read.reader == reader]
    tokens = [np.empty((0, WIDTH), dtype=np.uint8), *(read.new for read in ordered)]
    facts = [np.empty((0, len(FACTS)), dtype=np.float32), *(read.new_facts for read in ordered)]
    return np.concatenate(tokens), np.concatenate(facts)


def _births(batches: list[EntryBatch]) -> Births:
    """The births of the entries of all batches."""
    births = [np.empty((0, BIRTH_COLUMNS), dtype=np.int32), *(batch.births for batch in batches)]
    weak = [np.empty(0, dtype=np.uint8), *(batch.weak for batch in batches)]
    return Births(
        _starts([batch.birth_counts for batch in batches]),
        np.concatenate(births),
        _starts([batch.name_counts for batch in batches]),
        np.concatenate(weak),
    )


def _joined(parts: list[I32]) -> I32:
    return np.concatenate([np.empty(0, dtype=np.int32), *parts])


def _starts(counts: list[I32]) -> I64:
    return np.cumsum(np.concatenate([np.zeros(1, dtype=np.int64), *counts]))


def build(entries: Iterable[ListEntry], progress: Progress = lambda _: None) -> Compiled:
    """A compiled list in memory."""
    stream = io.BytesIO()
    index, writer = gathered(entries, stream, progress, processes_usable())
    return Compiled(index, writer.finished(stream.getvalue()))

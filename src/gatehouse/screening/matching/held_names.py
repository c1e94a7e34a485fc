"""The names, births and documents of travellers who are stored, as arrays: what a changed list is compared with.

The reverse of an index: here the travellers are many and the listed are few. Names are kept as tokens, read once by the
same readers that read lists; nothing else of a person is kept but the number of their statement. The arrays are derived
from the stored statements, may be thrown away at any time, and are never changed once written.

Trust: whoever can write to the folder of held names can decide who is not found by a later list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson

from gatehouse.names.packed import WIDTH
from gatehouse.screening.matching.index.arrays import F32, I16, I32, I64, U8, U64
from gatehouse.screening.matching.index.entries import contact_keys, document_keys
from gatehouse.screening.matching.index.reading import Names, Read, read_all
from gatehouse.screening.matching.name_kernel import FACTS
from gatehouse.terms.candidate import Subject

BATCH = 5_000
"""Statements read at a time."""
GROUPS_MAX = 20_000
"""Different statements of sex and nationalities that are told apart."""

Progress = Callable[[int], None]
"""Told how many statements have been read so far."""


class Statement(NamedTuple):
    """A stored statement: its number, the number of the message that made it, and who it speaks of."""

    record: int
    message: int
    subject: Subject


class Held(NamedTuple):
    """V tokens, N readings of names, P statements in the order they were made, D keys of documents and contacts."""

    tokens: U8
    """[V, packed.WIDTH]; a token may stand here more than once."""
    facts: F32
    """[V, len(FACTS)]"""
    name_starts: I64
    """[N + 1] where the tokens of each reading begin in `name_tokens`."""
    name_tokens: I32
    owners: I32
    """[N] the statement of each reading, counted from 0."""
    years: I16
    """[P] birth year, 0 where none is stated."""
    days: I16
    """[P] month * 100 + day of birth; month * 100 or 0 where no more is stated."""
    groups: I16
    """[P] which of the `group_texts` states the sex and nationalities."""
    group_texts: U8
    """JSON text: a list of [sex, [nationality …]]."""
    records: I64
    messages: I64
    keys: U64
    """[D] hashes of document numbers and of contacts, ascending, with `key_owners`."""
    key_owners: I32


class _Kept:
    """What is set aside of statements while their names are read."""

    def __init__(self) -> None:
        self.births: list[tuple[int, int]] = []
        self.numbers: list[tuple[int, int]] = []
        self.keys: list[tuple[int, int]] = []
        self.groups: dict[tuple[str | None, tuple[str, ...]], int] = {}
        self.group_of: list[int] = []

    def batches(self, statements: Iterable[Statement]) -> Iterator[Names]:
        """The names of the statements, batch by batch."""
        each = iter(statements)
        while batch := list(islice(each, BATCH)):
            yield [self._names(one) for one in batch]

    def _names(self, one: Statement) -> tuple[str, ...]:
        place = len(self.numbers)
        self.numbers.append((one.record, one.message))
        self.births.append(birth_numbers(one.subject.birth_date))
        self.group_of.append(self._group(one.subject.sex, one.subject.nationalities))
        self.keys.extend((key, place) for number, _ in one.subject.documents for key in document_keys(number))
        self.keys.extend((key, place) for contact in one.subject.contacts for key in contact_keys(contact))
        return one.subject.names

    def _group(self, sex: str | None, nationalities: tuple[str, ...]) -> int:
        # The last group states nothing: who fits in no other is bounded by it, as nothing speaks against them.
        if len(self.groups) >= GROUPS_MAX:
            sex, nationalities = None, ()
        return self.groups.setdefault((sex, nationalities), len(self.groups))


def groups_of(held: Held) -> list[tuple[str | None, tuple[str, ...]]]:
    """Sex and nationalities of each group."""
    return [(sex, tuple(nationalities)) for sex, nationalities in orjson.loads(held.group_texts.tobytes())]


def birth_numbers(date: str | None) -> tuple[int, int]:
    """Year, and month * 100 + day, of a partial date; 0 for what it does not state."""
    if not date:
        return 0, 0
    return int(date[:4]), int(date[5:7] or 0) * 100 + int(date[8:10] or 0)


def hold(statements: Iterable[Statement], progress: Progress, processes: int) -> Held:
    """The arrays of these statements, whose names are read by so many processes."""
    kept = _Kept()
    reads: list[Read] = []
    firsts: list[int] = []
    sizes: list[int] = []

    def measured() -> Iterator[Names]:
        for names in kept.batches(statements):
            sizes.append(len(names))
            yield names

    done = 0
    for read in read_all(measured(), processes):
        firsts.append(done)
        done += sizes[len(reads)]
        reads.append(read)
        progress(done)
    tokens, facts, bases = _tokens_of(reads)
    numbers = np.array(kept.numbers, dtype=np.int64).reshape(-1, 2)
    births = np.array(kept.births, dtype=np.int16).reshape(-1, 2)
    keys = sorted(kept.keys)
    lengths = _joined([read.lengths for read in reads])
    return Held(
        tokens,
        facts,
        np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths, dtype=np.int64)]),
        _joined([read.tokens + np.int32(bases[read.reader]) for read in reads]),
        _joined([read.of_entry + np.int32(first) for read, first in zip(reads, firsts, strict=True)]),
        np.ascontiguousarray(births[:, 0]),
        np.ascontiguousarray(births[:, 1]),
        np.array(kept.group_of, dtype=np.int16),
        np.frombuffer(orjson.dumps(list(kept.groups)), dtype=np.uint8),
        np.ascontiguousarray(numbers[:, 0]),
        np.ascontiguousarray(numbers[:, 1]),
        np.array([key for key, _ in keys], dtype=np.uint64),
        np.array([owner for _, owner in keys], dtype=np.int32),
    )


def _joined(parts: list[I32]) -> I32:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int32)


def _tokens_of(reads: list[Read]) -> tuple[U8, F32, dict[int, int]]:
    """The tokens of all readers one after the other, and where each reader's begin."""
    by_reader: dict[int, list[Read]] = defaultdict(list)
    for read in reads:
        by_reader[read.reader].append(read)
    bases, base = {}, 0
    tokens: list[U8] = [np.empty((0, WIDTH), dtype=np.uint8)]
    facts: list[F32] = [np.empty((0, len(FACTS)), dtype=np.float32)]
    for reader, its_reads in by_reader.items():
        bases[reader] = base
        for read in its_reads:
            base += len(read.new)
            tokens.append(read.new)
            facts.append(read.new_facts)
    return np.concatenate(tokens), np.concatenate(facts), bases


def write(held: Held, folder: Path) -> None:
    """Write the arrays into `folder`, which appears whole or not at all."""
    draft = folder.with_name(folder.name + ".draft")
    draft.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, array in held._asdict().items():
        np.save(draft / f"{name}.npy", array, allow_pickle=False)
    draft.rename(folder)


def read(folder: Path) -> Held:
    """The arrays in `folder`, mapped. Raises `OSError` or `ValueError` when they are not what `write` made."""
    arrays: list[Any] = []
    for name in Held._fields:
        # As plain arrays: compiled kernels take no mapped ones by that name.
        arrays.append(np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)))
    return Held(*arrays)

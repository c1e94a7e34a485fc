"""The words of travellers' names, read many at a time and remembered: what a search takes instead of names."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple, TypeVar

import numpy as np

from gatehouse.names.packed import WIDTH
from gatehouse.screening.matching.index.arrays import F32, I32, U8
from gatehouse.screening.matching.index.reading import Names, Reader
from gatehouse.screening.matching.name_kernel import FACTS

_Array = TypeVar("_Array", U8, F32)
WORDS_REMEMBERED_MAX = 100_000
"""Words that are remembered; then the memory is emptied and fills again."""


class Worded(NamedTuple):
    """What the names of travellers were read to: R readings of T words in all, of which W are different.

    `words` are the numbers of each reading's words among the W, one reading after the other.
    """

    rows: U8
    """[W, packed.WIDTH] packed tokens."""
    facts: F32
    """[W, len(FACTS)]"""
    words: I32
    """[T]"""
    lengths: I32
    """[R] words of each reading."""
    of_traveller: I32
    """[R] whose reading each is."""
    counts: I32
    """[travellers] readings that the names of each have, whether they are here or not."""


class Words:
    """Reads the names of travellers, and remembers the words that it has met."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._start()

    def _start(self) -> None:
        self._reader, self._met = Reader(), 0
        self._rows, self._facts = np.empty((0, WIDTH), dtype=np.uint8), np.empty((0, len(FACTS)), dtype=np.float32)

    def read(self, names: Names, readings_max: int) -> Worded:
        """The names of each traveller, read; of each traveller the first `readings_max` readings that have words."""
        with self._lock:
            # All at once: the usual names are back within a few flights, and no bookkeeping slows the hot path.
            if self._met > WORDS_REMEMBERED_MAX:
                self._start()
            read = self._reader.read(names)
            self._keep(read.new, read.new_facts)
            counts = np.bincount(read.of_entry, minlength=len(names)).astype(np.int32)
            place = np.arange(len(read.lengths)) - np.repeat(np.cumsum(counts) - counts, counts)
            kept = place < readings_max
            told, words = np.unique(read.tokens[np.repeat(kept, read.lengths)], return_inverse=True)
            rows, facts = self._rows[told], self._facts[told]
        return Worded(rows, facts, words.astype(np.int32), read.lengths[kept], read.of_entry[kept], counts)

    def _keep(self, rows: U8, facts: F32) -> None:
        """Remembers new words, with room for as many again."""
        met = self._met + len(rows)
        if met > len(self._rows):
            self._rows = _roomier(self._rows, 2 * met)
            self._facts = _roomier(self._facts, 2 * met)
        self._rows[self._met : met], self._facts[self._met : met] = rows, facts
        self._met = met


def _roomier(array: _Array, room: int) -> _Array:
    found = np.empty_like(array, shape=(room, array.shape[1]))
    found[: len(array)] = array
    return found


WORDS = Words()
"""Those of this process: names are read the same whatever is searched."""


def worded(names: Sequence[str]) -> Worded:
    """Names of a traveller each, the first reading of each."""
    return WORDS.read([(name,) for name in names], 1)

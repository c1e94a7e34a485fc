"""The names of many entries read to numbers of tokens, by several processes where there are many.

Each process numbers the tokens that it meets and sends each of them once; the numbers of all are brought together when
the vocabulary is sorted.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import NamedTuple, TypeVar

import numpy as np

from gatehouse.names.east import Romanised
from gatehouse.names.name import plain_word, readings_of, short_words
from gatehouse.names.packing import packed_words
from gatehouse.names.script import LATIN
from gatehouse.screening.matching.alignment import facts_of_words
from gatehouse.screening.matching.index.arrays import F32, I32, U8

WAITING_MAX = 6
"""Batches of names that wait to be read, or to be fetched."""
WORDS_REMEMBERED_MAX = 1_500_000
"""Words after which a process forgets the numbers of those it has met, and numbers them anew."""

Names = list[tuple[str, ...]]
"""The full names of each entry of a batch."""
Batch = TypeVar("Batch")
Found = TypeVar("Found")


class Read(NamedTuple):
    """What a batch of names was read to: the tokens of each reading, by their numbers in process `reader`.

    `of_entry` and `of_name` tell whose reading each is, counted within the batch and within the entry. `new` are the
    tokens that the process had not met before, numbered on.
    """

    reader: int
    tokens: I32
    lengths: I32
    of_entry: I32
    of_name: I32
    new: U8
    new_facts: F32


class Reader:
    """Reads names, numbering the tokens in the order it meets them."""

    def __init__(self) -> None:
        # Plain words by themselves, all others with their script and syllables.
        self._known: dict[str | Romanised, int] = {}
        self._new: list[Romanised] = []
        self._met = 0

    def read(self, names: Names) -> Read:
        """The readings of a batch. A name without any readable token has none."""
        self._new = []
        tokens: list[int] = []
        whose: list[tuple[int, int, int]] = []
        for entry, full_names in enumerate(names):
            for place, full in enumerate(full_names):
                for numbers in self._numbered(full):
                    tokens += numbers
                    whose.append((len(numbers), entry, place))
        lengths, entries, places = np.ascontiguousarray(np.array(whose, dtype=np.int32).reshape(-1, 3).T)
        new = packed_words(self._new)
        self._forget()
        found = np.array(tokens, dtype=np.int32)
        return Read(os.getpid(), found, lengths, entries, places, new.rows, facts_of_words(new))

    def _numbered(self, full: str) -> list[list[int]]:
        """The numbers of each reading's words."""
        words = short_words(full)
        known = self._known
        try:
            # The way of nearly every name: all its words are plain and have been met.
            numbers = [known[word] for word in words]
        except KeyError:
            numbers = self._plain_numbers(words)
        if numbers:
            return [numbers]
        return [list(map(self._number, reading.words)) for reading in readings_of(full) if reading.words]

    def _plain_numbers(self, words: list[str]) -> list[int]:
        """The numbers of words that are all read the same whatever their neighbours are; none of any others."""
        unmet = {written: plain_word(written) for written in words if written not in self._known}
        # No word is numbered before it is certain that it is read so: what no name has must not be in a vocabulary.
        if None in unmet.values():
            return []
        for written, word in unmet.items():
            if word is not None:
                self._known[written] = self._known[word.text] = self._met_before(word)
        return [self._known[written] for written in words]

    def _number(self, word: Romanised) -> int:
        number = self._known.get(word)
        if number is None:
            number = self._known[word] = self._met_before(word)
        return number

    def _met_before(self, word: Romanised) -> int:
        """The number of a word met alone or among others; the next one if it was met neither way."""
        for key in (word, word.text) if word.script == LATIN else (word,):
            if key in self._known:
                return self._known[key]
        self._new.append(word)
        self._met += 1
        return self._met - 1

    def _forget(self) -> None:
        if len(self._known) > WORDS_REMEMBERED_MAX:
            self._known.clear()


_READERS: dict[int, Reader] = {}


def _read_here(act: Callable[[Reader, Batch], Found], batch: Batch) -> Found:
    """In a process of the pool: its own reader lives as long as the process."""
    return act(_READERS.setdefault(os.getpid(), Reader()), batch)


def read_all(batches: Iterable[Names], processes: int) -> Iterator[Read]:
    """Each batch of names read, in order, as `by_readers` does it."""
    return by_readers(batches, processes, Reader.read)


def by_readers(batches: Iterable[Batch], processes: int, act: Callable[[Reader, Batch], Found]) -> Iterator[Found]:
    """`act` done to each batch, in order. More than one process only where there is more than one batch, and a fork.

    `act` is a function of a module, given the reader of the process that it runs in.
    """
    each = iter(batches)
    beginning = list(islice(each, 2))
    if len(beginning) < 2 or processes < 2 or not hasattr(os, "fork"):
        reader = Reader()
        for batch in chain(beginning, each):
            yield act(reader, batch)
        return
    with _held_still(), multiprocessing.get_context("fork").Pool(processes, gc.disable) as pool:
        waiting = deque(pool.apply_async(_read_here, (act, batch)) for batch in beginning)
        for batch in each:
            waiting.append(pool.apply_async(_read_here, (act, batch)))
            if len(waiting) > WAITING_MAX:
                yield waiting.popleft().get()
        while waiting:
            yield waiting.popleft().get()


@contextmanager
def _held_still() -> Iterator[None]:
    """What is there now is left alone by the collector: to look through it copies it into each process."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()

"""The names of many entries read to numbers of tokens, by several processes where there are many.

Each process numbers the tokens that it meets and sends each of them once; the numbers of all are brought together when
the vocabulary is sorted.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.name import read_names
from gatehouse.names.packed import WIDTH, packed
from gatehouse.names.token import Token, token
from gatehouse.screening.matching.alignment import facts_of
from gatehouse.screening.matching.index.arrays import F32, I32, U8
from gatehouse.screening.matching.name_kernel import FACTS

WAITING_MAX = 6
"""Batches of names that wait to be read, or to be fetched."""
TOKENS_REMEMBERED_MAX = 150_000
"""New tokens after which a process forgets what it only remembers to be quick."""

Names = list[tuple[str, ...]]
"""The full names of each entry of a batch."""


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
        self._numbers: dict[bytes, int] = {}
        self._new: list[NDArray[np.uint8]] = []
        self._new_facts: list[tuple[float, float, float, float]] = []
        self._met = 0

    def _number(self, one: Token) -> int:
        row = packed(one)
        key = row.tobytes()
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._numbers)
            self._new.append(row)
            self._new_facts.append(facts_of(one))
        return number

    def read(self, names: Names) -> Read:
        """The readings of a batch. A name without any readable token has none."""
        self._new, self._new_facts = [], []
        tokens: list[int] = []
        whose: list[tuple[int, int, int]] = []
        for entry, full_names in enumerate(names):
            for place, full in enumerate(full_names):
                for name in read_names(full):
                    if name.tokens:
                        tokens.extend(map(self._number, name.tokens))
                        whose.append((len(name.tokens), entry, place))
        counted = np.array(whose, dtype=np.int32).reshape(-1, 3)
        new = np.array(self._new, dtype=np.uint8).reshape(-1, WIDTH)
        facts = np.array(self._new_facts, dtype=np.float32).reshape(-1, len(FACTS))
        self._forget()
        lengths, entries, places = np.ascontiguousarray(counted.T)
        return Read(os.getpid(), np.array(tokens, dtype=np.int32), lengths, entries, places, new, facts)

    def _forget(self) -> None:
        self._met += len(self._new)
        if self._met > TOKENS_REMEMBERED_MAX:
            self._met = 0
            packed.cache_clear()
            token.cache_clear()


_READERS: dict[int, Reader] = {}


def _read_here(names: Names) -> Read:
    """In a process of the pool: its own reader lives as long as the process."""
    return _READERS.setdefault(os.getpid(), Reader()).read(names)


def read_all(batches: Iterable[Names], processes: int) -> Iterator[Read]:
    """Each batch read, in order. More than one process only where there is more than one batch, and a fork."""
    each = iter(batches)
    beginning = list(islice(each, 2))
    if len(beginning) < 2 or processes < 2 or not hasattr(os, "fork"):
        reader = Reader()
        yield from map(reader.read, beginning)
        yield from map(reader.read, each)
        return
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        waiting = deque(pool.apply_async(_read_here, (names,)) for names in beginning)
        for names in each:
            waiting.append(pool.apply_async(_read_here, (names,)))
            if len(waiting) > WAITING_MAX:
                yield waiting.popleft().get()
        while waiting:
            yield waiting.popleft().get()

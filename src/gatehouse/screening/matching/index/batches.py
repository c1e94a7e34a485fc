"""What a reader makes of a batch of entries: the readings of their names, their births, and the keys they are found by.

Entries come as the JSON text that is kept of them anyway: nothing else is sent to another process as quickly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import orjson

from gatehouse.screening.matching.index.arrays import I32, U8
from gatehouse.screening.matching.index.births import births_of
from gatehouse.screening.matching.index.entries import EntryKeys, keys_of
from gatehouse.screening.matching.index.reading import Read, Reader
from gatehouse.screening.matching.index.rows import BIRTH_COLUMNS
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import NameQuality

NAMES_MAX = 5_000
"""Names of an entry that are searched; an entry with more is screened on these (`pair.LISTED_NAMES_MAX`)."""
BIRTHS_REMEMBERED_MAX = 1 << 16
"""Statements of births that are remembered: about the days on which the living were born."""

Said = Mapping[str, Any]
"""The value of an entry's JSON text (`entry_json`)."""


class EntryBatch(NamedTuple):
    """What was made of a batch: of each entry `birth_counts` rows of `births`, and `name_counts` marks in `weak`."""

    read: Read
    keys: EntryKeys
    births: I32
    birth_counts: I32
    weak: U8
    name_counts: I32


def together(texts: Sequence[bytes]) -> bytes:
    """The JSON texts of entries as the text of one batch."""
    return b"[" + b",".join(texts) + b"]"


def read_entries(reader: Reader, batch: bytes) -> EntryBatch:
    """Everything of a batch that `together` made. An entry's names beyond NAMES_MAX are left out."""
    entries: list[Said] = orjson.loads(batch)
    births = [_births(said) for said in entries]
    names = [said.get("names", ())[:NAMES_MAX] for said in entries]
    return EntryBatch(
        reader.read([tuple([name["full"] for name in own]) for own in names]),
        keys_of(entries),
        np.array([number for own in births for number in own], dtype=np.int32).reshape(-1, BIRTH_COLUMNS),
        np.array([len(own) // BIRTH_COLUMNS for own in births], dtype=np.int32),
        np.array([name["quality"] == NameQuality.WEAK for own in names for name in own], dtype=np.uint8),
        np.array(list(map(len, names)), dtype=np.int32),
    )


def _births(said: Said) -> tuple[int, ...]:
    spans = said.get("birth_dates", ())
    return _numbers_of(tuple([(span["earliest"], span["latest"], span["circa"]) for span in spans]))


@lru_cache(maxsize=BIRTHS_REMEMBERED_MAX)
def _numbers_of(spans: tuple[tuple[str, str, bool], ...]) -> tuple[int, ...]:
    """The births as `births_of` tells them, one after the other."""
    return tuple(number for birth in births_of(tuple(DateSpan(*span) for span in spans)) for number in birth)

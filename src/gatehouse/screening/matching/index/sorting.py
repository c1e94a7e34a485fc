"""Numbers filed under 64-bit hashes, put in order: by the place that a hash itself tells, not by comparing all."""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import kernel
from gatehouse.screening.matching.index.arrays import I32, U64, Whole

A_BUCKET = 4
"""Keys that share their first bits, in the mean."""
INSERTED_MAX = 48
"""Keys of one bucket that are sorted by insertion; more, which honest hashes do not give, are merged."""


def by_key(keys: U64, values: I32) -> tuple[U64, I32]:
    """The keys in ascending order with their values; those of the same key stay in the order given."""
    return spread(keys, values, bits_of(len(keys)))[:2]


def bits_of(count: int) -> int:
    """First bits of a key that so many keys are spread by."""
    return max(1, (max(1, count) // A_BUCKET).bit_length())


@kernel
def spread(keys: U64, values: I32, bits: Whole) -> tuple[U64, I32, I32]:
    """The same, and where the keys of each beginning of `bits` bits start: int32[2 ** bits + 1]."""
    shift = np.uint64(64 - bits)
    starts = np.zeros((1 << bits) + 2, dtype=np.int32)
    # Counted two places on, so that what is filled in moves each start to its place.
    for key in keys:
        starts[np.int64(key >> shift) + 2] += 1
    for head in range(2, len(starts)):
        starts[head] += starts[head - 1]
    ordered, moved = np.empty(len(keys), dtype=np.uint64), np.empty(len(keys), dtype=np.int32)
    for k in range(len(keys)):
        place = np.int64(keys[k] >> shift) + 1
        ordered[starts[place]], moved[starts[place]] = keys[k], values[k]
        starts[place] += 1
    for head in range(1 << bits):
        _sort(ordered[starts[head] : starts[head + 1]], moved[starts[head] : starts[head + 1]])
    return ordered, moved, starts[:-1]


@kernel
def _sort(keys: U64, values: I32) -> None:
    if len(keys) > INSERTED_MAX:
        order = np.argsort(keys, kind="mergesort")
        keys[:], values[:] = keys[order], values[order]
        return
    for k in range(1, len(keys)):
        key, value, at = keys[k], values[k], k
        while at > 0 and keys[at - 1] > key:
            keys[at], values[at] = keys[at - 1], values[at - 1]
            at -= 1
        keys[at], values[at] = key, value

"""Counting bits, and the letters of a token as bits: what lets most comparisons be skipped unmade."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from numba import types
from numba.extending import intrinsic
from numpy.typing import NDArray

from gatehouse.names.compiled import inlined, kernel
from gatehouse.names.kernels import is_beginning
from gatehouse.names.packed import FOLD, TEXT
from gatehouse.screening.matching.index.arrays import Whole

Row = NDArray[np.uint8]

_LETTER_BITS = (1 << 54) - 1
_VOWELS = (3 << 0) | (3 << 16) | (3 << 28)
CONSONANTS = np.uint64(_LETTER_BITS & ~_VOWELS)
"""The bits of all letters of a fold but a, i and o."""
LETTERS_SHARED_MIN = 0.6
"""Share of the longer text's letters that two spellings have in common."""
SOUNDS_SHARED_MIN = 0.5
"""The same for the fold, where sounds that are near cost less than a whole edit."""


@intrinsic
def _population(typingctx: Any, value: Any) -> Any:  # noqa: ARG001  (the form that the compiler asks for)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:  # noqa: ARG001
        return builder.ctpop(arguments[0])

    return types.uint64(types.uint64), generate


bit_count: Callable[[Whole], Whole] = cast(Any, _population)
"""How many bits of a 64-bit number are set; for compiled code only."""


@kernel
def bag(row: Row, place: Whole) -> Whole:
    """The letters of the field at `place`: two bits for each of 27, set where it stands once, and more than once."""
    found = np.uint64(0)
    for k in range(place + 1, place + 1 + row[place]):
        once = np.uint64(1) << np.uint64(2 * (row[k] - 1))
        found |= once if not found & once else once << np.uint64(1)
    return found


@inlined
def _shared(one: Whole, other: Whole, length: Whole, other_length: Whole) -> Whole:
    # Letters that stand three times and more have no bits left: they are granted.
    surplus = min(length - np.int64(bit_count(one)), other_length - np.int64(bit_count(other)))
    return np.int64(bit_count(one & other)) + surplus


@inlined
def may_be_alike(one: Row, one_bags: NDArray[np.uint64], other: Row, other_bags: NDArray[np.uint64]) -> bool:
    """Whether two spelled tokens have letters or sounds enough in common to be paired."""
    length, other_length = np.int64(one[TEXT]), np.int64(other[TEXT])
    if _shared(one_bags[0], other_bags[0], length, other_length) >= LETTERS_SHARED_MIN * max(length, other_length):
        return True
    length, other_length = np.int64(one[FOLD]), np.int64(other[FOLD])
    if _shared(one_bags[1], other_bags[1], length, other_length) >= SOUNDS_SHARED_MIN * max(length, other_length):
        return True
    # A name cut short by a field may have less than half of the letters.
    return bool(is_beginning(one, other))

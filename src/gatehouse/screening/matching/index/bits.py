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
from gatehouse.names.packed import FOLD, SCRIPT, TEXT
from gatehouse.screening.matching.index.arrays import Whole

Row = NDArray[np.uint8]
Bags = NDArray[np.uint64]
"""[3] the bags of the text and of the fold of a token, and its signs."""

TEXT_LETTERS, FOLD_LETTERS, SCRIPT_SIGN, FIRST_LETTER = range(4)

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


@kernel
def signs(row: Row) -> Whole:
    """What most comparisons of a token ask for, in one number, so that they need not fetch the token itself.

    From the lowest byte: letters of the text, letters of the fold, the script, the first letter.
    """
    found = np.uint64(0)
    for place, value in enumerate((row[TEXT], row[FOLD], row[SCRIPT], row[TEXT + 1])):
        found |= np.uint64(value) << np.uint64(8 * place)
    return found


@inlined
def sign(of: Whole, place: Whole) -> Whole:
    """One of the `signs`, by its place: TEXT_LETTERS, FOLD_LETTERS, SCRIPT_SIGN or FIRST_LETTER."""
    return np.int64((of >> np.uint64(8 * place)) & np.uint64(0xFF))


@inlined
def _shared(one: Whole, other: Whole, length: Whole, other_length: Whole) -> Whole:
    # Letters that stand three times and more have no bits left: they are granted.
    surplus = min(length - np.int64(bit_count(one)), other_length - np.int64(bit_count(other)))
    return np.int64(bit_count(one & other)) + surplus


@inlined
def may_share(own: Bags, other: Bags) -> bool:
    """Whether the bags of two tokens have letters or sounds enough in common for them to be paired."""
    one, two = sign(own[2], TEXT_LETTERS), sign(other[2], TEXT_LETTERS)
    if _shared(own[0], other[0], one, two) >= LETTERS_SHARED_MIN * max(one, two):
        return True
    one, two = sign(own[2], FOLD_LETTERS), sign(other[2], FOLD_LETTERS)
    return bool(_shared(own[1], other[1], one, two) >= SOUNDS_SHARED_MIN * max(one, two))


@inlined
def may_be_alike(one: Row, one_bags: Bags, other: Row, other_bags: Bags) -> bool:
    """Whether two spelled tokens have letters or sounds enough in common to be paired."""
    # A name cut short by a field may have less than half of the letters.
    return bool(may_share(one_bags, other_bags) or is_beginning(one, other))

"""Reading packed rows, and counting edits between the folds of two. Compiled.

A letter field is a length followed by codes; see `packed`. A span of one is (row, first place, number of letters).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import inlined, kernel, lean

Row = NDArray[np.uint8]

LETTERS_MAX = 40


@lean
def same_letters(one: Row, other: Row, place: int) -> bool:
    """Whether two rows have the same letters in the field at `place`."""
    length = one[place]
    if length != other[place]:
        return False
    different = 0
    for k in range(place + 1, place + 1 + length):
        different += one[k] != other[k]
    return different == 0


@inlined
def number(row: Row, place: int) -> int:
    """The 32-bit number at `place`."""
    low = int(row[place]) | (int(row[place + 1]) << 8)
    return low | (int(row[place + 2]) << 16) | (int(row[place + 3]) << 24)


@lean
def shared_number(one: Row, one_place: int, other: Row, other_place: int, most: int) -> int:
    """The first number that two lists of at most `most`, ended by 0, have in common; 0 when there is none."""
    for i in range(most):
        ours = number(one, one_place + 4 * i)
        if ours == 0:
            return 0
        for j in range(most):
            theirs = number(other, other_place + 4 * j)
            if theirs == 0:
                break
            if ours == theirs:
                return ours
    return 0


@inlined
def sound_weight(code: int) -> int:
    """What a letter of a fold weighs: a vowel half of a consonant."""
    return 1 if code in (1, 9, 15) else 2


@kernel
def sound_edits(one: Row, other: Row, one_span: tuple[int, int], other_span: tuple[int, int]) -> tuple[int, int]:
    """Weighted edits between two spans (first place, letters) of folds, and the weight of the heavier one."""
    n, m = one_span[1], other_span[1]
    table = np.empty((2, 2 * LETTERS_MAX + 2), dtype=np.int32)
    table[0, 0] = 0
    for j in range(1, m + 1):
        table[0, j] = table[0, j - 1] + sound_weight(other[other_span[0] + j - 1])
    heaviest = table[0, m]
    above, here = 0, 1
    for i in range(1, n + 1):
        ours = one[one_span[0] + i - 1]
        ours_weight = sound_weight(ours)
        table[here, 0] = table[above, 0] + ours_weight
        for j in range(1, m + 1):
            theirs = other[other_span[0] + j - 1]
            theirs_weight = sound_weight(theirs)
            changed = 0 if ours == theirs else max(ours_weight, theirs_weight)
            best = min(table[above, j] + ours_weight, table[here, j - 1] + theirs_weight)
            table[here, j] = min(best, table[above, j - 1] + changed)
        above, here = here, above
    return table[above, m], max(heaviest, table[above, 0])

"""Two whole names by their letters, wherever their words begin and end. Compiled.

What tokens cannot see: a space lost, moved or mistyped, three words run together, an error in a word too short to be
recognised. Words count in the order written and with the last or the first word moved to the other end.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import kernel
from gatehouse.names.packed import TEXT

Rows = NDArray[np.uint8]

LETTERS_MAX = 160
"""Letters of a name that are compared."""
CODES = 32
LIKENESS_MIN = 0.7
"""Likeness below which two names are not said to be alike as a whole; such pairs are told apart without counting."""


@kernel
def _bag(rows: Rows) -> NDArray[np.int16]:
    """How often each letter stands in the texts, their number in place 0."""
    bag = np.zeros(CODES, dtype=np.int16)
    for k in range(len(rows)):
        for at in range(TEXT + 1, TEXT + 1 + np.int64(rows[k, TEXT])):
            bag[rows[k, at]] += 1
            bag[0] += 1
    return bag


@kernel
def _least_edits(one: NDArray[np.int16], other: NDArray[np.int16]) -> int:
    """Edits that the letters alone make necessary, in whatever order they stand."""
    more, less = 0, 0
    for code in range(1, CODES):
        apart = one[code] - other[code]
        if apart > 0:
            more += apart
        else:
            less -= apart
    return max(more, less)


@kernel
def _letters(rows: Rows, first: int) -> Rows:
    """The texts run together, from word `first` on and around."""
    found = np.empty(LETTERS_MAX, dtype=np.uint8)
    count = 0
    for k in range(len(rows)):
        row = rows[(first + k) % len(rows)]
        for at in range(TEXT + 1, TEXT + 1 + np.int64(row[TEXT])):
            if count < LETTERS_MAX:
                found[count] = row[at]
                count += 1
    return found[:count]


@kernel
def _edits(one: Rows, other: Rows) -> int:
    """Letters left out, put in, replaced, or exchanged with their neighbour (optimal string alignment)."""
    n, m = len(one), len(other)
    table = np.empty((3, m + 1), dtype=np.int32)
    for j in range(m + 1):
        table[0, j] = j
    for i in range(1, n + 1):
        here, above, before = i % 3, (i - 1) % 3, (i - 2) % 3
        table[here, 0] = i
        for j in range(1, m + 1):
            best = min(table[above, j], table[here, j - 1]) + 1
            best = min(best, table[above, j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, table[before, j - 2] + 1)
            table[here, j] = best
    return int(table[n % 3, m])


@kernel
def whole_likeness(left: Rows, right: Rows) -> float:
    """How alike two names are as a whole: 1 less edits by letter of the longer name; 0 below LIKENESS_MIN.

    `left` and `right` are uint8[tokens, packed.WIDTH]. Symmetric but for the order of words.
    """
    ours, theirs = _bag(left), _bag(right)
    longest = min(LETTERS_MAX, max(ours[0], theirs[0]))
    most = int(longest * (1.0 - LIKENESS_MIN))
    if longest == 0 or _least_edits(ours, theirs) > most:
        return 0.0
    own, best = _letters(left, 0), most + 1
    for first in range(len(right)):
        # Every turn of a short name; of a longer one its order, and the last or the first word moved.
        if first in (0, 1, len(right) - 1) and best > 0:
            best = min(best, _edits(own, _letters(right, first)))
    return 0.0 if best > most else 1.0 - best / longest

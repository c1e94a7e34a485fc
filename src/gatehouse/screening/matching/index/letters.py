"""Whether a row of an index may be a traveller's by the letters of its words alone, without comparing them."""

from __future__ import annotations

import numpy as np

from gatehouse.names.compiled import inlined
from gatehouse.screening.matching.index.arrays import Index, Whole
from gatehouse.screening.matching.index.bits import FIRST_LETTER, FOLD_LETTERS, bit_count, may_share, sign
from gatehouse.screening.matching.index.query import Query

GLUED_LETTERS_MIN = 6
"""Letters of a word that another may begin with, or that may be two run together."""


@inlined
def might_be(index: Index, query: Query, row: Whole) -> bool:
    """Whether the letters of any token of the row may be those of any of the traveller's, or of two run together."""
    own, listed, starts, tokens = query.bags, index.bags, index.row_starts, index.row_tokens
    glued = starts[row + 1] - starts[row] != len(own)
    for k in range(starts[row], starts[row + 1]):
        token = tokens[k]
        for i in range(len(own)):
            if may_share(own[i], listed[token]):
                return True
            one, other = sign(own[i, 2], FOLD_LETTERS), sign(listed[token, 2], FOLD_LETTERS)
            # One that the other begins with, or that is two run together.
            cut = sign(own[i, 2], FIRST_LETTER) == sign(listed[token, 2], FIRST_LETTER)
            if (cut or glued) and max(one, other) >= GLUED_LETTERS_MIN and min(one, other) > 2:
                shared = np.int64(bit_count(own[i, 1] & listed[token, 1]))
                if shared + 1 >= min(one, other):
                    return True
    return False


@inlined
def rest_might_be(index: Index, query: Query, row: Whole, place: Whole, token: Whole) -> bool:
    """Whether the letters of any other token of the row may be those of any other of the traveller's."""
    own, listed, starts, tokens = query.bags, index.bags, index.row_starts, index.row_tokens
    for k in range(starts[row], starts[row + 1]):
        if tokens[k] != token:
            for i in range(len(own)):
                if i != place and may_share(own[i], listed[tokens[k]]):
                    return True
    return False

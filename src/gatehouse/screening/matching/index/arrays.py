"""The arrays of a compiled list, in the order and types that the kernels take them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

U8 = NDArray[np.uint8]
I16 = NDArray[np.int16]
I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
U64 = NDArray[np.uint64]
F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
Whole = int | np.integer[Any]
Real = float | np.floating[Any]


class Index(NamedTuple):
    """A compiled list. V tokens, R rows, P postings, K keys, E entries; every array is C-contiguous and read-only."""

    tokens: U8
    """[V, packed.WIDTH] packed tokens in alphabetical order of their letters."""
    facts: F32
    """[V, len(FACTS)] what the name kernel knows of each token."""
    bags: U64
    """[V, 3] which letters of the text and of the fold a token has, once and twice; and its signs (`bits.signs`)."""
    keys: U64
    """[K] hashes under which tokens are filed, ascending."""
    key_tokens: I32
    """[K] the token of each key."""
    key_starts: I32
    """[2**n + 1] where the keys begin that share their first n bits."""
    row_starts: I32
    """[R + 1] where the tokens of each row begin in `row_tokens`."""
    row_tokens: I32
    owners: I32
    """[R] the entry of each row."""
    places: I16
    """[R] which name of the entry the row is, from 0."""
    weak: U8
    """[R] 1 for a weak alias."""
    born: I32
    """[R] the row's birth date as year * 10000 + month * 100 + day; ascending from `blocks[2]` on."""
    first: I16
    """[R] earliest birth year, 0 when none is stated; ascending up to `blocks[1]`, and from there to `blocks[2]`."""
    last: I16
    days: I16
    """[R] month * 100 + day, or `birth_years.NO_DAY`, `SEVERAL_DAYS`."""
    blocks: I32
    """[4] where the rows begin without a year to go by, with a year or a few, with a full date; and R."""
    posting_starts: I64
    """[V + 1] where the postings of each token begin."""
    postings: I32
    """[P] rows, ascending for each token."""
    others: U64
    """[P] up to three other tokens of the row, 21 bits each; the highest bit when it has more."""
    whole_keys: U64
    """[W] hashes of the consonants of whole names, ascending, with `whole_rows`."""
    whole_rows: I32


class Entries(NamedTuple):
    """The entries of a compiled list as JSON text, and the keys by which they are found without a name."""

    text: U8
    text_starts: I64
    keys: U64
    """Hashes of document numbers and of contacts, ascending, with `key_entries`."""
    key_entries: I32
    names: U64
    """Hashes of list and identifier, ascending, with `name_entries`."""
    name_entries: I32
    expires: I32
    """[E] the last day of each entry as year * 10000 + month * 100 + day; 0 when its list states none."""


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """`array` contiguous and read-only, as the compiled kernels expect every array of an index."""
    array = np.ascontiguousarray(array)
    if not array.flags.writeable:
        return array
    view = array.view()
    view.setflags(write=False)
    return view

"""The arrays of a compiled list fit each other, and nobody can write to them."""

import numpy as np
import pytest

from gatehouse.names.packed import WIDTH
from gatehouse.screening.matching.index.arrays import frozen
from gatehouse.screening.matching.index.build import build
from gatehouse.screening.matching.name_kernel import FACTS


def test_frozen_is_read_only_and_contiguous():
    made = np.arange(12).reshape(3, 4)
    found = frozen(made[:, ::2])
    assert found.flags.c_contiguous
    assert found.tolist() == made[:, ::2].tolist()
    with pytest.raises(ValueError, match="read-only"):
        found[0, 0] = 1
    # Whoever made the array may go on writing to their own view of it.
    made[0, 0] = 7


def test_what_is_frozen_stays_as_it_is():
    found = frozen(np.arange(3))
    assert frozen(found) is found


def test_every_array_of_a_list_is_frozen(people):
    compiled = build(people)
    for array in (*compiled.index, *compiled.entries):
        assert array.flags.c_contiguous
        assert not array.flags.writeable


def test_the_arrays_fit_each_other(people):
    index = build(people).index
    tokens, rows = len(index.tokens), len(index.owners)
    assert index.tokens.shape == (tokens, WIDTH)
    assert index.facts.shape == (tokens, len(FACTS))
    assert index.bags.shape == (tokens, 3)
    assert len(index.row_starts) == rows + 1
    assert index.row_starts[-1] == len(index.row_tokens) == len(index.postings) == len(index.others)
    assert len(index.posting_starts) == tokens + 1
    assert index.posting_starts[-1] == len(index.postings)
    assert index.key_starts[-1] == len(index.keys) == len(index.key_tokens)
    for keys in (index.keys, index.whole_keys):
        assert (keys[1:] >= keys[:-1]).all()
    per_row = (index.places, index.weak, index.born, index.first, index.last, index.days)
    assert {len(array) for array in per_row} == {rows}
    assert index.blocks.tolist() == sorted(index.blocks.tolist())
    assert index.blocks[-1] == rows

"""Hashes put in order by their own first bits, as a sort would put them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gatehouse.screening.matching.index.sorting import INSERTED_MAX, bits_of, by_key, spread


def sorted_stably(keys):
    order = np.argsort(keys, kind="stable")
    return keys[order], order.astype(np.int32)


def numbered(keys):
    return by_key(keys, np.arange(len(keys), dtype=np.int32))


@given(arrays.arrays(np.uint64, st.integers(0, 300), elements=st.integers(0, 2**64 - 1)))
def test_the_order_is_that_of_a_stable_sort(keys):
    for made, wanted in zip(numbered(keys), sorted_stably(keys), strict=True):
        assert made.tolist() == wanted.tolist()


CROWDED = {
    "all-the-same": np.full(500, 7, dtype=np.uint64),
    "one-beginning": np.arange(500, 0, -1).astype(np.uint64),
    "two-beginnings": np.arange(500).astype(np.uint64)[::-1] << np.uint64(55),
    "as-many-as-are-inserted": np.arange(INSERTED_MAX, 0, -1).astype(np.uint64),
    "many": np.random.default_rng(1).integers(0, 2**64, 50_000, dtype=np.uint64),
    "many-of-few": np.random.default_rng(1).integers(0, 90, 5_000, dtype=np.uint64),
}


@pytest.mark.parametrize("keys", [pytest.param(np.ascontiguousarray(keys), id=name) for name, keys in CROWDED.items()])
def test_keys_that_crowd_one_bucket_are_sorted_too(keys):
    for made, wanted in zip(numbered(keys), sorted_stably(keys), strict=True):
        assert made.tolist() == wanted.tolist()


@pytest.mark.parametrize("count", [0, 1, 5, 1_000])
def test_starts_tell_where_each_beginning_is(count):
    keys = np.random.default_rng(count).integers(0, 2**64, count, dtype=np.uint64)
    bits = bits_of(count)
    ordered, _, starts = spread(keys, np.zeros(count, dtype=np.int32), bits)
    heads = (ordered >> np.uint64(64 - bits)).astype(np.int64)
    assert starts.tolist() == np.searchsorted(heads, np.arange((1 << bits) + 1)).tolist()


@pytest.mark.parametrize(("count", "bits"), [(0, 1), (1, 1), (8, 2), (4_000, 10), (40_000_000, 24)])
def test_a_beginning_has_a_few_keys(count, bits):
    assert bits_of(count) == bits

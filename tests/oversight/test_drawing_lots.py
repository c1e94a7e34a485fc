"""A sample hangs on the seed and the numbers alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.oversight.drawing_lots import drawn
from gatehouse.oversight.errors import OversightError

numbers = st.lists(st.integers(0, 10**9), unique=True, max_size=50)


@given(numbers, st.integers(1, 60), st.integers(0, 2**48))
def test_the_order_of_the_numbers_does_not_matter(pool: list[int], size: int, seed: int) -> None:
    sample = drawn(pool, size, seed)
    assert sample == drawn(reversed(pool), size, seed)
    assert len(sample) == min(size, len(pool))
    assert set(sample) <= set(pool)


def test_every_number_comes_about_as_often() -> None:
    counts = dict.fromkeys(range(20), 0)
    for seed in range(2_000):
        for number in drawn(range(20), 5, seed):
            counts[number] += 1
    assert all(400 < count < 600 for count in counts.values())


@pytest.mark.parametrize("size", [0, -1, 10_001])
def test_a_size_beyond_the_limits_is_refused(size: int) -> None:
    with pytest.raises(OversightError):
        drawn([1], size, 1)

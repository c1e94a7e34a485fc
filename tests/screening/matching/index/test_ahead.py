"""Asking for memory ahead changes nothing, wherever it is asked for."""

import numpy as np
import pytest

from gatehouse.names.compiled import lean
from gatehouse.screening.matching.index.ahead import AHEAD, ask_for


@lean
def _sum_of(array, places):
    total = 0
    for k in range(len(places)):
        # Beyond the last place of the array too, and before the first.
        ask_for(array, places[k] + AHEAD)
        ask_for(array, places[k] - AHEAD)
        total += array[places[k], 0]
    return total


@pytest.mark.parametrize("shape", [(5, 3), (1, 70)])
def test_what_is_read_is_the_same(shape):
    array = np.arange(np.prod(shape), dtype=np.int32).reshape(shape)
    kept, places = array.copy(), np.arange(len(array))
    assert _sum_of(array, places) == kept[:, 0].sum()
    assert (array == kept).all()

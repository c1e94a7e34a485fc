"""A name made ready: its pieces, what of the list is like them, and where to look."""

import numpy as np
import pytest

from gatehouse.names.name import read_name
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.query import ALL_PLACES, PLACES_MAX
from gatehouse.screening.matching.weights import name_weights


@pytest.mark.parametrize("name", ["Ilse", "Ilse Varga", "a b c d e f g h i j k l", "VARGAILSEMRS", "Xolotl"])
def test_the_parts_of_a_query_fit_each_other(indexed, name):
    read = read_name(name)
    query = Asker(indexed("Ilse Varga", "Tomas Drozd")).query(name, "1979-03-14", -1.0)
    assert len(query.rows) == len(query.bags) == query.facts.shape[1] == len(read.tokens)
    assert query.starts[0] == 0
    assert query.starts[-1] == len(query.found) == len(query.alike)
    assert len(query.starts) - 1 == len(query.load) == len(query.place) == len(query.mask)
    assert np.array_equal(query.weights, name_weights())
    assert query.floor == -1.0
    assert query.births.year == 1979


def test_places_are_bits_of_one_byte():
    assert 1 << PLACES_MAX == ALL_PLACES + 1

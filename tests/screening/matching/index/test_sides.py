"""The two sides of a comparison: what is taken out of a query and of an index is what stands there."""

import numpy as np

from gatehouse.names.packed import SCRIPT, TEXT, WIDTH
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.bits import bag
from gatehouse.screening.matching.index.sides import (
    REMEMBERED,
    UNKNOWN,
    listed_of,
    new_memory,
    new_row,
    own_of,
    together,
)

LIST = ("Ilse Varga", "Ilse Skjoldager", "Tomas Drozd")


def side(indexed, name):
    index = indexed(*LIST)
    query = Asker(index).query(name, None, 0.0)
    return index, query, own_of(query, np.zeros(8, dtype=np.uint8))


def test_the_traveller_s_side_has_the_letters_of_each_token_and_of_each_with_the_next(indexed):
    _, query, own = side(indexed, "Ilse Skjoldager")
    assert own.lengths.tolist() == [4, 10]
    assert own.both_lengths.tolist() == [14, 0]
    assert own.whole[0] == 14
    assert own.scripts.tolist() == query.rows[:, SCRIPT].tolist()
    assert own.firsts.tolist() == query.rows[:, TEXT + 1].tolist()


def test_the_bag_of_a_whole_name_has_the_bags_of_its_tokens(indexed):
    _, query, own = side(indexed, "Ilse Skjoldager")
    for row in query.rows:
        assert int(bag(row, TEXT)) & ~int(own.whole[1]) == 0


def test_a_letter_of_both_tokens_stands_twice_in_the_bag_of_both():
    once = np.uint64(1)
    assert together(once, once) == 0b11
    assert together(once, np.uint64(0b100)) == 0b101


def test_the_list_s_side_is_the_index_itself(indexed):
    index, _, _ = side(indexed, "Ilse")
    dead = np.zeros(len(LIST), dtype=np.uint8)
    listed = listed_of(index, dead)
    assert all(np.shares_memory(getattr(listed, name), getattr(index, name)) for name in ("tokens", "bags", "facts"))
    assert np.shares_memory(listed.starts, index.row_starts)
    assert np.shares_memory(listed.dead, dead)


def test_the_memory_knows_what_the_query_found_and_nothing_else(indexed):
    _, query, _ = side(indexed, "Ilse Skjoldager")
    memory = new_memory(query)
    for i in range(2):
        for k in range(query.starts[i], query.starts[i + 1]):
            at = query.found[k] & (REMEMBERED - 1)
            assert memory.tokens[at] == query.found[k]
            assert memory.alike[at, i] == query.alike[k]
    assert (memory.alike[memory.tokens == -1] == UNKNOWN).all()


def test_a_row_has_room_for_a_whole_packed_name():
    assert new_row().packed.shape[1] == WIDTH

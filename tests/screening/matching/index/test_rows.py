"""Rows in the order of births, tokens in alphabetical order, postings of each token."""

import numpy as np
import pytest

from gatehouse.screening.matching.index.births import BY_DAY, BY_YEAR
from gatehouse.screening.matching.index.build import build
from gatehouse.screening.matching.index.rows import MORE, NUMBERS_MAX, OTHER_BITS, OTHERS_MAX, postings_of, wrapped

DATED = [
    ("Ilse Varga", ["1990-02-03"]),
    ("Tomas Drozd", []),
    ("Lars Quist", ["1979"]),
    ("Marta Varga", ["1979-03-14"]),
    ("Henk Drozd", ["1971"]),
    ("Anne Ilse Varga Drozd Quist", ["1979-03-14"]),
]


def test_rows_stand_in_the_order_of_births(indexed):
    index = indexed(*DATED)
    assert index.owners.tolist() == [1, 4, 2, 3, 5, 0]
    assert index.blocks.tolist() == [0, 1, 3, 6]
    assert index.born[index.blocks[BY_DAY] :].tolist() == [19790314, 19790314, 19900203]
    assert index.first[index.blocks[BY_YEAR] : index.blocks[BY_DAY]].tolist() == [1971, 1979]


def test_tokens_are_distinct_and_in_alphabetical_order(indexed, text_of):
    texts = text_of(indexed(*DATED).tokens)
    assert texts == sorted(set(texts))
    assert len(texts) == 9


def test_the_same_letters_in_two_scripts_are_two_tokens(indexed):
    assert len(indexed("سليم", "slym").tokens) == 2


def test_every_row_stands_under_each_of_its_tokens(indexed):
    index = indexed(*DATED)
    for token in range(len(index.tokens)):
        posted = index.postings[index.posting_starts[token] : index.posting_starts[token + 1]].tolist()
        holders = [
            row
            for row in range(len(index.owners))
            if token in index.row_tokens[index.row_starts[row] : index.row_starts[row + 1]]
        ]
        assert posted == holders


def test_postings_tell_the_other_tokens_of_a_row():
    """Row 0 holds tokens 0, 1 and 2; row 1 holds five; row 2 one alone."""
    row_starts = np.array([0, 3, 8, 9], dtype=np.int32)
    row_tokens = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8], dtype=np.int32)
    _, _, others = postings_of(row_starts, row_tokens, 9)

    def told(place):
        return [int(others[place]) >> OTHER_BITS * k & NUMBERS_MAX for k in range(OTHERS_MAX)]

    assert told(1) == [0, 2, 9]
    assert told(3)[:2] == [4, 5]
    assert told(8) == [9, 9, 9]
    assert [bool(int(other) & int(MORE)) for other in others] == [False] * 3 + [True] * 5 + [False]


@pytest.mark.parametrize(("token", "number"), [(0, 0), (6, 6), (7, 0), (15, 1)])
def test_numbers_beyond_the_room_wrap_around(token, number):
    assert wrapped(token, 7) == number


def test_a_name_with_one_token_twice_is_posted_twice_for_it(make_entry):
    index = build([make_entry(1, "Varga Varga")]).index
    assert index.postings.tolist() == [0, 0]

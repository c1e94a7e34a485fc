"""Which token answers to which."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.name import read_name, readings_of
from gatehouse.names.packing import packed_words
from gatehouse.screening.matching.alignment import align, facts_of, facts_of_words


def aligned(left, right):
    return align(read_name(left), read_name(right))


ALIGNED = [
    ("same-order", "Ilse Varga", "Ilse Varga", {((0,), (0,)), ((1,), (1,))}),
    ("other-order", "Varga Ilse", "Ilse Varga", {((0,), (1,)), ((1,), (0,))}),
    ("glued", "VARGAILSE", "Ilse Varga", {((0,), (0, 1))}),
    ("glued-with-title", "VARGAILSEMRS", "Ilse Varga", {((0,), (0, 1))}),
    ("split", "Skjold Ager Ilse", "Skjoldager Ilse", {((0, 1), (0,)), ((2,), (1,))}),
    ("repeated", "Ilse Varga Ilse", "Ilse Varga Ilse", {((0,), (0,)), ((1,), (1,)), ((2,), (2,))}),
    ("nothing", "Ilse Varga", "Tomas Drozd", set()),
]


@pytest.mark.parametrize(("left", "right", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ALIGNED])
def test_pairings(left, right, expected):
    assert {(pairing.left, pairing.right) for pairing in aligned(left, right).pairings} == expected


def test_what_is_left_over_is_told():
    found = aligned("Ilse Anne Varga", "Ilse Drozd Varga")
    assert found.left_over == (1,)
    assert found.right_over == (1,)


@given(st.text("aeiklmrst -", max_size=40), st.text("aeiklmrst -", max_size=40))
def test_every_token_answers_at_most_once(left, right):
    ours, theirs = read_name(left), read_name(right)
    found = align(ours, theirs)
    used = [place for pairing in found.pairings for place in pairing.left]
    assert sorted([*used, *found.left_over]) == list(range(len(ours.tokens)))
    used = [place for pairing in found.pairings for place in pairing.right]
    assert sorted([*used, *found.right_over]) == list(range(len(theirs.tokens)))


@pytest.mark.parametrize("name", ["Mohammed J. Varga", "سليم عم", "李 xo abc", "Ilse Ilse", ""])
def test_facts_of_many_words_are_those_of_their_tokens(name):
    found = facts_of_words(packed_words(readings_of(name)[0].words))
    alone = [facts_of(token) for token in read_name(name).tokens]
    assert np.array_equal(found, np.array(alone, dtype=np.float32).reshape(-1, 4))

"""A token as a row: every field in its place, within its limit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.names.name import read_name
from gatehouse.names.packed import (
    BARE,
    END,
    FOLD,
    FOLD_HASH,
    FRONT,
    INITIAL,
    SCRIPT,
    SCRIPTS,
    SECOND,
    SYLLABLES,
    TEXT,
    WIDTH,
    fold_hash,
    packed,
)
from gatehouse.names.token import token


def number(row, place):
    return int(row[place : place + 4].view("<u4")[0])


def test_letters_are_codes_after_their_length():
    assert packed(token("varga"))[TEXT : TEXT + 7].tolist() == [5, 22, 1, 18, 7, 1, 0]


def test_hashes_of_the_sounds():
    row = packed(token("skvorcov"))
    assert number(row, FOLD_HASH) == fold_hash(token("skvorcov").fold)
    assert number(row, SECOND) == fold_hash(token("skvortsov").fold)
    assert number(row, BARE) == 0


@pytest.mark.parametrize(("word", "front", "end"), [("alharban", 2, 0), ("smithersmr", 0, 2), ("varga", 0, 0)])
def test_how_much_is_run_on(word, front, end):
    row = packed(token(word))
    assert (row[FRONT], row[END]) == (front, end)


def test_script_initial_and_syllables():
    row = packed(token("xiaoming", "Hani", ("xiao", "ming")))
    assert SCRIPTS[row[SCRIPT]] == "Hani"
    assert row[SYLLABLES] == 2
    assert packed(token("x"))[INITIAL] == 1


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=60), st.lists(st.just("ma"), max_size=20))
def test_any_token_fits(text, syllables):
    row = packed(token(text, "Hani", tuple(syllables)))
    assert row.shape == (WIDTH,)
    assert row[FOLD] <= 40
    assert row.dtype == np.uint8


def test_reading_the_same_word_twice_gives_one_row():
    assert packed(read_name("Varga").tokens[0]) is packed(read_name("VARGA").tokens[0])

"""Edits between folds, and numbers in rows."""

import numpy as np
import pytest

from gatehouse.names.edits import number, same_letters, shared_number, sound_edits, sound_weight
from gatehouse.names.packed import BARE, BARE_MAX, FOLD, FOLD_HASH, packed
from gatehouse.names.token import token


def row(word):
    return packed(token(word))


def span(found):
    return FOLD + 1, int(found[FOLD])


@pytest.mark.parametrize(
    ("one", "other", "edits", "heaviest"),
    [
        ("kato", "kato", 0, 6),
        ("kato", "kita", 2, 6),
        ("kato", "mato", 2, 6),
        ("kato", "kat", 1, 6),
        ("ka", "pan", 4, 5),
    ],
    ids=["same", "two-vowels", "consonant", "vowel-missing", "consonant-and-another"],
)
def test_a_vowel_is_half_a_consonant(one, other, edits, heaviest):
    ours, theirs = row(one), row(other)
    assert sound_edits(ours, theirs, span(ours), span(theirs)) == (edits, heaviest)


def test_weights_of_codes():
    assert [sound_weight(code) for code in (1, 2, 9, 15, 27)] == [1, 2, 1, 1, 2]


def test_same_letters_of_a_field():
    assert same_letters(row("mohammed"), row("muhamed"), FOLD)
    assert not same_letters(row("kato"), row("kat"), FOLD)


def test_numbers_are_read_as_they_are_written():
    found = row("varga")
    assert number(found, FOLD_HASH) == int(found[FOLD_HASH : FOLD_HASH + 4].view("<u4")[0])


def test_a_number_in_common():
    one, other = row("alharban"), row("elharban")
    assert shared_number(one, BARE, other, BARE, BARE_MAX) == number(one, BARE)
    assert shared_number(one, BARE, row("varga"), BARE, BARE_MAX) == 0
    assert shared_number(np.zeros(192, np.uint8), 0, other, BARE, 1) == 0

"""The letters of a token as bits."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gatehouse.names.compiled import kernel
from gatehouse.names.costs import costs
from gatehouse.names.kernels import likeness_rows
from gatehouse.names.packed import TEXT, packed
from gatehouse.names.token import token
from gatehouse.screening.matching.index.bits import bag, bit_count, may_be_alike
from gatehouse.screening.matching.index.tokens import bags_of


@kernel
def counted(value):
    return bit_count(np.uint64(value))


@pytest.mark.parametrize("value", [0, 1, 0b1011, 2**63, 2**64 - 1])
def test_bits_are_counted(value):
    assert counted(np.uint64(value)) == value.bit_count()


@pytest.mark.parametrize(
    ("word", "bits"),
    [("varga", {("v", 0), ("a", 0), ("a", 1), ("r", 0), ("g", 0)}), ("aaaa", {("a", 0), ("a", 1)}), ("z", {("z", 0)})],
)
def test_a_letter_has_a_bit_for_once_and_one_for_more(word, bits):
    expected = sum(1 << 2 * (ord(letter) - 97) + more for letter, more in bits)
    assert int(bag(packed(token(word)), TEXT)) == expected


def alike(one, other):
    rows = np.stack([packed(token(one)), packed(token(other))])
    bags = bags_of(rows)
    return may_be_alike(rows[0], bags[0], rows[1], bags[1])


@pytest.mark.parametrize(("one", "other"), [("drozd", "varga"), ("skjoldager", "anne"), ("kim", "lee")])
def test_other_letters_are_told_apart_without_comparing(one, other):
    assert not alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("ilsexalvo", "ilse"), ("skjo", "skjoldager"), ("quill", "quillfeather")])
def test_a_name_cut_short_is_compared(one, other):
    assert alike(one, other)
    assert alike(other, one)


WORDS = st.text("abdegiklmnorstuvz", min_size=4, max_size=12)


@given(WORDS, st.integers(0, 11), st.sampled_from("abdegiklmnorstuvz"))
def test_one_letter_changed_is_always_compared(word, at, letter):
    changed = word[: at % len(word)] + letter + word[at % len(word) + 1 :]
    assert alike(word, changed)
    assert alike(word, word[: at % len(word)] + word[at % len(word) + 1 :] or word)


@given(WORDS, WORDS)
def test_both_ways_the_same(one, other):
    assert alike(one, other) == alike(other, one)


@given(WORDS, st.lists(st.tuples(st.integers(0, 11), st.sampled_from("aeiou")), max_size=4))
def test_what_sounds_the_same_is_never_set_aside(word, vowels):
    changed = list(word)
    for at, vowel in vowels:
        if changed[at % len(word)] in "aeiou":
            changed[at % len(word)] = vowel
    other = "".join(changed)
    score = likeness_rows(packed(token(word)), packed(token(other)), costs())[0]
    assume(score >= 0.97)
    assert alike(word, other)

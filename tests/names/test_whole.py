"""Two whole names by their letters, wherever their words begin and end."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gatehouse.names.name import read_name
from gatehouse.names.packed import TEXT, TEXT_MAX, WIDTH, packed
from gatehouse.names.token import token
from gatehouse.names.whole import LETTERS_MAX, LIKENESS_MIN, whole_likeness


def rows(name):
    return np.stack([packed(one) for one in read_name(name).tokens])


def alike(left, right):
    return whole_likeness(rows(left), rows(right))


ALIKE = [
    ("same", "Ilse Varga", "Ilse Varga", 1.0),
    ("space-lost", "IlseVarga", "Ilse Varga", 1.0),
    ("space-moved", "Jo Hnsmith", "John Smith", 1.0),
    ("three-run-together", "risonghyok", "Ri Song Hyok", 1.0),
    ("order", "Varga Ilse", "Ilse Varga", 1.0),
    ("last-word-first-of-four", "Drozd Ilse Anne Varga", "Ilse Anne Varga Drozd", 1.0),
    ("one-letter-replaced", "Ilse Vorga", "Ilse Varga", 1 - 1 / 9),
    ("one-letter-lost", "Ilse Vaga", "Ilse Varga", 1 - 1 / 9),
    ("neighbours-exchanged", "Ilse Vagra", "Ilse Varga", 1 - 1 / 9),
    ("space-mistyped", "kimyxsegon", "Kim Yusegon", 1 - 1 / 10),
    ("other-letters", "Tomas Drozd", "Ilse Varga", 0.0),
    ("same-letters-in-any-order", "Egras Avlig", "Ilse Varga", 0.0),
]


@pytest.mark.parametrize(("left", "right", "expected"), [pytest.param(*row[1:], id=row[0]) for row in ALIKE])
def test_likeness(left, right, expected):
    assert alike(left, right) == pytest.approx(expected)


def test_below_the_least_it_is_nothing():
    """Three letters of ten are the most that two names as a whole may differ by."""
    assert alike("abcdefghij", "abcdefgxyz") == pytest.approx(LIKENESS_MIN)
    assert alike("abcdefghij", "abcdefwxyz") == 0.0


def test_a_name_without_letters_is_like_none():
    empty = np.zeros((1, WIDTH), dtype=np.uint8)
    assert whole_likeness(empty, rows("Ilse")) == 0.0
    assert whole_likeness(empty, empty) == 0.0


def test_letters_beyond_the_most_are_not_compared():
    """Twelve tokens of the longest kind are more letters than are looked at; what differs behind them is not seen."""
    words = [letter * TEXT_MAX for letter in "abcdef"]
    one = np.stack([packed(token(word)) for word in words])
    other = np.stack([packed(token(word)) for word in [*words[:-1], "g" * TEXT_MAX]])
    assert len(words) * TEXT_MAX > LETTERS_MAX
    assert one[0, TEXT] == TEXT_MAX
    assert 0.0 <= whole_likeness(one, other) <= 1.0


WORDS = st.text("aeiklmnrst", min_size=2, max_size=7)
NAMES = st.lists(WORDS, min_size=1, max_size=2).map(" ".join)


@given(NAMES, NAMES)
def test_both_ways_the_same(left, right):
    assert alike(left, right) == pytest.approx(alike(right, left))


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_run_together_is_the_same(words):
    # A few endings are read as a name's usual spelling (aala, allah): then the letters are not the same any more.
    assume(all(token(word).text == word for word in [*words, "".join(words)]))
    apart = np.stack([packed(token(word)) for word in words])
    assert whole_likeness(apart, np.stack([packed(token("".join(words)))])) == pytest.approx(1.0)


@given(NAMES, NAMES)
def test_it_is_a_share(left, right):
    assert alike(left, right) == 0.0 or LIKENESS_MIN - 1e-6 <= alike(left, right) <= 1.0

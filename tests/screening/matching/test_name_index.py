"""Which names of a list hold a token, a pair, or a glued pair."""

import pytest

from gatehouse.names.name import read_name, token
from gatehouse.screening.matching.name_index import NameIndex

NAMES = ["Ilse Varga", "Varga Ilse Marta", "Tomas Drozd", "Skjoldager", "Varga Warga"]


@pytest.fixture
def index():
    return NameIndex([read_name(name) for name in NAMES])


def test_holders_of_a_token(index):
    assert index.holders(token("varga")).ids.tolist() == [0, 1, 4]


def test_a_name_that_holds_two_spellings_is_told_once(index):
    ids, credited, _ = index.holders(token("varga"))
    assert credited[ids.tolist().index(4)] == 1.0


def test_a_worse_spelling_is_credited_less(index):
    good, bad = index.holders(token("drozd")), index.holders(token("drosda"))
    assert good.ids.tolist() == bad.ids.tolist() == [2]
    assert bad.credited[0] < good.credited[0]


def test_holders_of_a_pair_written_together(index):
    assert index.holders_of_pair(token("skjold"), token("ager")).ids.tolist() == [3]
    assert index.holders_of_pair(token("ager"), token("skjold")).ids.tolist() == [3]


def test_holders_of_a_token_written_apart(index):
    assert 0 in index.holders_apart(token("vargailse")).ids
    assert 0 in index.holders_apart(token("ilsevargamrs")).ids


@pytest.mark.parametrize("text", ["xolotl", "j"])
def test_nobody_holds_it(index, text):
    assert not len(index.holders(token(text)).ids)
    assert not len(index.holders_apart(token(text)).ids)


def test_totals_are_the_weights_of_the_tokens(index):
    assert index.totals[1] > index.totals[0] > index.totals[3] > 0
    assert index.dissents.tolist() == [2.0, 3.0, 2.0, 1.0, 2.0]


def test_no_names_at_all():
    empty = NameIndex([])
    assert not len(empty.holders(token("varga")).ids)
    assert not len(empty.holders_apart(token("vargailse")).ids)

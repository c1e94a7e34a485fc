"""A rare token weighs more than a common one."""

from gatehouse.names.commonness import INITIAL_WEIGHT, weight
from gatehouse.names.name import read_name
from gatehouse.names.token import token


def test_a_common_name_weighs_less():
    assert weight(token("muhammad")) < weight(token("skjoldager")) == 1.0


def test_every_spelling_of_a_common_name_weighs_the_same():
    assert weight(token("mohamad")) == weight(token("mohammad"))


def test_an_initial_weighs_least():
    assert weight(token("j")) == INITIAL_WEIGHT


def test_short_tokens_weigh_less():
    assert weight(token("xo")) < weight(token("xov")) < weight(token("xovid"))


def test_every_weight_is_in_range():
    tokens = read_name("Ilse J Muhammad 李雷 سليم Kim xo").tokens
    assert all(0.0 < weight(item) <= 1.0 for item in tokens)

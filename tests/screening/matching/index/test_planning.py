"""Which tokens are looked up: the rarest, and no more than a name that reaches the floor must hold."""

import numpy as np
import pytest

from gatehouse.names.name import read_name
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.planning import NEVER, alone, plan_of

LIST = ("Ilse Varga", "Ilse Drozd", "Ilse Skjoldager", "Tomas Varga", "Ilse Harbani")


@pytest.fixture
def query(indexed):
    """A query to a list on which Ilse is common."""
    asker = Asker(indexed(*LIST))
    return lambda name, floor: asker.query(read_name(name), None, floor)


def looked_up(plan):
    return [bool((row < NEVER).any()) for row in plan]


def test_the_rarest_token_is_looked_up_first(query):
    plan = plan_of(query("Ilse Skjoldager", 2.0), 0.0)
    assert looked_up(plan) == [False, True]


def test_a_floor_that_nothing_reaches_looks_nothing_up(query):
    assert looked_up(plan_of(query("Ilse Skjoldager", 50.0), 0.0)) == [False, False]


def test_a_low_floor_looks_every_token_up(query):
    assert looked_up(plan_of(query("Ilse Skjoldager", -20.0), 0.0)) == [True, True]


def test_no_spelling_is_looked_up_that_is_less_alike_than_asked(query):
    plan = plan_of(query("Ilse Skjoldager", -20.0), 0.9)
    assert plan.min() == np.float32(0.9)


def test_a_token_alone_says_less_than_the_name(query):
    made = query("Ilse Skjoldager", 0.0)
    assert alone(made, 0) < alone(made, 1) < 2.0

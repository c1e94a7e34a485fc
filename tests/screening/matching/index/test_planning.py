"""Which tokens are looked up: the rarest, and no more than a name that reaches the floor must hold."""

import numpy as np
import pytest

from gatehouse.names.name import read_name
from gatehouse.screening.matching.index.asking import Asker
from gatehouse.screening.matching.index.planning import NEVER, alone, put_most, put_own, put_plan
from gatehouse.screening.matching.index.query import PLACES_MAX
from gatehouse.screening.matching.index.windows import WINDOWS
from gatehouse.screening.matching.name_evidence import name_log_odds
from gatehouse.screening.matching.name_sheet import new_sheet

LIST = ("Ilse Varga", "Ilse Drozd", "Ilse Skjoldager", "Tomas Varga", "Ilse Harbani")


@pytest.fixture
def query(indexed):
    """A query to a list on which Ilse is common."""
    asker = Asker(indexed(*LIST))
    return lambda name, floor: asker.query(name, None, floor)


def sheet_of(made):
    sheet = new_sheet()
    put_own(made, sheet)
    return sheet


def plan_of(made, least):
    plan = np.zeros((len(made.rows), WINDOWS), dtype=np.float32)
    put_plan(made, least, sheet_of(made), plan)
    return plan[:, : len(made.births.windows)]


def most_of(made):
    most = np.zeros(1 << PLACES_MAX, dtype=np.float32)
    put_most(made, most)
    return most


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
    sheet = sheet_of(made)
    assert alone(made, 0, sheet) < alone(made, 1, sheet) < 2.0


@pytest.mark.parametrize("name", ["Ilse Skjoldager", "Ilse Varga", "Tomas Drozd"])
def test_no_listed_name_reaches_more_than_its_places_allow(query, name):
    made = query(name, 0.0)
    most = most_of(made)
    for mask, listed in ((0b01, name.split()[0]), (0b10, name.split()[1]), (0b11, name)):
        assert name_log_odds(read_name(name), read_name(listed)) <= most[mask] + 1e-5


def test_the_last_place_stands_for_several_and_allows_anything(query):
    assert np.isinf(most_of(query("Ilse Varga", 0.0))[1 << (PLACES_MAX - 1) :]).all()

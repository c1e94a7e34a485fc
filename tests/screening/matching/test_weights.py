"""The published weights read, and say what their names say."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.weights import log_odds, logistic, weights


def test_sections():
    assert set(weights()) == {"name", "birth_date", "sex", "nationality", "birth_place", "document", "operating"}


@pytest.mark.parametrize("section", ["birth_date", "sex", "nationality", "birth_place", "document"])
def test_what_is_missing_weighs_nothing(section):
    assert weights()[section]["missing"] == 0.0


def test_agreement_weighs_more_the_closer_it_is():
    table = weights()["birth_date"]
    order = [
        "same",
        "swapped",
        "close",
        "year",
        "within",
        "missing",
        "year_off_one",
        "year_off_two",
        "different",
        "far",
    ]
    assert [table[key] for key in order] == sorted((table[key] for key in order), reverse=True)


@given(st.floats(0.001, 0.999))
def test_log_odds_and_logistic_undo_each_other(probability):
    assert logistic(log_odds(probability)) == pytest.approx(probability)


@given(st.floats(-1e6, 1e6))
def test_logistic_is_a_probability(value):
    assert 0.0 <= logistic(value) <= 1.0


def test_certainties_have_infinite_log_odds():
    assert log_odds(1.0) == math.inf
    assert log_odds(0.0) == -math.inf

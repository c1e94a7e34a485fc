"""The published weights read, and say what their names say."""

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.matching.name_kernel import FEATURES
from gatehouse.screening.matching.pair import ENGINE
from gatehouse.screening.matching.weights import (
    WEIGHTS_FILE,
    knowledge_hash,
    log_odds,
    logistic,
    model_hash,
    name_weights,
    weights,
)

UNTOLD = 0.1
"""Log-odds by which the training cannot tell two observations apart."""
AGAINST = ("nothing", "conflict", "doubt", "doubt_across", "alone", "single", "surplus", "initials", "unlike")
FOR = ("evidence", "identical", "resembling", "resembling_known", "whole", "whole_known", "glued")


@pytest.mark.parametrize("feature", FEATURES)
def test_every_weight_has_the_sign_its_meaning_has(feature):
    assert feature in (*AGAINST, *FOR)
    assert weights()["name"][feature] <= 0.0 if feature in AGAINST else weights()["name"][feature] >= 0.0


def test_the_kernel_has_the_published_weights():
    table = weights()["name"]
    published = [table["starting_point"], *(table[feature] for feature in FEATURES)]
    assert name_weights().tolist() == pytest.approx(published)


def test_the_weights_are_the_locked_ones():
    assert WEIGHTS_FILE.with_name("weights.lock").read_text(encoding="utf-8").split() == [model_hash()]


def test_sections():
    assert set(weights()) == {
        "name",
        "birth_date",
        "sex",
        "nationality",
        "birth_place",
        "document",
        "contact",
        "operating",
        "population",
        "agreeing_days",
    }


@pytest.mark.parametrize("section", ["birth_date", "sex", "nationality", "birth_place", "document"])
def test_what_is_missing_weighs_nothing(section):
    assert weights()[section]["missing"] == 0.0


@pytest.mark.parametrize(
    "order",
    [
        ("same", "swapped", "close", "missing", "same_year_other_day", "different", "far"),
        ("year_and_month", "year", "within", "missing", "year_off_one", "year_off_two", "different"),
    ],
    ids=["full-dates", "partial-dates"],
)
def test_agreement_weighs_more_the_closer_it_is(order):
    told = [weights()["birth_date"][key] for key in order]
    assert all(closer > farther - UNTOLD for closer, farther in pairwise(told))


@given(st.floats(0.001, 0.999))
def test_log_odds_and_logistic_undo_each_other(probability):
    assert logistic(log_odds(probability)) == pytest.approx(probability)


@given(st.floats(-1e6, 1e6))
def test_logistic_is_a_probability(value):
    assert 0.0 <= logistic(value) <= 1.0


def test_certainties_have_infinite_log_odds():
    assert log_odds(1.0) == math.inf
    assert log_odds(0.0) == -math.inf


def test_a_strange_name_left_over_says_more_than_a_known_one():
    table = weights()["name"]
    assert table["resembling"] > table["resembling_known"]
    assert table["whole"] > table["whole_known"]


def test_the_lock_is_one_hash():
    lock = WEIGHTS_FILE.with_name("weights.lock").read_text(encoding="utf-8")
    assert re.fullmatch(r"[0-9a-f]{64}\n", lock)


def test_the_engine_names_what_it_knows():
    assert re.fullmatch(r"names-\d+\+[0-9a-f]{8}", ENGINE)
    assert ENGINE.endswith(knowledge_hash()[:8])


def test_the_kernel_s_weights_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        name_weights()[0] = 1.0

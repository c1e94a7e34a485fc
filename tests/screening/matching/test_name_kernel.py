"""The kernel: which tokens answer to which, what is observed, and what it adds up to."""

import numpy as np
import pytest

from gatehouse.screening.matching.name_kernel import (
    FEATURES,
    KNOWN,
    PAIRED_MIN,
    RESEMBLING_MIN,
    RESEMBLING_MOST,
    SAME_WHOLE,
    UNKNOWN,
    WHOLE_GLUED_MIN,
    WHOLE_MIN,
    log_odds,
    name_log_odds,
    needs_glue,
    observe,
    pair_off,
)


def matrix(*rows):
    return np.array(rows, dtype=np.float32)


def facts(count, weight=1.0):
    return np.array([[weight] * count, [1.0] * count, [0.0] * count, [0.0] * count], dtype=np.float32)


def seen(alike, left_glued=None, right_glued=None, whole=0.0, weight=1.0):
    none = np.zeros_like(alike)
    glued = none if left_glued is None else left_glued, none if right_glued is None else right_glued
    left, right = facts(alike.shape[0], weight), facts(alike.shape[1], weight)
    pairings = pair_off(alike, *glued, left[0], right[0])
    found = observe(pairings, (alike, *glued), left, right, whole)
    return pairings.tolist(), dict(zip(FEATURES, found.tolist(), strict=True))


def test_the_strongest_pairing_comes_first():
    pairings, _ = seen(matrix([0.9, 1.0], [0.8, 0.9]))
    assert pairings == [[0, 1, 0], [1, 0, 0]]


def test_below_the_least_likeness_nothing_answers():
    pairings, found = seen(matrix([0.65]))
    assert pairings == []
    assert found["nothing"] == 1.0


def test_neighbours_run_together_answer_to_one():
    pairings, found = seen(matrix([0.3, 0.2]), right_glued=matrix([0.95, 0.0]))
    assert pairings == [[0, 0, 1]]
    assert found["glued"] == 1.0
    assert found["conflict"] == 0.0


def test_all_tokens_alike_are_identical():
    assert seen(matrix([1.0, 0.0], [0.0, 1.0]))[1]["identical"] == pytest.approx(2.0)


def test_one_answer_and_one_contradiction():
    found = seen(matrix([1.0, 0.0], [0.0, 0.5]))[1]
    assert (found["alone"], found["conflict"], found["single"]) == (1.0, 1.0, 0.0)
    assert 0.0 < found["resembling"] < 1.0


@pytest.mark.parametrize(("width", "single", "surplus"), [(1, 1.0, 0.0), (2, 2.0, 1.0)], ids=["mononyms", "one-of-two"])
def test_one_name_found_is_thin(width, single, surplus):
    found = seen(matrix([1.0] + [0.0] * (width - 1)))[1]
    assert (found["single"], found["surplus"]) == (single, surplus)


@pytest.mark.parametrize(
    ("alike", "needed"),
    [(matrix([1.0, 0.0]), True), (matrix([1.0, 0.0], [0.0, 1.0]), False), (matrix([1.0, 0.0], [0.0, 0.2]), True)],
    ids=["lengths-differ", "all-answered", "one-unanswered"],
)
def test_when_glued_tokens_are_looked_for(alike, needed):
    assert needs_glue(alike) is needed


def test_the_whole_is_the_sum_of_its_parts():
    alike, none = matrix([1.0, 0.0], [0.0, 0.5]), np.zeros((2, 2), dtype=np.float32)
    weights = np.linspace(-1, 1, len(FEATURES) + 1).astype(np.float32)
    likenesses = alike, none, none
    pairings = pair_off(*likenesses, facts(2)[0], facts(2)[0])
    observed = observe(pairings, likenesses, facts(2), facts(2), 0.8)
    expected = weights[0] + sum(w * x for w, x in zip(weights[1:], observed, strict=True))
    assert log_odds(observed, weights) == pytest.approx(expected, abs=1e-5)
    assert name_log_odds(likenesses, facts(2), facts(2), 0.8, weights) == pytest.approx(expected, abs=1e-5)


RESEMBLING = (RESEMBLING_MIN + PAIRED_MIN) / 2
"""A likeness of two names half way from none to a pairing."""


@pytest.mark.parametrize(
    ("weight", "strange", "known"),
    [(UNKNOWN, 0.5, 0.0), (KNOWN, 0.0, 0.5), ((UNKNOWN + KNOWN) / 2, 0.25, 0.25), (2.0, 0.5, 0.0), (0.1, 0.0, 0.5)],
    ids=["strange", "known", "between", "stranger-than-strange", "commoner-than-known"],
)
def test_a_slip_of_the_pen_rarely_makes_a_name_that_people_bear(weight, strange, known):
    found = seen(matrix([1.0, 0.0], [0.0, RESEMBLING]), weight=weight)[1]
    assert (found["resembling"], found["resembling_known"]) == pytest.approx((strange, known), abs=1e-5)


@pytest.mark.parametrize(
    ("likeness", "degree"), [(RESEMBLING_MIN, 0.0), (PAIRED_MIN - 1e-4, 1.0)], ids=["least", "nearly-paired"]
)
def test_resemblance_counts_from_its_least(likeness, degree):
    assert seen(matrix([1.0, 0.0], [0.0, likeness]))[1]["resembling"] == pytest.approx(degree, abs=1e-3)


def test_no_more_pairs_resemble_than_counted():
    """Three errors in three names are other names."""
    alike = np.full((3, 3), 0.0, dtype=np.float32)
    np.fill_diagonal(alike, PAIRED_MIN - 1e-4)
    assert seen(alike)[1]["resembling"] == pytest.approx(RESEMBLING_MOST, abs=1e-2)


def test_nothing_resembles_where_nothing_contradicts():
    assert seen(matrix([1.0, 0.0]), whole=0.9)[1]["resembling"] == 0.0
    assert seen(matrix([1.0, 0.0]), whole=0.9)[1]["whole"] == 0.0


@pytest.mark.parametrize(
    ("weight", "whole", "strange", "known"),
    [
        (UNKNOWN, WHOLE_MIN, 0.0, 0.0),
        (UNKNOWN, 0.85, 0.5, 0.0),
        (KNOWN, 0.85, 0.0, 0.5),
        (UNKNOWN, 0.2, 0.0, 0.0),
    ],
    ids=["at-the-least", "strange", "known", "unlike"],
)
def test_alike_as_a_whole_softens_a_contradiction(weight, whole, strange, known):
    found = seen(matrix([1.0, 0.0], [0.0, 0.0]), whole=whole, weight=weight)[1]
    assert found["conflict"] == 1.0
    assert (found["whole"], found["whole_known"]) == pytest.approx((strange, known), abs=1e-5)


def test_names_that_differ_in_spaces_only_are_no_contradiction():
    found = seen(matrix([0.2, 0.1], [0.0, 0.3]), whole=1.0)[1]
    assert (found["conflict"], found["nothing"], found["glued"], found["evidence"]) == (0.0, 0.0, 1.0, 2.0)
    assert seen(matrix([0.2, 0.1], [0.0, 0.3]), whole=SAME_WHOLE - 0.01)[1]["conflict"] > 0.0


@pytest.mark.parametrize(
    ("whole", "glued"), [(WHOLE_GLUED_MIN + 1e-3, 1.0), (WHOLE_GLUED_MIN - 1e-3, 0.0)], ids=["enough", "too-little"]
)
def test_one_token_for_three_run_together(whole, glued):
    found = seen(matrix([0.3, 0.2, 0.1]), whole=whole)[1]
    assert found["glued"] == glued
    assert found["nothing"] == 1.0 - glued


def test_one_token_for_two_is_the_business_of_neighbours():
    assert seen(matrix([0.3, 0.2]), whole=0.95)[1]["glued"] == 0.0


def test_an_initial_alone_is_nothing():
    left, right = facts(1), facts(1)
    left[2, 0] = 1.0
    alike = matrix([0.8])
    none = np.zeros_like(alike)
    pairings = pair_off(alike, none, none, left[0], right[0])
    found = dict(zip(FEATURES, observe(pairings, (alike, none, none), left, right, 0.0).tolist(), strict=True))
    assert (found["nothing"], found["initials"]) == (1.0, 1.0)

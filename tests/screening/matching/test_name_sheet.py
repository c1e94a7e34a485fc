"""The sheet: the pairings that a person would point at, found as an exhaustive search finds them."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gatehouse.names.name import TOKENS_MAX
from gatehouse.screening.matching.name_kernel import log_odds_on, name_log_odds, pair_off
from gatehouse.screening.matching.name_sheet import (
    FACTS,
    FEATURES,
    LEFT_GLUED,
    ONE_TO_ONE,
    PAIRED_MIN,
    RIGHT_GLUED,
    needs_glue,
    new_sheet,
)
from gatehouse.screening.matching.weights import name_weights

LIKENESSES = st.sampled_from([0.0, 0.3, 0.65, 0.66, 0.7, 0.85, 0.97, 1.0])
WEIGHTS = st.sampled_from([0.25, 0.5, 1.0])


@st.composite
def two_names(draw):
    """Likenesses and weights of two names of up to four tokens, glued neighbours included."""
    shape = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    square = arrays(np.float32, shape, elements=LIKENESSES)
    alike, left_glued, right_glued = draw(square), draw(square), draw(square)
    weights = [draw(arrays(np.float32, count, elements=WEIGHTS)) for count in shape]
    return (alike, left_glued, right_glued), *weights


def possible(likenesses, left, right):
    """Every pairing: (likeness, weight, how near, the places it takes on the left, on the right, kind)."""
    alike, left_glued, right_glued = likenesses
    for i in range(len(left)):
        for j in range(len(right)):
            near = -abs(i - j)
            yield alike[i, j], (left[i] + right[j]) / 2, near, {i}, {j}, ONE_TO_ONE
            if j + 1 < len(right):
                yield right_glued[i, j], right[j] + right[j + 1], near, {i}, {j, j + 1}, RIGHT_GLUED
            if i + 1 < len(left):
                yield left_glued[i, j], left[i] + left[i + 1], near, {i, i + 1}, {j}, LEFT_GLUED


def by_hand(likenesses, left, right):
    """The strongest pairing first, then the strongest of those that take no place of it, and so on."""
    open_ones = [one for one in possible(likenesses, left, right) if one[0] >= np.float32(PAIRED_MIN)]
    found = []
    while open_ones:
        best = max(open_ones, key=lambda one: one[:3])
        found.append([min(best[3]), min(best[4]), best[5]])
        open_ones = [one for one in open_ones if not one[3] & best[3] and not one[4] & best[4]]
    return found


@given(two_names())
@settings(max_examples=300)
def test_pairings_are_those_found_by_hand(names):
    likenesses, left, right = names
    assert pair_off(*likenesses, left, right).tolist() == by_hand(likenesses, left, right)


@given(two_names(), two_names())
def test_a_sheet_that_was_used_says_what_a_new_one_says(before, names):
    def facts(weights):
        return np.vstack([weights, np.ones_like(weights), np.zeros_like(weights), np.zeros_like(weights)])

    sheet, weights = new_sheet(), name_weights()
    for likenesses, left, right in (before, names):
        found = log_odds_on(sheet, likenesses, (facts(left), facts(right)), 0.8, weights)
    assert found == name_log_odds(likenesses, facts(left), facts(right), 0.8, weights)


def test_more_tokens_than_a_sheet_holds_count_for_nothing():
    count = TOKENS_MAX + 3
    alike, none = np.eye(count, dtype=np.float32), np.zeros((count, count), dtype=np.float32)
    weights = np.ones(count, dtype=np.float32)
    assert len(pair_off(alike, none, none, weights, weights)) == TOKENS_MAX


def test_a_sheet_has_a_place_for_every_observation_and_fact():
    sheet = new_sheet()
    assert sheet.seen.shape == (len(FEATURES),)
    assert sheet.left.shape == sheet.right.shape == (len(FACTS), TOKENS_MAX)


def test_glue_is_worth_a_look_where_an_answer_lacks_or_the_numbers_differ():
    answered = np.eye(2, dtype=np.float32)
    assert not needs_glue(answered)
    assert needs_glue(np.ascontiguousarray(answered[:, :1]))
    assert needs_glue(answered * np.float32(0.5))

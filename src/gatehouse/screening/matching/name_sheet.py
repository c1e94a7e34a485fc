"""A sheet on which two names lie beside each other as likenesses, and the pairings of their tokens. Compiled.

A search compares millions of names and makes no array for any of them: all that is known of two names stands on one
`Sheet`, which is filled anew for each.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import inlined, kernel, lean
from gatehouse.names.name import TOKENS_MAX

Floats = NDArray[np.float32]
Ints = NDArray[np.int16]
Longs = NDArray[np.int64]

FACTS = ("weight", "dissent", "initial", "sound_written")
"""What is known of each token: its evidence; how loudly it disagrees unanswered; 1 for an initial; the sound its script
writes (0 all, 1 consonants, 2 borrowed syllables)."""
FEATURES = (
    "nothing",
    "evidence",
    "conflict",
    "doubt",
    "doubt_across",
    "alone",
    "single",
    "surplus",
    "identical",
    "resembling",
    "initials",
    "glued",
    "unlike",
    "resembling_known",
    "whole",
    "whole_known",
)
"""What `observe` counts, in this order; `weights.toml` [name] has the weight and the meaning of each."""
PAIRED_MIN = 0.66
"""Likeness below which two tokens are different names and not two spellings of one."""
ONE_TO_ONE, RIGHT_GLUED, LEFT_GLUED = 0, 1, 2
"""Kinds of pairing: one token each; a left token against two neighbours; two neighbours against a right token."""


PAIRS_MAX = 3 * TOKENS_MAX * TOKENS_MAX


class Sheet(NamedTuple):
    """Room for two names beside each other, each of at most TOKENS_MAX tokens; what is beyond counts for nothing.

    `glued` is 0 where both glued matrices are empty. `places` and `strengths` are the pairings that are possible;
    `chosen` and `taken` those made: how many, and a bit for each place taken on either side. `seen` is FEATURES.
    """

    size: Longs
    """[3] tokens on the left and on the right; whether anything is glued."""
    alike: Floats
    left_glued: Floats
    right_glued: Floats
    left: Floats
    right: Floats
    places: Ints
    """[PAIRS_MAX, 3] left place, right place, kind."""
    strengths: Floats
    """[PAIRS_MAX, 2] likeness, weight."""
    chosen: Ints
    taken: Longs
    """[3] pairings chosen, places taken on the left and on the right, as bits."""
    seen: Floats


@kernel
def new_sheet() -> Sheet:
    """An empty sheet."""
    square = (TOKENS_MAX, TOKENS_MAX)
    return Sheet(
        np.zeros(3, dtype=np.int64),
        np.zeros(square, dtype=np.float32),
        np.zeros(square, dtype=np.float32),
        np.zeros(square, dtype=np.float32),
        np.zeros((len(FACTS), TOKENS_MAX), dtype=np.float32),
        np.zeros((len(FACTS), TOKENS_MAX), dtype=np.float32),
        np.zeros((PAIRS_MAX, 3), dtype=np.int16),
        np.zeros((PAIRS_MAX, 2), dtype=np.float32),
        np.zeros((2 * TOKENS_MAX, 3), dtype=np.int16),
        np.zeros(3, dtype=np.int64),
        np.zeros(len(FEATURES), dtype=np.float32),
    )


@lean
def lay_out(sheet: Sheet, likenesses: tuple[Floats, Floats, Floats], left: Floats, right: Floats) -> None:
    """Puts two names on the sheet."""
    alike, left_glued, right_glued = likenesses
    size, facts_left, facts_right = sheet.size, sheet.left, sheet.right
    size[0], size[1], size[2] = min(TOKENS_MAX, alike.shape[0]), min(TOKENS_MAX, alike.shape[1]), 0
    for i in range(size[0]):
        for j in range(size[1]):
            sheet.alike[i, j] = alike[i, j]
            sheet.left_glued[i, j], sheet.right_glued[i, j] = left_glued[i, j], right_glued[i, j]
            if left_glued[i, j] > 0 or right_glued[i, j] > 0:
                size[2] = 1
    for fact in range(len(FACTS)):
        for i in range(size[0]):
            facts_left[fact, i] = left[fact, i]
        for j in range(size[1]):
            facts_right[fact, j] = right[fact, j]


@lean
def needs_glue(alike: Floats) -> bool:
    """Whether tokens run together are worth a look: not where both names have as many tokens, each with an answer."""
    left, right = alike.shape
    return left != right or lacks_answer(alike, left, right)


@inlined
def lacks_answer(alike: Floats, left: int, right: int) -> bool:
    """Whether any of so many left tokens has no answer among so many right ones."""
    for i in range(left):
        answered = False
        for j in range(right):
            answered = answered or alike[i, j] >= PAIRED_MIN
        if not answered:
            return True
    return False


@inlined
def _possible(sheet: Sheet) -> int:
    """Lists every pairing that is possible; how many."""
    alike, left_glued, right_glued = sheet.alike, sheet.left_glued, sheet.right_glued
    left, right, places, strengths = sheet.left, sheet.right, sheet.places, sheet.strengths
    rows, columns, glued = sheet.size[0], sheet.size[1], sheet.size[2]
    count = 0
    for i in range(rows):
        for j in range(columns):
            if alike[i, j] >= PAIRED_MIN:
                places[count, 0], places[count, 1], places[count, 2] = i, j, ONE_TO_ONE
                strengths[count, 0], strengths[count, 1] = alike[i, j], (left[0, i] + right[0, j]) / 2
                count += 1
            if glued and right_glued[i, j] >= PAIRED_MIN and j + 1 < columns:
                places[count, 0], places[count, 1], places[count, 2] = i, j, RIGHT_GLUED
                strengths[count, 0], strengths[count, 1] = right_glued[i, j], right[0, j] + right[0, j + 1]
                count += 1
            if glued and left_glued[i, j] >= PAIRED_MIN and i + 1 < rows:
                places[count, 0], places[count, 1], places[count, 2] = i, j, LEFT_GLUED
                strengths[count, 0], strengths[count, 1] = left_glued[i, j], left[0, i] + left[0, i + 1]
                count += 1
    return count


@inlined
def bits(place: int, both: bool) -> np.int64:
    """The bit of a place, or of it and the next."""
    return np.int64(3 if both else 1) << np.int64(place)


@inlined
def pair(sheet: Sheet) -> None:
    """Chooses the pairings of the two names on the sheet, strongest first.

    Greedy, not optimal: the strongest pairing is the one a person would point at, and an explanation must show it.
    """
    places, strengths, chosen, taken = sheet.places, sheet.strengths, sheet.chosen, sheet.taken
    possible = _possible(sheet)
    on_left, on_right, count = np.int64(0), np.int64(0), 0
    while True:
        best, best_weight, best_far, at = np.float32(0.0), np.float32(-1.0), 999, -1
        for k in range(possible):
            value, weight = strengths[k, 0], strengths[k, 1]
            i, j, kind = places[k, 0], places[k, 1], places[k, 2]
            if value < best or on_left & bits(i, kind == LEFT_GLUED) or on_right & bits(j, kind == RIGHT_GLUED):
                continue
            far = abs(i - j)
            # The nearest place wins between equals, so that a repeated token pairs with its own repetition.
            if value > best or weight > best_weight or (weight == best_weight and far < best_far):
                best, best_weight, best_far, at = value, weight, far, k
        if at < 0:
            break
        i, j, kind = places[at, 0], places[at, 1], places[at, 2]
        on_left |= bits(i, kind == LEFT_GLUED)
        on_right |= bits(j, kind == RIGHT_GLUED)
        chosen[count, 0], chosen[count, 1], chosen[count, 2] = i, j, kind
        count += 1
    taken[0], taken[1], taken[2] = count, on_left, on_right

"""Two names as matrices of likenesses → what was observed → log-odds. Compiled; the one place where names are scored.

A search over millions of names and the comparison of one pair both end here, so that they cannot disagree.
`alike[i, j]` is the likeness of left token i and right token j; `left_glued[i, j]` that of the left tokens i and i + 1
together to right token j; `right_glued[i, j]` that of left token i to the right tokens j and j + 1 together.
`left` and `right` have a row for each fact of FACTS and a column for each token; `whole` is the likeness of the names
as a whole (`names.whole`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.compiled import kernel

Floats = NDArray[np.float32]
Ints = NDArray[np.int16]

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
SAME_SOUND = 0.97
"""Likeness from which a pairing is credited whole."""
SURE = 0.86
"""Likeness below which doubt begins whether two tokens are one name; it is whole at PAIRED_MIN."""
RESEMBLING_MIN = 0.4
"""Likeness from which two names that were not paired still resemble each other."""
RESEMBLING_MOST = 2
"""Pairs of such names that count: three errors in three names are other names."""
EVIDENCE_MOST = 3.0
"""Evidence beyond it adds nothing: a sixth shared name says less than the second did."""
CONFLICT_MOST = 3.0
"""More strange names than these say no more; so a document outweighs any name."""
SURPLUS_MOST = 3.0
WHOLE_MIN = 0.7
"""Likeness as a whole from which it counts."""
WHOLE_GLUED_MIN = 0.86
"""Likeness as a whole from which one token is taken for all of the other name's run together."""
SAME_WHOLE = 0.999
"""Likeness as a whole from which two names differ in their spaces only."""
UNKNOWN, KNOWN = 1.0, 0.5
"""Weight of a token that nobody is known to bear, and of one that many do: a slip of the pen rarely makes a name."""
NOTHING = 0.01
"""Dissent and evidence below it are rounding."""
ONE_TO_ONE, RIGHT_GLUED, LEFT_GLUED = 0, 1, 2
"""Kinds of pairing: one token each; a left token against two neighbours; two neighbours against a right token."""


@kernel
def needs_glue(alike: Floats) -> bool:
    """Whether tokens run together are worth a look: not where both names have as many tokens, each with an answer."""
    left, right = alike.shape
    if left != right:
        return True
    answered = 0
    for i in range(left):
        for j in range(right):
            if alike[i, j] >= PAIRED_MIN:
                answered += 1
                break
    return bool(answered < left)


@kernel
def pair_off(alike: Floats, left_glued: Floats, right_glued: Floats, weigh_left: Floats, weigh_right: Floats) -> Ints:
    """The pairings of two names' tokens, strongest first: rows of (left place, right place, kind).

    Greedy, not optimal: the strongest pairing is the one a person would point at, and an explanation must show it.
    """
    left, right = alike.shape
    chosen = np.empty((left + right, 3), dtype=np.int16)
    used_left, used_right = np.zeros(left + 1, dtype=np.bool_), np.zeros(right + 1, dtype=np.bool_)
    count = 0
    while True:
        best, best_weight, best_far = np.float32(PAIRED_MIN), np.float32(-1.0), 999
        at_left, at_right, kind = -1, -1, 0
        for i in range(left):
            if used_left[i]:
                continue
            for j in range(right):
                if used_right[j]:
                    continue
                for way in range(3):
                    if way == ONE_TO_ONE:
                        value, weight = alike[i, j], (weigh_left[i] + weigh_right[j]) / 2
                    elif way == RIGHT_GLUED:
                        if j + 1 >= right or used_right[j + 1]:
                            continue
                        value, weight = right_glued[i, j], weigh_right[j] + weigh_right[j + 1]
                    else:
                        if i + 1 >= left or used_left[i + 1]:
                            continue
                        value, weight = left_glued[i, j], weigh_left[i] + weigh_left[i + 1]
                    if value < best or value < PAIRED_MIN:
                        continue
                    far = abs(i - j)
                    # The nearest place wins between equals, so that a repeated token pairs with its own repetition.
                    if value > best or weight > best_weight or (weight == best_weight and far < best_far):
                        best, best_weight, best_far = value, weight, far
                        at_left, at_right, kind = i, j, way
        if at_left < 0:
            return chosen[:count]
        chosen[count, 0], chosen[count, 1], chosen[count, 2] = at_left, at_right, kind
        count += 1
        used_left[at_left] = used_right[at_right] = True
        if kind == RIGHT_GLUED:
            used_right[at_right + 1] = True
        elif kind == LEFT_GLUED:
            used_left[at_left + 1] = True


@kernel
def credit(value: float) -> float:
    """The share of its weight that a pairing of this likeness is credited with."""
    if value >= SAME_SOUND:
        return 1.0
    return max(0.0, float((value - PAIRED_MIN) / (1 - PAIRED_MIN)))


@kernel
def _free(pairings: Ints, place: int, side: int) -> bool:
    """Whether a token found no answer; `side` is 0 on the left, 1 on the right."""
    glued = LEFT_GLUED if side == 0 else RIGHT_GLUED
    for k in range(len(pairings)):
        apart = place - pairings[k, side]
        if apart == 0 or (apart == 1 and pairings[k, 2] == glued):
            return False
    return True


@kernel
def _strangeness(weight: float) -> float:
    """From 0 for a token that many bear to 1 for one that nobody is known to."""
    return min(1.0, max(0.0, (weight - KNOWN) / (UNKNOWN - KNOWN)))


@kernel
def _resembling(pairings: Ints, alike: Floats, left: Floats, right: Floats) -> tuple[float, float]:
    """How much the tokens that found no answer on either side resemble each other: of strange names, and of known ones.

    From 0 to 1 for each two tokens, the most alike first.
    """
    strange, known = 0.0, 0.0
    taken_left, taken_right = np.zeros(alike.shape[0], dtype=np.bool_), np.zeros(alike.shape[1], dtype=np.bool_)
    for _ in range(RESEMBLING_MOST):
        best, at_left, at_right = np.float32(RESEMBLING_MIN), -1, -1
        for i in range(alike.shape[0]):
            for j in range(alike.shape[1]):
                if alike[i, j] <= best or taken_left[i] or taken_right[j]:
                    continue
                if _free(pairings, i, 0) and _free(pairings, j, 1):
                    best, at_left, at_right = alike[i, j], i, j
        if at_left < 0:
            break
        taken_left[at_left] = taken_right[at_right] = True
        degree = float((best - RESEMBLING_MIN) / (PAIRED_MIN - RESEMBLING_MIN))
        share = _strangeness(max(left[0, at_left], right[0, at_right]))
        strange += degree * share
        known += degree * (1 - share)
    return strange, known


@kernel
def _strangest(pairings: Ints, left: Floats, right: Floats) -> float:
    """How strange the strangest token without an answer is."""
    found = np.float32(0.0)
    for i in range(left.shape[1]):
        if left[0, i] > found and _free(pairings, i, 0):
            found = left[0, i]
    for j in range(right.shape[1]):
        if right[0, j] > found and _free(pairings, j, 1):
            found = right[0, j]
    return _strangeness(float(found))


@kernel
def _all_glued(seen: Floats, left: Floats, right: Floats, whole: float) -> Floats:
    """The observations of two names with the same letters, their words parted in other places or not at all."""
    seen[:] = 0.0
    longer = right if right.shape[1] > left.shape[1] else left
    seen[1] = min(np.float32(EVIDENCE_MOST), longer[0].sum() * credit(whole))
    seen[11] = 1.0
    seen[12] = 1 - whole
    return seen


@kernel
def observe(
    pairings: Ints, likenesses: tuple[Floats, Floats, Floats], left: Floats, right: Floats, whole: float
) -> Floats:
    """The observations (FEATURES) of two names that `pair_off` paired by these `likenesses`."""
    alike, left_glued, right_glued = likenesses
    seen = np.zeros(len(FEATURES), dtype=np.float32)
    fewest, count = min(alike.shape), max(alike.shape)
    if fewest == 1 and count > 2 and whole >= WHOLE_GLUED_MIN:
        return _all_glued(seen, left, right, whole)
    most = max(left[0].sum(), right[0].sum(), np.float32(1e-6))
    over_left, over_right = left[1].sum(), right[1].sum()
    found, tokens = np.float32(0.0), 0
    for k in range(len(pairings)):
        i, j, kind = pairings[k, 0], pairings[k, 1], pairings[k, 2]
        over_left -= left[1, i]
        over_right -= right[1, j]
        value, weight = alike[i, j], (left[0, i] + right[0, j]) / 2
        if kind == RIGHT_GLUED:
            value, weight = right_glued[i, j], right[0, j] + right[0, j + 1]
            over_right -= right[1, j + 1]
        elif kind == LEFT_GLUED:
            value, weight = left_glued[i, j], left[0, i] + left[0, i + 1]
            over_left -= left[1, i + 1]
        found += weight * credit(value)
        if left[2, i] + right[2, j] == 1.0:
            seen[10] += 1.0
        else:
            tokens += 2 if kind == ONE_TO_ONE else 3
            seen[12] += 1 - value
            seen[4 if left[3, i] != right[3, j] else 3] += max(np.float32(0.0), (SURE - value) / (SURE - PAIRED_MIN))
        if kind != ONE_TO_ONE:
            seen[11] = 1.0
    # The lesser of both: a name more on one side only is a middle name left out, no contradiction.
    conflict, over = max(np.float32(0.0), min(over_left, over_right)), max(over_left, over_right)
    # Initials alone are nothing: every tenth name begins with the same letter.
    seen[0] = 1.0 if tokens == 0 else 0.0
    seen[1] = min(np.float32(EVIDENCE_MOST), found)
    seen[2] = min(np.float32(CONFLICT_MOST), conflict)
    seen[5] = 1.0 if 0 < tokens <= 2 and conflict >= NOTHING else 0.0
    if 0 < tokens <= 2 and conflict < NOTHING:
        seen[6] = 2.0 if over > NOTHING else 1.0
    seen[7] = min(np.float32(SURPLUS_MOST), max(np.float32(0.0), over - conflict))
    # In units of evidence: that a rare full name agrees says more than that a common one does.
    seen[8] = seen[1] if tokens > 2 and found >= most - NOTHING else 0.0
    if conflict >= NOTHING and whole >= SAME_WHOLE:
        return _all_glued(seen, left, right, whole)
    if conflict >= NOTHING or tokens == 0:
        _observe_likeness(seen, _resembling(pairings, alike, left, right), _strangest(pairings, left, right), whole)
    return seen


@kernel
def _observe_likeness(seen: Floats, resembling: tuple[float, float], strange: float, whole: float) -> None:
    """What softens a contradiction: names left over that resemble each other, and names that are alike as a whole."""
    seen[9], seen[13] = resembling
    together = max(0.0, (whole - WHOLE_MIN) / (1 - WHOLE_MIN))
    seen[14], seen[15] = together * strange, together * (1 - strange)


@kernel
def log_odds(features: Floats, weights: Floats) -> float:
    """The log-odds of observations: `weights` begins with the starting point, then has one for each of FEATURES."""
    total = np.float64(weights[0])
    for k in range(len(features)):
        total += weights[k + 1] * features[k]
    return total


@kernel
def name_log_odds(
    likenesses: tuple[Floats, Floats, Floats], left: Floats, right: Floats, whole: float, weights: Floats
) -> float:
    """The log-odds that two names are one person's, from FACTS and `likenesses` (one to one, left and right glued)."""
    alike, left_glued, right_glued = likenesses
    pairings = pair_off(alike, left_glued, right_glued, left[0], right[0])
    return log_odds(observe(pairings, likenesses, left, right, whole), weights)

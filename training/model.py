"""The fit: logistic regression with a sign for every weight, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from gatehouse.names.name import may_be_one, read_names
from gatehouse.screening.matching import name_kernel
from gatehouse.screening.matching.alignment import facts, matrices, whole
from gatehouse.screening.matching.name_kernel import FEATURES
from pairs import Pair

Numbers = NDArray[np.float64]

SIGNS = {
    "nothing": -1, "evidence": 1, "conflict": -1, "doubt": -1, "doubt_across": -1, "alone": -1, "single": -1,
    "surplus": -1, "identical": 1, "resembling": 1, "initials": -1, "glued": 1, "unlike": -1, "resembling_known": 1,
    "whole": 1, "whole_known": 1,
}  # fmt: skip
"""Whether more of a feature may speak for one person or against; a weight never has the other sign."""
EVIDENCE_LEAST = 1.2
"""The development data repeats too few names to show that rarity counts in every pair; so much is set."""
IDENTICAL_LEAST = 0.5
"""Nor does it hold the strangers of a whole country, among whom an equal rare name of three words is met once."""
NOTHING_SET = -4.5
GLUED_MOST = 0.2
"""Names run together are no better evidence than names written apart, however seldom strangers are met so."""
RIDGE = 1e-4
BINS = 10


def features(pair: Pair, weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The observations of the best readings of a pair by the `weights` that choose among readings."""
    best, strength = np.zeros(len(FEATURES), dtype=np.float32), -np.inf
    for one in read_names(pair.left):
        for other in read_names(pair.right):
            if not one.tokens or not other.tokens or not may_be_one(one, other):
                continue
            alike, left, right = matrices(one, other), facts(one), facts(other)
            chosen = name_kernel.pair_off(*alike, left[0], right[0])
            seen = name_kernel.observe(chosen, alike, left, right, whole(one, other))
            reached = name_kernel.log_odds(seen, weights)
            if reached > strength:
                best, strength = seen, reached
    return best


def fit(seen: Numbers, same: Numbers, share: Numbers) -> Numbers:
    """The starting point and a weight for each of FEATURES: least logistic loss within the SIGNS. Deterministic."""
    design = np.hstack([np.ones((len(seen), 1)), seen])
    share = share / share.sum()

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        odds = design @ weights
        error = share * (1.0 / (1.0 + np.exp(-odds)) - same)
        punished = RIDGE * np.r_[0.0, weights[1:]]
        cost = float((share * (np.logaddexp(0.0, odds) - same * odds)).sum())
        return cost + float(punished @ weights) / 2, design.T @ error + punished

    bounds = [(None, None)] + [(0.0, None) if SIGNS[name] > 0 else (None, 0.0) for name in FEATURES]
    bounds[1 + FEATURES.index("evidence")] = (EVIDENCE_LEAST, None)
    bounds[1 + FEATURES.index("identical")] = (IDENTICAL_LEAST, None)
    # No pair of the training lacks every token, so this weight is not learned but set.
    bounds[1 + FEATURES.index("nothing")] = (NOTHING_SET, NOTHING_SET)
    bounds[1 + FEATURES.index("glued")] = (0.0, GLUED_MOST)
    start = np.zeros(len(FEATURES) + 1)
    return np.asarray(minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 3000}).x)


def probability(seen: Numbers, weights: Numbers) -> Numbers:
    """The score of each row."""
    return np.asarray(1.0 / (1.0 + np.exp(-(weights[0] + seen @ weights[1:]))))


def reliability(score: Numbers, same: Numbers, share: Numbers) -> list[tuple[float, float, float]]:
    """BINS bins of equal mass: (mean score, share that are one person, mass)."""
    order = np.argsort(score, kind="stable")
    mass = np.cumsum(share[order]) / share.sum()
    places = np.minimum((mass * BINS - 1e-9).astype(int), BINS - 1)
    rows = []
    for place in range(BINS):
        held = order[places == place]
        if len(held):
            weight = share[held]
            means = np.average(score[held], weights=weight), np.average(same[held], weights=weight)
            rows.append((float(means[0]), float(means[1]), float(weight.sum() / share.sum())))
    return rows


def calibration_error(rows: Sequence[tuple[float, float, float]]) -> float:
    """The expected calibration error of `reliability`: mean distance of score and truth, by mass."""
    return sum(abs(score - truth) * mass for score, truth, mass in rows)


def f1(score: Numbers, same: Numbers, threshold: float) -> tuple[float, float, float]:
    """F1, precision and recall of unweighted rows at a threshold."""
    said, true = score >= threshold, same > 0
    right = float((said & true).sum())
    precision, recall = right / max(1, said.sum()), right / max(1, true.sum())
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall

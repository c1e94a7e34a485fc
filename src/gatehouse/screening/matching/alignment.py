"""Which token of one name answers to which of the other, tokens glued together included."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from gatehouse.names.commonness import weight
from gatehouse.names.distance import Likeness, glued, likeness
from gatehouse.names.name import Name
from gatehouse.names.packed import packed
from gatehouse.names.token import Token
from gatehouse.names.whole import whole_likeness
from gatehouse.screening.matching import name_kernel
from gatehouse.screening.matching.name_kernel import LEFT_GLUED, RIGHT_GLUED, Floats


class Pairing(NamedTuple):
    """Token places on each side that answer to each other. `weight` is the evidence they carry."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: Likeness
    weight: float


class Alignment(NamedTuple):
    """The pairings of two names, strongest first, the places left over on each side, and what the kernel observed."""

    pairings: tuple[Pairing, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]
    features: Floats


def matrices(left: Name, right: Name) -> tuple[Floats, Floats, Floats]:
    """The likenesses that `name_kernel` takes: one to one, left neighbours glued, right neighbours glued."""
    ours, theirs = left.tokens, right.tokens
    shape = (len(ours), len(theirs))
    alike = np.zeros(shape, dtype=np.float32)
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            alike[i, j] = likeness(one, other).score
    left_glued, right_glued = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    if name_kernel.needs_glue(alike):
        for i, (one, other) in enumerate(pairwise(ours)):
            for j, long in enumerate(theirs):
                left_glued[i, j] = glued(long, one, other).score
        for j, (one, other) in enumerate(pairwise(theirs)):
            for i, long in enumerate(ours):
                right_glued[i, j] = glued(long, one, other).score
    return alike, left_glued, right_glued


def facts(name: Name) -> Floats:
    """The FACTS of a name's tokens: float32[len(FACTS), tokens]."""
    return np.array([facts_of(token) for token in name.tokens], dtype=np.float32).reshape(-1, len(name_kernel.FACTS)).T


def whole(left: Name, right: Name) -> float:
    """The likeness of two names as a whole; 0 where one of them has no token."""
    if not left.tokens or not right.tokens:
        return 0.0
    ours, theirs = (np.stack([packed(token) for token in name.tokens]) for name in (left, right))
    return float(whole_likeness(ours, theirs))


DISSENT_BY_LETTERS = {1: 0.25, 2: 0.6, 3: 0.9}
"""How loudly a token of so few letters disagrees; longer ones count 1."""
SOUND_WRITTEN = {"spelled": 0.0, "unvocalised": 1.0, "borrowed": 2.0}


def facts_of(token: Token) -> tuple[float, float, float, float]:
    """One token's FACTS. A common name disagrees as loudly as a rare one."""
    dissent = DISSENT_BY_LETTERS.get(len(token.text), 1.0)
    return weight(token), dissent, float(token.is_initial), SOUND_WRITTEN[token.manner]


def _pairing(left: Name, right: Name, at: tuple[int, int, int]) -> Pairing:
    i, j, kind = at
    ours, theirs = left.tokens, right.tokens
    if kind == RIGHT_GLUED:
        both = theirs[j], theirs[j + 1]
        return Pairing((i,), (j, j + 1), glued(ours[i], *both), sum(map(weight, both)))
    if kind == LEFT_GLUED:
        both = ours[i], ours[i + 1]
        return Pairing((i, i + 1), (j,), glued(theirs[j], *both), sum(map(weight, both)))
    return Pairing((i,), (j,), likeness(ours[i], theirs[j]), (weight(ours[i]) + weight(theirs[j])) / 2)


def align(left: Name, right: Name) -> Alignment:
    """The best pairings of two names' tokens, strongest first; each token answers at most once."""
    likenesses, ours, theirs = matrices(left, right), facts(left), facts(right)
    chosen = name_kernel.pair_off(*likenesses, ours[0], theirs[0])
    features = name_kernel.observe(chosen, likenesses, ours, theirs, whole(left, right))
    pairings = tuple(_pairing(left, right, (int(i), int(j), int(kind))) for i, j, kind in chosen)
    used_left = {i for pairing in pairings for i in pairing.left}
    used_right = {j for pairing in pairings for j in pairing.right}
    return Alignment(
        pairings,
        tuple(i for i in range(len(left.tokens)) if i not in used_left),
        tuple(j for j in range(len(right.tokens)) if j not in used_right),
        features,
    )

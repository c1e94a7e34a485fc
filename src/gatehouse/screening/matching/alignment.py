"""Which token of one name answers to which of the other, tokens glued together included."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gatehouse.names.commonness import INITIAL_WEIGHT, weight, word_weight
from gatehouse.names.distance import Likeness, glued, likeness
from gatehouse.names.name import Name
from gatehouse.names.packed import INITIAL, packed
from gatehouse.names.packing import Packed
from gatehouse.names.token import Token
from gatehouse.names.whole import whole_likeness
from gatehouse.screening.matching import name_kernel
from gatehouse.screening.matching.name_kernel import LEFT_GLUED, RIGHT_GLUED, Floats

NAMES_REMEMBERED_MAX = 1 << 16


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
    scores = [[likeness(one, other)[0] for other in theirs] for one in ours]
    alike: Floats = np.array(scores, dtype=np.float32).reshape(shape)
    left_glued, right_glued = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    if name_kernel.needs_glue(alike):
        for i, (one, other) in enumerate(pairwise(ours)):
            for j, long in enumerate(theirs):
                left_glued[i, j] = glued(long, one, other).score
        for j, (one, other) in enumerate(pairwise(theirs)):
            for i, long in enumerate(ours):
                right_glued[i, j] = glued(long, one, other).score
    return alike, left_glued, right_glued


# A traveller's name stands beside many listed ones, and a listed one beside many travellers: what is known of one name
# alone is worked out once. Tokens are interned, so that a tuple of them is told from others without reading letters.
@lru_cache(maxsize=NAMES_REMEMBERED_MAX)
def _facts(tokens: tuple[Token, ...]) -> Floats:
    found = np.array([facts_of(token) for token in tokens], dtype=np.float32).reshape(-1, len(name_kernel.FACTS)).T
    found.setflags(write=False)
    return found


def facts(name: Name) -> Floats:
    """The FACTS of a name's tokens: float32[len(FACTS), tokens], read-only."""
    return _facts(name.tokens)


@lru_cache(maxsize=NAMES_REMEMBERED_MAX)
def _rows(tokens: tuple[Token, ...]) -> NDArray[np.uint8]:
    found = np.stack([packed(token) for token in tokens])
    found.setflags(write=False)
    return found


def whole(left: Name, right: Name) -> float:
    """The likeness of two names as a whole; 0 where one of them has no token."""
    if not left.tokens or not right.tokens:
        return 0.0
    return float(whole_likeness(_rows(left.tokens), _rows(right.tokens)))


class Beside(NamedTuple):
    """Two names and everything that `name_kernel` asks of them, measured once for choosing and for explaining."""

    left: Name
    right: Name
    likenesses: tuple[Floats, Floats, Floats]
    ours: Floats
    theirs: Floats
    whole: float


def beside(left: Name, right: Name) -> Beside:
    """Two names measured beside each other."""
    return Beside(left, right, matrices(left, right), facts(left), facts(right), whole(left, right))


DISSENT_BY_LETTERS = {1: 0.25, 2: 0.6, 3: 0.9}
"""How loudly a token of so few letters disagrees; longer ones count 1."""
SOUND_WRITTEN = {"spelled": 0.0, "unvocalised": 1.0, "borrowed": 2.0}


def facts_of(token: Token) -> tuple[float, float, float, float]:
    """One token's FACTS. A common name disagrees as loudly as a rare one."""
    dissent = DISSENT_BY_LETTERS.get(len(token.text), 1.0)
    return weight(token), dissent, float(token.is_initial), SOUND_WRITTEN[token.manner]


def facts_of_words(words: Packed) -> Floats:
    """The FACTS of each word, as `facts_of` tells them of its token: float32[words, len(FACTS)]."""
    found = np.empty((len(words.rows), len(name_kernel.FACTS)), dtype=np.float32)
    letters, initial = list(map(len, words.texts)), words.rows[:, INITIAL] != 0
    weights = list(map(word_weight, letters, words.folds, words.manners))
    found[:, 0] = np.where(initial, INITIAL_WEIGHT, weights)
    found[:, 1] = [DISSENT_BY_LETTERS.get(count, 1.0) for count in letters]
    found[:, 2] = initial
    found[:, 3] = [SOUND_WRITTEN[manner] for manner in words.manners]
    return found


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
    return aligned(beside(left, right))


def aligned(names: Beside) -> Alignment:
    """The best pairings of two names that are measured already."""
    left, right = names.left, names.right
    chosen = name_kernel.pair_off(*names.likenesses, names.ours[0], names.theirs[0])
    features = name_kernel.observe(chosen, names.likenesses, names.ours, names.theirs, names.whole)
    pairings = tuple([_pairing(left, right, (i, j, kind)) for i, j, kind in chosen.tolist()])
    used_left = {i for pairing in pairings for i in pairing.left}
    used_right = {j for pairing in pairings for j in pairing.right}
    return Alignment(
        pairings,
        tuple([i for i in range(len(left.tokens)) if i not in used_left]),
        tuple([j for j in range(len(right.tokens)) if j not in used_right]),
        features,
    )


def features_of(names: Beside) -> Floats:
    """What the kernel observes of two names, without saying which token answers to which."""
    chosen = name_kernel.pair_off(*names.likenesses, names.ours[0], names.theirs[0])
    found: Floats = name_kernel.observe(chosen, names.likenesses, names.ours, names.theirs, names.whole)
    return found

"""Which token of one name answers to which of the other, tokens glued together included."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from gatehouse.names.commonness import weight
from gatehouse.names.distance import SAME_BUT_GLUED, Likeness, likeness
from gatehouse.names.name import Name, Token
from gatehouse.names.name import token as token_of

PAIRED_MIN = 0.66
"""Likeness below which two tokens are different names and not two spellings of one."""
GLUED_LETTERS_MIN = 6
"""Letters a token needs to be taken for two tokens run together."""
GLUED_LETTERS_OFF_MAX = 4
"""Letters by which a run-together token may differ from its parts, a title run on to it included."""
GLUED_MIN = 0.86
"""Likeness in sound that a run-together token must have to its parts."""


class Pairing(NamedTuple):
    """Token places on each side that answer to each other. `weight` is the evidence they carry."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: Likeness
    weight: float


class Alignment(NamedTuple):
    """The pairings of two names, and the places left over on each side."""

    pairings: tuple[Pairing, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


def _glued_likeness(long: Token, one: Token, other: Token) -> Likeness:
    best = 0.0
    for bare in long.bare:
        whole = long.weighed if bare == long.text else token_of(bare, long.script).weighed
        # In either order: hosts glue SMITHERSJOHN as readily as JOHNSMITHERS.
        for glued in (one.weighed + other.weighed, other.weighed + one.weighed):
            best = max(best, Levenshtein.normalized_similarity(whole, glued, score_cutoff=GLUED_MIN))
    return Likeness(SAME_BUT_GLUED * best, "written together on one side")


def _glued_pairings(whole: list[Token], apart: list[Token]) -> list[tuple[int, tuple[int, int], Likeness]]:
    found = []
    for first, (one, other) in enumerate(pairwise(apart)):
        letters = len(one.text) + len(other.text)
        for place, token in enumerate(whole):
            if len(token.text) < GLUED_LETTERS_MIN or abs(len(token.text) - letters) > GLUED_LETTERS_OFF_MAX:
                continue
            alike = _glued_likeness(token, one, other)
            if alike.score > 0.0:
                found.append((place, (first, first + 1), alike))
    return found


def _one_to_one(left: list[Token], right: list[Token]) -> list[Pairing]:
    proposed = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            alike = likeness(one, other)
            if alike.score >= PAIRED_MIN:
                proposed.append(Pairing((i,), (j,), alike, (weight(one) + weight(other)) / 2))
    return proposed


def _glued(left: list[Token], right: list[Token]) -> list[Pairing]:
    proposed = []
    for i, pair, alike in _glued_pairings(left, right):
        proposed.append(Pairing((i,), pair, alike, weight(right[pair[0]]) + weight(right[pair[1]])))
    for j, pair, alike in _glued_pairings(right, left):
        proposed.append(Pairing(pair, (j,), alike, weight(left[pair[0]]) + weight(left[pair[1]])))
    return proposed


def _strength(pairing: Pairing) -> tuple[float, float, int]:
    # the nearest place wins between equals, so that a repeated token pairs with its own repetition
    return (-pairing.likeness.score, -pairing.weight, abs(pairing.left[0] - pairing.right[0]))


def align(left: Name, right: Name) -> Alignment:
    """The best pairings of two names' tokens, strongest first; each token answers at most once."""
    ours, theirs = list(left.tokens), list(right.tokens)
    proposed = _one_to_one(ours, theirs)
    # As many tokens on both sides, each with an answer, leave nothing that could be glued: the costly look is saved.
    if len(ours) != len(theirs) or len(proposed) < len(ours):
        proposed += _glued(ours, theirs)
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen: list[Pairing] = []
    # Greedy, not optimal: the strongest pairing is the one a person would point at, and an explanation must show it.
    for pairing in sorted(proposed, key=_strength):
        if used_left.isdisjoint(pairing.left) and used_right.isdisjoint(pairing.right):
            chosen.append(pairing)
            used_left.update(pairing.left)
            used_right.update(pairing.right)
    return Alignment(
        tuple(chosen),
        tuple(i for i in range(len(ours)) if i not in used_left),
        tuple(j for j in range(len(theirs)) if j not in used_right),
    )

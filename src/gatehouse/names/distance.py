"""How alike two tokens are, from 0 to 1, and through what: the face of `kernels` for one pair of tokens.

1 is the same letters, SAME_SOUND the same fold, and below WORTHLESS nothing is left that counts as evidence.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from gatehouse.names import kernels
from gatehouse.names.costs import costs
from gatehouse.names.kernels import (
    CUT_LETTERS_MIN,
    CUT_SHORT,
    SAME_BUT_GLUED,
    SAME_SOUND,
    VARIANT,
    glued_rows,
    likeness_rows,
)
from gatehouse.names.packed import packed
from gatehouse.names.token import Token

__all__ = [
    "CUT_LETTERS_MIN",
    "CUT_SHORT",
    "INITIAL",
    "SAME_BUT_GLUED",
    "SAME_SOUND",
    "VARIANT",
    "WORDS",
    "WORTHLESS",
    "Likeness",
    "glued",
    "likeness",
]

INITIAL = kernels.INITIAL_LIKENESS
WORTHLESS = 0.6
WORDS = {
    kernels.LETTERS: "same letters",
    kernels.SYLLABIC: "syllable by syllable",
    kernels.SOUND: "same sound",
    kernels.INITIALLY: "initial",
    kernels.FAMILY: "known variants of one name",
    kernels.KINSHIP: "written alike in other scripts",
    kernels.BARELY: "same after taking off an article or title run on to it",
    kernels.READING: "same sound in another reading of the letters",
    kernels.ACROSS: "sounds of the two scripts, by learned costs",
    kernels.SPELLING: "similar spelling, by learned costs",
    kernels.BEGINNING: "one is the beginning of the other",
    kernels.AFTER_ABD: "similar letters after Abd",
    kernels.NOTHING: "nothing to compare",
}
"""How a comparison is told to a reader, by the way the kernel names."""
GLUED_WORDS = "written together on one side"


class Likeness(NamedTuple):
    """`score` in [0, 1] and how it came about, in words."""

    score: float
    how: str


@lru_cache(maxsize=1 << 18)
def likeness(one: Token, other: Token) -> Likeness:
    """How alike two tokens are. Symmetric."""
    score, way = likeness_rows(packed(one), packed(other), costs())
    # Through six digits, so that a constant of the kernel reads as it is written there and not as its nearest float32.
    return Likeness(round(float(score), 6), WORDS[way])


@lru_cache(maxsize=1 << 18)
def glued(whole: Token, one: Token, other: Token) -> Likeness:
    """How alike `whole` is to two neighbours written together, in either order; 0 where it cannot be them."""
    score = glued_rows(packed(whole), packed(one), packed(other), costs())
    return Likeness(round(float(score), 6), GLUED_WORDS)

"""How alike two tokens are, from 0 to 1, and through what.

The first comparison that applies decides; spellings are counted in edits last. 1 is the same letters, SAME_SOUND the
same fold, and below WORTHLESS nothing is left that counts as evidence.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from gatehouse.names.name import Manner, Token
from gatehouse.names.parts import SERVANT

SAME_SOUND = 0.97
SAME_BUT_GLUED = 0.95
SECOND_READING = 0.95
VARIANT = 0.93
SAME_BONES = 0.92
SAME_LOAN = 0.94
LOAN_FORGIVENESS = 0.7
"""Share of an edit that counts for a borrowed name: syllabic scripts add vowels and drop sounds."""
INITIAL = 0.8
CUT_SHORT = 0.85
CUT_LETTERS_MIN = 4
"""Letters a token must have to stand for a longer one that begins with it."""
SAME_FEW_BONES = {1: 0.75, 2: 0.89}
"""Likeness of equal skeletons of so few consonants, which many names share."""
WORTHLESS = 0.6


class Likeness(NamedTuple):
    """`score` in [0, 1] and how it came about, in words."""

    score: float
    how: str


def _edits(one: Token, other: Token) -> Likeness:
    # OSA counts two letters exchanged as one edit, as typists make it; in a weighed fold consonants stand twice, so
    # that exchanged ones are no neighbours there.
    letters = OSA.normalized_similarity(one.text, other.text)
    sounds = Levenshtein.normalized_similarity(one.weighed, other.weighed)
    if sounds > letters:
        # Below SAME_SOUND: edits may come near an equal sound and never pass for one.
        return Likeness(min(sounds, SAME_SOUND - 0.01), "similar sound")
    return Likeness(min(letters, SAME_SOUND - 0.01), "similar letters")


def _by_bones(one: Token, other: Token) -> Likeness:
    fewest = min(len(one.bones), len(other.bones))
    if not fewest:
        return Likeness(0.0, "no consonants to compare")
    # The fewer consonants there are, the more names share them by chance.
    most = SAME_FEW_BONES.get(fewest, SAME_BONES)
    score = most * Levenshtein.normalized_similarity(one.bones, other.bones)
    return Likeness(score, "consonants only, vowels are not written")


def _by_loan(one: Token, other: Token) -> Likeness:
    distance = Levenshtein.normalized_distance(one.loan, other.loan)
    score = SAME_LOAN * (1.0 - LOAN_FORGIVENESS * distance)
    return max(Likeness(score, "sounds of a borrowed name"), _edits(one, other))


def _by_syllables(one: Token, other: Token) -> Likeness:
    same = sum(a == b for a, b in zip(one.syllables, other.syllables, strict=False))
    return Likeness(same / max(len(one.syllables), len(other.syllables)), "syllable by syllable")


def _special(one: Token, other: Token) -> Likeness | None:
    if one.is_initial or other.is_initial:
        return Likeness(INITIAL if one.text[0] == other.text[0] else 0.0, "initial")
    if one.families and not one.families.isdisjoint(other.families):
        return Likeness(VARIANT, "known variants of one name")
    if not one.bare.isdisjoint(other.bare):
        return Likeness(SAME_BUT_GLUED, "same after taking off an article or title run on to it")
    if one.second_fold == other.fold or other.second_fold == one.fold:
        return Likeness(SECOND_READING, "same sound in another reading of the letters")
    return None


def _cut_short(one: Token, other: Token) -> Likeness | None:
    short, long = sorted((one.text, other.text), key=len)
    # Two fifths at least: a shorter beginning is rather another name than one cut short by a field.
    if len(short) >= CUT_LETTERS_MIN and len(short) / len(long) >= 0.4 and long.startswith(short):
        return Likeness(CUT_SHORT, "one is the beginning of the other")
    return None


@lru_cache(maxsize=1 << 18)
def likeness(one: Token, other: Token) -> Likeness:
    """How alike two tokens are. Symmetric. Unvocalised scripts are compared by consonants with every other script."""
    if one.text == other.text and one.syllables == other.syllables:
        return Likeness(1.0, "same letters")
    # One syllable is one word of meaning: letters that two of them share (lei, mei) say nothing.
    if one.syllables and other.syllables and one.script == other.script:
        return _by_syllables(one, other)
    if one.fold == other.fold:
        return Likeness(SAME_SOUND, "same sound")
    # Before all counting of edits: what is known of a pair is worth more than how far its letters are apart.
    special = _special(one, other)
    if special:
        return special
    if one.script != other.script and Manner.UNVOCALISED in (one.manner, other.manner):
        return _by_bones(one, other)
    if one.script != other.script and Manner.BORROWED in (one.manner, other.manner):
        return _by_loan(one, other)
    if one.text.startswith(SERVANT) and other.text.startswith(SERVANT):
        return _servants(one, other)
    return max(filter(None, (_edits(one, other), _cut_short(one, other))))


def _servants(one: Token, other: Token) -> Likeness:
    # Abd begins thousands of names: only what follows tells them apart
    tails = one.text[len(SERVANT) :], other.text[len(SERVANT) :]
    return Likeness(OSA.normalized_similarity(*tails), "similar letters after Abd")

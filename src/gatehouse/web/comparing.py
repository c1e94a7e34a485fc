"""One reason of an explanation as a page says it: the feature, how the sides compare, which words were paired."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise

from gatehouse.screening.review.fields import SAME, UNLIKE
from gatehouse.screening.review.why import feature_name
from gatehouse.terms.candidate import Reason
from gatehouse.web.reason_words import FEATURES, HOWS, NAME_OUTCOMES, SEX_OUTCOMES

PAIRED, PAIRS_PARTED, MORE = " ~ ", " | ", "; "
"""How the engine writes which words of two names it paired, and how."""


class Pair(NamedTuple):
    """Two words that were taken for one another, and why."""

    ours: str
    theirs: str
    how: str | Promise


class Compared(NamedTuple):
    """A reason. `kind` is its tag's (good: agrees, bad: against, info: in between), `pairs` the words of names."""

    feature: str | Promise
    says: str | Promise
    kind: str
    pairs: tuple[Pair, ...]


def compared(reason: Reason) -> Compared:
    """The reason in the reader's words; what has no words yet is said as the engine says it."""
    return Compared(feature_of(reason), said_of(reason), kind_of(reason), pairs_of(reason))


def feature_of(reason: Reason) -> str | Promise:
    """What was compared."""
    return FEATURES.get(reason.feature) or feature_name(reason.feature).capitalize()


def said_of(reason: Reason) -> str | Promise:
    """How the two sides compare."""
    if reason.feature == "name":
        return NAME_OUTCOMES.get(reason.outcome, reason.outcome)
    if reason.feature == "sex":
        return SEX_OUTCOMES.get(reason.outcome, reason.outcome)
    return HOWS.get(reason.how) or reason.how or reason.outcome


def kind_of(reason: Reason) -> str:
    """The tag: what weighs against is marked so, whatever its outcome is called."""
    if reason.weight < 0 or reason.outcome in UNLIKE:
        return "bad"
    return "good" if reason.outcome in SAME else "info"


def pairs_of(reason: Reason) -> tuple[Pair, ...]:
    """The words of names that were paired, where the reason is of names; how each is written is left to the rest."""
    if reason.feature != "name" or PAIRED not in reason.how:
        return ()
    found = []
    for told in reason.how.split(PAIRS_PARTED):
        words, _colon, how = told.partition(": ")
        ours, tilde, theirs = words.partition(PAIRED)
        if tilde:
            ways = [HOWS.get(way, way) for way in how.split(MORE)]
            found.append(Pair(ours, theirs, MORE.join(str(way) for way in ways)))
    return tuple(found)

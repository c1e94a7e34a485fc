"""What becomes of an assessment, and of the two ratings of an axis: tables from which the docs' diagrams are drawn."""

from __future__ import annotations

from enum import StrEnum

from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.terms.saying import Saying


class Stand(StrEnum):
    """Where an assessment stands."""

    DRAFTING = "drafting"
    WITH_STATE = "with-the-state"
    """The State can reply until its day."""
    REPLIED = "replied"
    UNANSWERED = "unanswered"
    """Its day has passed without a reply."""
    ADOPTED = "adopted"


class Rated(StrEnum):
    """How far the rating of one axis is."""

    OPEN = "open"
    ONCE = "rated-once"
    """Only its rater can see the rating."""
    ALIKE = "rated-alike"
    DIFFERING = "differing"
    SETTLED = "settled"


HOW_FAR = {
    Rated.OPEN: Saying("not rated"),
    Rated.ONCE: Saying("waits for a second rating"),
    Rated.ALIKE: Saying("rated alike by two"),
    Rated.DIFFERING: Saying("two ratings differ"),
    Rated.SETTLED: Saying("settled"),
}
"""How far the rating of one axis is, in words."""

ASSESSMENT = {
    (Stand.DRAFTING, "put"): Stand.WITH_STATE,
    (Stand.WITH_STATE, "reply"): Stand.REPLIED,
    (Stand.WITH_STATE, "lapse"): Stand.UNANSWERED,
    (Stand.REPLIED, "revise"): Stand.DRAFTING,
    (Stand.UNANSWERED, "revise"): Stand.DRAFTING,
    (Stand.REPLIED, "adopt"): Stand.ADOPTED,
    (Stand.UNANSWERED, "adopt"): Stand.ADOPTED,
}

RATING = {
    (Rated.OPEN, "rate"): Rated.ONCE,
    (Rated.ONCE, "rate-alike"): Rated.ALIKE,
    (Rated.ONCE, "rate-otherwise"): Rated.DIFFERING,
    (Rated.DIFFERING, "settle"): Rated.SETTLED,
    (Rated.SETTLED, "settle"): Rated.SETTLED,
    (Rated.ONCE, "withdraw"): Rated.OPEN,
    (Rated.ONCE, "correct"): Rated.ONCE,
    (Rated.ALIKE, "correct-alike"): Rated.ALIKE,
    (Rated.ALIKE, "correct-otherwise"): Rated.DIFFERING,
    (Rated.DIFFERING, "correct-alike"): Rated.ALIKE,
    (Rated.DIFFERING, "correct-otherwise"): Rated.DIFFERING,
    (Rated.SETTLED, "correct-alike"): Rated.ALIKE,
    (Rated.SETTLED, "correct-otherwise"): Rated.DIFFERING,
}

DONE = frozenset({Rated.ALIKE, Rated.SETTLED})
"""From these on there is a rating that others can see and use."""


def after(stand: Stand, event: str) -> Stand:
    """Where an assessment stands after an event. Raises `FindingsError` where the table has no arrow."""
    try:
        return ASSESSMENT[stand, event]
    except KeyError:
        raise FindingsError(
            Saying("an assessment that is %(stand)s cannot %(event)s; see docs/assessment.md", stand=stand, event=event)
        ) from None


def rated_after(rated: Rated, event: str) -> Rated:
    """How far a rating is after an event. Raises `FindingsError` where the table has no arrow."""
    try:
        return RATING[rated, event]
    except KeyError:
        raise FindingsError(
            Saying(
                "an axis that is %(rated)s cannot be dealt with so (%(event)s); see docs/assessment.md",
                rated=rated,
                event=event,
            )
        ) from None

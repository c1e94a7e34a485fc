"""How a profile stands on a day: in force, soon to be reviewed, or lapsed, and what then still may be done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gatehouse.safeguards.profile import Profile
from gatehouse.terms.saying import Saying


class Level(StrEnum):
    """From good to bad. Each level has the effects of those before it."""

    IN_FORCE = "in-force"
    REVIEW_NEAR = "review-near"
    LAPSED = "lapsed"
    """The review is overdue: everything goes on, with a warning."""
    CRITERIA_STOPPED = "criteria-stopped"
    SCREENING_STOPPED = "screening-stopped"
    NOT_YET = "not-yet-in-force"
    """Approved for a day to come, or the clock is wrong."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The level on a day, and one sentence for whoever runs the system."""

    level: Level
    says: Saying

    @property
    def may_screen(self) -> bool:
        """Whether anybody may be screened anew. Masking, erasing, redress and oversight go on in any case."""
        return self.level not in (Level.SCREENING_STOPPED, Level.NOT_YET)

    @property
    def may_apply_criteria(self) -> bool:
        """Whether criteria may be applied; lists are still compared where `may_screen` says so."""
        return self.may_screen and self.level is not Level.CRITERIA_STOPPED

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to warn of."""
        return self.level is Level.IN_FORCE


def standing(profile: Profile, today: dt.date) -> Standing:
    """The profile's standing on the day. A review that is due today has not lapsed yet."""
    review = profile.review
    overdue = (today - review.due_on).days
    if today < review.approved_on:
        return Standing(Level.NOT_YET, Saying("the law profile is in force from %(day)s only", day=review.approved_on))
    if overdue > review.screening_stops_days_after:
        return Standing(Level.SCREENING_STOPPED, _lapsed(profile, overdue, Saying("nobody is screened anew")))
    if overdue > review.criteria_stop_days_after:
        return Standing(Level.CRITERIA_STOPPED, _lapsed(profile, overdue, Saying("criteria are no longer applied")))
    if overdue > 0:
        left = review.screening_stops_days_after - overdue
        return Standing(
            Level.LAPSED, _lapsed(profile, overdue, Saying("screening stops in %(count)s days", count=left + 1))
        )
    if -overdue <= review.warn_days_before:
        return Standing(Level.REVIEW_NEAR, Saying("the law profile's review is due on %(day)s", day=review.due_on))
    return Standing(
        Level.IN_FORCE, Saying("the law profile is in force; its review is due on %(day)s", day=review.due_on)
    )


def _lapsed(profile: Profile, days: int, effect: Saying) -> Saying:
    due = profile.review.due_on
    return Saying(
        "the law profile's review was due on %(day)s, %(count)s days ago: %(effect)s",
        day=due,
        count=days,
        effect=effect,
    )

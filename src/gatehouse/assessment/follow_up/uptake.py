"""The register of uptake: which body took which recommendation into which programme, and how much in each half-year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gatehouse.assessment.acting import acting
from gatehouse.assessment.follow_up.errors import FollowUpError
from gatehouse.assessment.follow_up.models import Uptake
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.store import subject_of
from gatehouse.measures.proportion import Interval, exact_interval
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass

STATUSES = ("taken", "partly", "not")


@dataclass(frozen=True, slots=True)
class HalfYear:
    """Of the recommendations shared by the end of a half-year, how many a body had taken up, at least in part."""

    ends: dt.date
    shared: int
    taken: int

    @property
    def interval(self) -> Interval | None:
        """The exact interval of the share; None where nothing was shared."""
        return exact_interval(self.taken, self.shared) if self.shared else None


def record(actor: Actor, row: Recommendation, body: str, programme: str, told: tuple[str, str, dt.date]) -> Uptake:
    """A body says whether it took a recommendation up: `told` is status, reason, day.

    Raises `FollowUpError` without a body or programme, and for "partly" or "not" without a reason.
    """
    status, reason, on = told
    if status not in STATUSES or not body.strip() or not programme.strip() or max(len(body), len(programme)) > 120:
        raise FollowUpError(f"name body and programme, in at most 120 characters, and one of {', '.join(STATUSES)}")
    if status != "taken" and not reason.strip():
        raise FollowUpError("say why it was not taken up in whole")
    if row.shared_at is not None and on < row.shared_at.date():
        raise FollowUpError("what was taken up was shared before; give a later day")
    with acting(actor, "uptake.recorded", subject_of(row)):
        return Uptake.objects.create(
            recommendation=row, body=body, programme=programme, status=status, reason=reason, on=on, by=actor.id
        )


def of_body(actor: Actor, body: str, half_years: list[dt.date]) -> list[HalfYear]:
    """The share taken up by a body at the end of each half-year: counts over all States."""
    with acting(actor, "material.opened", Subject(SubjectClass.SURVEY_TABLE, "store:assessment", shareable=True)):
        pass
    return [
        HalfYear(
            end,
            Recommendation.objects.filter(shared_at__date__lte=end).count(),
            _taken(body, end),
        )
        for end in half_years
    ]


def _taken(body: str, end: dt.date) -> int:
    """Recommendations whose last word of the body by that day is at least in part."""
    last: dict[tuple[int, str], str] = {}
    for one in Uptake.objects.filter(body=body, on__lte=end).order_by("on", "pk"):
        last[one.recommendation_id, one.programme] = one.status
    return len({recommendation for (recommendation, _), status in last.items() if status != "not"})

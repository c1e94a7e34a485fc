"""The register of uptake: which body took which recommendation into which programme, and how much in each half-year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gatehouse.assessment.acting import acting
from gatehouse.assessment.confidentiality.marks import refs_kept
from gatehouse.assessment.confidentiality.reading import cut_rows
from gatehouse.assessment.follow_up.errors import FollowUpError
from gatehouse.assessment.follow_up.models import Uptake
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.store import subject_of
from gatehouse.measures.proportion import Interval, exact_interval
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

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
        raise FollowUpError(
            Saying(
                "name body and programme, in at most 120 characters, and one of %(choices)s",
                choices=", ".join(STATUSES),
            )
        )
    if status != "taken" and not reason.strip():
        raise FollowUpError(Saying("say why it was not taken up in whole"))
    if row.shared_at is not None and on < row.shared_at.date():
        raise FollowUpError(Saying("what was taken up was shared before; give a later day"))
    with acting(actor, "uptake.recorded", subject_of(row)):
        return Uptake.objects.create(
            recommendation=row, body=body, programme=programme, status=status, reason=reason, on=on, by=actor.id
        )


def of_body(actor: Actor, body: str, half_years: list[dt.date]) -> list[HalfYear]:
    """The share taken up by a body at the end of each half-year: counts over all States.

    A recommendation of which a State keeps anything confidential is not counted.
    """
    with acting(actor, "material.opened", Subject(SubjectClass.SURVEY_TABLE, "store:assessment", shareable=True)):
        left_out = [int(ref.partition(":")[2]) for ref in refs_kept("recommendation")]
        shared = Recommendation.objects.exclude(pk__in=left_out)
        return [
            HalfYear(end, shared.filter(shared_at__date__lte=end).count(), _taken(body, end, left_out))
            for end in half_years
        ]


def open_register(actor: Actor) -> list[Uptake]:
    """The register: who took what into which programme, of the recommendations that this reader may see.

    What a State keeps from them is not in the reasons; the rows are not to be saved.
    """
    with acting(actor, "material.opened", Subject(SubjectClass.SURVEY_TABLE, "store:assessment", shareable=True)):
        rows = Uptake.objects.select_related("recommendation__state", "recommendation__cycle").order_by("pk")
        return cut_rows(actor, [(subject_of(one.recommendation), one) for one in rows], "reason", "programme")


def _taken(body: str, end: dt.date, left_out: list[int]) -> int:
    """Recommendations whose last word of the body by that day is at least in part."""
    last: dict[tuple[int, str], str] = {}
    rows = Uptake.objects.filter(body=body, on__lte=end).exclude(recommendation__in=left_out)
    for one in rows.order_by("on", "pk"):
        last[one.recommendation_id, one.programme] = one.status
    return len({recommendation for (recommendation, _), status in last.items() if status != "not"})

"""Progress: a State reports, two persons verify and decide, and every recommendation has its standing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.assistance.project_stages import OVER
from gatehouse.assessment.confidentiality.reading import cut_rows
from gatehouse.assessment.evidence.store import require_known as require_evidence
from gatehouse.assessment.follow_up.errors import FollowUpError
from gatehouse.assessment.follow_up.models import Progress, Verification
from gatehouse.assessment.follow_up.standing import STATUSES, Standing, Told, standing
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.obstacles import obstacles
from gatehouse.assessment.recommendations.store import change_stage, subject_of
from gatehouse.safeguards.decision import Actor
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 8_000
EVIDENCE_MAX = 100


@dataclass(frozen=True, slots=True)
class Reported:
    """What a State says: status, words, what stands in the way, evidence by number."""

    status: str
    text: str
    on: dt.date
    obstacle: str = "none"
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: `close` or `further`, why, on which evidence; whether more help is advised."""

    decision: str
    reason: str
    on: dt.date
    evidence: tuple[int, ...] = ()
    further_help: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """What was reported about a recommendation and what was decided, the first one first, as a reader has it."""

    progress: tuple[Progress, ...]
    decisions: tuple[Verification, ...]


def report(actor: Actor, row: Recommendation, reported: Reported) -> Progress:
    """A State reports what it did. Raises `FollowUpError` for a status or an obstacle that is none, and no words."""
    if reported.status not in STATUSES or reported.obstacle not in obstacles():
        raise FollowUpError(
            Saying(
                "say one of %(choices)s, and an obstacle of %(choices_2)s",
                choices=", ".join(STATUSES),
                choices_2=", ".join(obstacles()),
            )
        )
    _checked(row, reported.text, reported.evidence)
    if row.report_on is not None and reported.on < row.report_on:
        raise FollowUpError(
            Saying("progress is reported on the day of the report (%(report_on)s) or later", report_on=row.report_on)
        )
    with acting(actor, "progress.reported", subject_of(row)):
        change_stage(row, "report", obstacle=reported.obstacle)
        return Progress.objects.create(
            recommendation=row,
            status=reported.status,
            text=reported.text,
            obstacle=reported.obstacle,
            evidence=list(reported.evidence),
            on=reported.on,
            by=actor.id,
        )


def decide(actor: Actor, second: Actor, row: Recommendation, found: Found) -> Verification:
    """Two persons find whether it is carried out: closed on evidence, or further follow-up (`require_found`)."""
    last = require_found(row, found)
    with acting(actor, "progress.verified", subject_of(row), given=Given(found.reason, second)):
        change_stage(row, found.decision)
        return Verification.objects.create(
            recommendation=row,
            progress=last,
            decision=found.decision,
            reason=found.reason,
            evidence=list(found.evidence),
            further_help=found.further_help,
            on=found.on,
            by=actor.id,
            second=second.id,
        )


def require_found(row: Recommendation, found: Found) -> Progress:
    """The report that a finding is about, where it can be found so.

    Raises `FollowUpError` for closing without evidence, and where the State has not reported.
    """
    if found.decision not in ("close", "further"):
        raise FollowUpError(Saying("decide one of close, further"))
    _checked(row, found.reason, found.evidence)
    if found.decision == "close" and not found.evidence:
        raise FollowUpError(Saying("a recommendation is closed on evidence; name it by number"))
    last = row.progress.order_by("-at", "-pk").first()
    if last is None or found.on < last.on:
        raise FollowUpError(Saying("the State has not reported yet, or reported later than this day"))
    return last


def open_progress(actor: Actor, row: Recommendation) -> Followed:
    """The reports and the decisions, without what the State keeps from this reader; the rows are not to be saved."""
    with acting(actor, "material.opened", subject_of(row)) as acted:
        about = subject_of(row)
        told = cut_rows(actor, [(about, one) for one in row.progress.order_by("on", "pk")], "text")
        decided = cut_rows(actor, [(about, one) for one in row.verifications.order_by("on", "pk")], "reason")
        acted.details["items"] = len(told) + len(decided)
    return Followed(tuple(told), tuple(decided))


AHEAD = ("progress", "verifications", "needs__projects")
"""What to fetch ahead of a page of recommendations, for `standing_of` and `reminders.follow_up_clock`."""


def standing_of(row: Recommendation) -> Standing:
    """How a recommendation stands. What it asks of the database can be fetched ahead for many (`AHEAD`)."""
    last = max(row.progress.all(), key=lambda one: (one.at, one.pk), default=None)
    told = Told(last.status, last.obstacle) if last else None
    help_runs = any(project.stage not in OVER for need in row.needs.all() for project in need.projects.all())
    return standing(row.stage, told, help_runs)


def _checked(row: Recommendation, text: str, evidence: Sequence[int]) -> None:
    if not text.strip() or len(text) > TEXT_CHARS_MAX:
        raise FollowUpError(Saying("say it in words, in at most %(most)s characters", most=TEXT_CHARS_MAX))
    if len(evidence) > EVIDENCE_MAX or len(set(evidence)) < len(evidence) or any(one < 1 for one in evidence):
        raise FollowUpError(Saying("name at most %(most)s pieces of evidence by number, each once", most=EVIDENCE_MAX))
    require_evidence(row.state, evidence)

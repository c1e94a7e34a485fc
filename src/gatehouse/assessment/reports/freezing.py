"""Freezing a report, and how far it may then go: put before the State, adopted, shared and published by two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.utils import timezone

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.access.models import Member
from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.reports.contents import Contents, Part
from gatehouse.assessment.reports.errors import ReportError
from gatehouse.assessment.reports.gathering_recommendations import follow_up_parts, uptake_parts
from gatehouse.assessment.reports.gathering_region import annual_parts, circular_parts, survey_parts
from gatehouse.assessment.reports.gathering_state import overview_parts, state_parts
from gatehouse.assessment.reports.in_languages import with_translations
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

OF_A_STATE = ("state", "overview", "follow-up")
OVER_STATES = ("annual", "joint", "survey", "circular")
KINDS = (*OF_A_STATE, *OVER_STATES)
BODIES = ("UNOCT",)
"""Bodies whose uptake the joint report tells of (S/RES/2395 (2017), paras 18 and 19)."""


def subject_of(report: FrozenReport) -> Subject:
    """The facts about a report, for the kernel."""
    stage = Stage(
        with_the_state=report.put_at is not None,
        before_the_committee=report.adopted_at is None and (report.put_at is not None or report.state_id is None),
        adopted=report.adopted_at is not None,
        shareable=report.shared_at is not None,
        published=report.published_at is not None,
    )
    return _facts(f"report:{report.pk}", report.state, report.cycle, stage)


def freeze(actor: Actor, kind: str, cycle: Cycle, state: State | None = None) -> FrozenReport:
    """Gather and freeze a report. Raises `ReportError` for a kind that is none, or that is not of a State."""
    if kind not in KINDS or (kind in OF_A_STATE) != (state is not None):
        of_state, over = ", ".join(OF_A_STATE), ", ".join(OVER_STATES)
        raise ReportError(
            Saying(
                "a report on a State is one of %(of_state)s; one over several is %(over)s", of_state=of_state, over=over
            )
        )
    about = f"state:{state.code}" if state else "store:assessment"
    with acting(actor, "report.frozen", _facts(about, state, cycle, Stage())) as acted:
        today = timezone.now().date()
        parts = with_translations(_parts(actor, kind, cycle, state, today))
        contents = Contents(kind, state.code if state else None, cycle.name, today.isoformat(), parts)
        report = FrozenReport.objects.create(
            kind=kind,
            state=state,
            cycle=cycle,
            contents=contents.as_json(),
            sha256=contents.sha256,
            frozen_by=actor.id,
        )
        acted.subject = f"report:{report.pk}"
    return report


def put_before_the_state(actor: Actor, report: FrozenReport) -> FrozenReport:
    """Let the assessed State read it. Raises `ReportError` for one over several States, and where that was done."""
    if report.state_id is None:
        raise ReportError(Saying("a report over several States is put before none of them"))
    with acting(actor, "report.put", subject_of(report)):
        _once(report, "put_at", Saying("this report was put before the State already"))
    report.refresh_from_db()
    return report


def adopt(actor: Actor, second: Actor, report: FrozenReport) -> FrozenReport:
    """Adopt it, by two who did not freeze it. A report on a State was put before it first."""
    require_seen(report)
    given = Given(second=second, requester=report.frozen_by)
    with acting(actor, "report.adopted", subject_of(report), given=given):
        _once(report, "adopted_at", Saying("this report was adopted already"), adopted_by=[actor.id, second.id])
    report.refresh_from_db()
    return report


def require_seen(report: FrozenReport) -> None:
    """Refuse what is adopted before its State could read it. Raises `ReportError`."""
    if report.state_id is not None and report.put_at is None:
        raise ReportError(Saying("the State has not seen this report; put it before the State first"))


def share(actor: Actor, second: Actor, report: FrozenReport, decision: str) -> FrozenReport:
    """Let those who help have it: a recorded decision of two."""
    with acting(actor, "report.shared", subject_of(report), given=Given(decision, second)):
        by = [actor.id, second.id]
        _once(report, "shared_at", Saying("this report was shared already"), shared_by=by, decision=decision)
    report.refresh_from_db()
    return report


def publish(actor: Actor, second: Actor, report: FrozenReport, decision: str) -> FrozenReport:
    """Let everybody have it: a recorded decision of two."""
    by = [actor.id, second.id]
    with acting(actor, "report.published", subject_of(report), given=Given(decision, second)):
        _once(
            report,
            "published_at",
            Saying("this report was published already"),
            published_by=by,
            published_under=decision,
        )
    report.refresh_from_db()
    return report


def _once(report: FrozenReport, moment: str, done: Saying, **more: object) -> None:
    """Write when a step was taken, and what else it leaves. Raises `ReportError` where it was taken already."""
    rows = FrozenReport.objects.filter(pk=report.pk, **{moment: None})
    if not rows.update(**{moment: timezone.now()}, **more):
        raise ReportError(done)


def _parts(actor: Actor, kind: str, cycle: Cycle, state: State | None, today: dt.date) -> tuple[Part, ...]:
    earlier = list(Cycle.objects.filter(begins__lt=cycle.begins).order_by("begins"))
    if state is not None:
        of_state: dict[str, Callable[[], tuple[Part, ...]]] = {
            "state": lambda: state_parts(state, cycle, earlier),
            "overview": lambda: overview_parts(state, cycle, earlier),
            "follow-up": lambda: follow_up_parts(state, cycle),
        }
        return of_state[kind]()
    halves = [dt.date(today.year - 1, 12, 31), dt.date(today.year, 6, 30), dt.date(today.year, 12, 31)]
    over: dict[str, Callable[[], tuple[Part, ...]]] = {
        "annual": lambda: annual_parts(cycle),
        "joint": lambda: (*uptake_parts(actor, list(BODIES), halves), *annual_parts(cycle)),
        "survey": lambda: survey_parts(actor, cycle),
        "circular": lambda: circular_parts(_last_circular()),
    }
    return over[kind]()


def _last_circular() -> dict[str, int]:
    """Projects by theme in the last circular; empty where there was none."""
    last = FrozenReport.objects.filter(kind="circular").order_by("-pk").first()
    if last is None:
        return {}
    found: dict[str, int] = {}
    for sentence in last.contents["parts"][0]["sentences"]:
        theme = sentence["values"]["theme"].removeprefix("theme:")
        found[theme] = found.get(theme, 0) + int(sentence["values"]["projects"])
    return found


def _facts(ref: str, state: State | None, cycle: Cycle, stage: Stage) -> Subject:
    """Of a report over several States, every team of the cycle is the team."""
    if state is not None:
        return facts(SubjectClass.ASSESSMENT_REPORT, ref, state, cycle, stage)
    members = Member.objects.filter(cycle=cycle, left_at=None).values_list("who", flat=True)
    return Subject(
        SubjectClass.ASSESSMENT_REPORT,
        ref,
        team=frozenset(members),
        before_the_committee=stage.before_the_committee,
        adopted=stage.adopted,
        shareable=stage.shareable,
        published=stage.published,
    )

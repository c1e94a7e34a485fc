"""Planning a visit: made, moved from stage to stage, dated, and consented to before anything else happens."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.clocks import Due, clock, running, with_day
from gatehouse.assessment.errors import ChangedMeanwhileError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.logistics import KINDS
from gatehouse.assessment.visits.models import Consent, Visit, VisitEvent
from gatehouse.assessment.visits.stages import FIRST, STEP_DONE, after
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

DAYS_MAX = 60
SAID = {"ask-consent": "asked", "consent": "given", "refuse": "refused", "withdraw": "withdrawn"}
"""What an event leaves in the consent ledger."""
BY_THE_STATE = frozenset({"consent", "refuse", "withdraw", "comment"})


def subject_of(visit: Visit) -> Subject:
    """The facts about a visit, for the kernel."""
    waits = visit.stage == "before-the-committee"
    stage = Stage(with_the_state=True, before_the_committee=waits, adopted=visit.stage == "adopted")
    return facts(SubjectClass.VISIT, f"visit:{visit.pk}", visit.state, visit.cycle, stage)


def plan(actor: Actor, state: State, cycle: Cycle, kind: str, reason: str) -> Visit:
    """Plan a visit: without a day, until the State consented."""
    if kind not in KINDS:
        raise VisitError(Saying("a visit is one of %(choices)s", choices=", ".join(KINDS)))
    on = facts(SubjectClass.VISIT, f"state:{state.code}", state, cycle)
    with acting(actor, "visit.planned", on, given=Given(reason)) as acted:
        visit = Visit.objects.create(state=state, cycle=cycle, kind=kind, stage=FIRST, purpose=reason)
        acted.subject = f"visit:{visit.pk}"
    return visit


def move(actor: Actor, visit: Visit, event: str, on: dt.date, reason: str) -> Visit:
    """Let an event happen to a visit, on a day. Consents go into the ledger with `reason` as their reference.

    Raises `VisitError` for an event that the stage does not have, `ChangedMeanwhileError` where it was moved meanwhile.
    """
    stage = after(visit.stage, event)
    told = "consent.given" if event in BY_THE_STATE else "consent.asked" if event == "ask-consent" else "visit.moved"
    with acting(actor, told, subject_of(visit), {"state": f"state:{visit.state.code}"}, Given(reason)):
        if event == "begin" and (visit.starts is None or on < visit.starts):
            raise VisitError(Saying("a visit begins on the day that was set for it; set its days first"))
        _change(visit, stage=stage)
        VisitEvent.objects.create(visit=visit, event=event, stage=stage, on=on, reason=reason, by=actor.id)
        if event in SAID:
            Consent.objects.create(
                state=visit.state, visit=visit, said=SAID[event], on=on, reference=reason, by=actor.id
            )
    visit.refresh_from_db()
    return visit


def set_days(actor: Actor, visit: Visit, starts: dt.date, ends: dt.date, reason: str) -> Visit:
    """Set the first and the last day. Refused without the State's consent on record, and for days that contradict."""
    if not starts <= ends or (ends - starts).days >= DAYS_MAX:
        raise VisitError(
            Saying("a visit ends on the day it starts or later, and lasts at most %(most)s days", most=DAYS_MAX)
        )
    with acting(actor, "visit.moved", subject_of(visit), given=Given(reason)):
        if not has_consent(visit):
            raise VisitError(Saying("the State's consent is not on record; ask for it first"))
        _change(visit, starts=starts, ends=ends)
    visit.refresh_from_db()
    return visit


def set_deadline(actor: Actor, visit: Visit, step: str, day: dt.date, reason: str) -> Visit:
    """Set another day for a step of the report's clock. Raises `ClockError` where days would contradict each other."""
    known = {name: dt.date.fromisoformat(one) for name, one in visit.set_days.items()}
    days = with_day(clock("visit-report"), happened(visit), known, step, day)
    with acting(actor, "visit.moved", subject_of(visit), given=Given(reason)):
        _change(visit, set_days={name: one.isoformat() for name, one in days.items()})
    visit.refresh_from_db()
    return visit


def has_consent(visit: Visit) -> bool:
    """Whether the last word of the State on this visit is yes."""
    last = visit.consents.exclude(said="asked").order_by("-at", "-pk").first()
    return last is not None and last.said == "given"


def happened(visit: Visit) -> dict[str, dt.date]:
    """The days from which the report's clock counts: the end of the visit, and each step that was done."""
    days = {"visit-ended": visit.ends} if visit.ends and visit.stage not in ("agreed", "refused", "cancelled") else {}
    for event in visit.events.order_by("pk"):
        if event.event in STEP_DONE:
            days[STEP_DONE[event.event]] = event.on
    return {name: day for name, day in days.items() if day is not None}


def report_clock(visit: Visit) -> tuple[Due, ...]:
    """The clock of the visit's report as it runs."""
    days = {name: dt.date.fromisoformat(day) for name, day in visit.set_days.items()}
    return running(clock("visit-report"), happened(visit), days)


def _change(visit: Visit, **fields: object) -> None:
    """Write fields where nobody else wrote since `visit` was read."""
    try:
        changed = Visit.objects.filter(pk=visit.pk, edition=visit.edition).update(edition=visit.edition + 1, **fields)
    except IntegrityError:
        raise VisitError(Saying("the days of a visit contradict each other")) from None
    if not changed:
        current = Visit.objects.get(pk=visit.pk)
        raise ChangedMeanwhileError(Saying("the visit"), {name: getattr(current, name) for name in fields}, fields)

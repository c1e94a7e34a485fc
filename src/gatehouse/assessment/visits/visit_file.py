"""The file of a visit: partners, agenda, checklist; and what the State itself sees of it, which is all of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils import timezone

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.acting import Given, acting
from gatehouse.assessment.clocks import Due
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.confidentiality.reading import cut_rows
from gatehouse.assessment.confidentiality.redaction import WHOLE
from gatehouse.assessment.states.models import State
from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.logistics import Item, checklist
from gatehouse.assessment.visits.models import AgendaItem, Consent, Partner, SeenTo, Visit, VisitEvent
from gatehouse.assessment.visits.planning import report_clock, subject_of
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 200


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to be put on the agenda. Times have a zone."""

    starts: dt.datetime
    ends: dt.datetime
    title: str
    with_whom: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class VisitFile:
    """All that there is about one visit."""

    visit: Visit
    events: list[VisitEvent]
    consents: list[Consent]
    partners: list[Partner]
    agenda: list[AgendaItem]
    checklist: list[tuple[Item, SeenTo | None]]
    clock: tuple[Due, ...]


def invite(actor: Actor, visit: Visit, body: str, on: dt.date) -> Partner:
    """Invite a body to take part: a joint mission. Inviting it again changes nothing."""
    if not body.strip() or len(body) > 80:
        raise VisitError(Saying("name the body that is invited, in at most 80 characters"))
    with acting(actor, "visit.moved", subject_of(visit), given=Given(f"invite {body}")):
        partner, _ = Partner.objects.get_or_create(visit=visit, body=body, defaults={"invited_on": on})
    return partner


def replied(actor: Actor, partner: Partner, reply: str, on: dt.date) -> None:
    """Note what a body answered."""
    if reply not in ("accepted", "declined") or on < partner.invited_on:
        raise VisitError(Saying("a body accepts or declines, on the day it was invited or later"))
    with acting(actor, "visit.moved", subject_of(partner.visit), given=Given("reply of a partner")):
        Partner.objects.filter(pk=partner.pk).update(reply=reply, replied_on=on)
    partner.refresh_from_db()


def add_meeting(actor: Actor, visit: Visit, meeting: Meeting) -> AgendaItem:
    """Put a meeting on the agenda. Refused outside the visit's days, and where its times contradict each other."""
    if not meeting.title.strip() or max(len(meeting.title), len(meeting.with_whom)) > TEXT_CHARS_MAX:
        raise VisitError(Saying("a meeting has a title, of at most %(most)s characters", most=TEXT_CHARS_MAX))
    if meeting.ends <= meeting.starts or visit.starts is None or visit.ends is None:
        raise VisitError(Saying("a meeting ends after it starts, in a visit whose days are set"))
    if not visit.starts <= meeting.starts.date() <= meeting.ends.date() <= visit.ends:
        raise VisitError(Saying("a meeting lies within the days of the visit"))
    with acting(actor, "visit.moved", subject_of(visit), given=Given("agenda")):
        return AgendaItem.objects.create(
            visit=visit,
            starts=meeting.starts,
            ends=meeting.ends,
            title=meeting.title,
            with_whom=meeting.with_whom,
            topic=meeting.topic,
        )


def see_to(actor: Actor, visit: Visit, item: str, on: dt.date, note: str = "") -> SeenTo:
    """Note that an item of the checklist was seen to."""
    if item not in {one.name for one in checklist(visit.kind)}:
        raise VisitError(Saying("%(item)s: not on the checklist of a %(kind)s visit", item=item[:40], kind=visit.kind))
    try:
        with acting(actor, "visit.moved", subject_of(visit), given=Given(f"checklist {item}")):
            return SeenTo.objects.create(visit=visit, item=item, on=on, note=note, by=actor.id)
    except IntegrityError:
        raise VisitError(Saying("this was seen to already")) from None


def visit_file(actor: Actor, visit: Visit) -> VisitFile:
    """The whole file, for the State it is about, the team, and the committee once its report is before it.

    What the State keeps from this reader is not in it; the rows are not to be saved.
    """
    about = subject_of(visit)
    about = replace(about, kept_to=kept([about.ref]).get(about.ref, {}).get(WHOLE))
    with acting(actor, "material.opened", about, {"state": f"state:{visit.state.code}"}):
        parts = {name: _cut(actor, about, rows, words) for name, rows, words in _told(visit)}
        seen = {one.item: one for one in parts["seen_to"]}
        cut_rows(actor, [(about, visit)], "purpose")
        return VisitFile(
            visit,
            parts["events"],
            parts["consents"],
            parts["partners"],
            parts["agenda"],
            [(item, seen.get(item.name)) for item in checklist(visit.kind)],
            report_clock(visit),
        )


def _told(visit: Visit) -> list[tuple[str, QuerySet[Any], tuple[str, ...]]]:
    """The parts of a visit's file, and what of each is in words."""
    return [
        ("events", visit.events.order_by("pk"), ("reason",)),
        ("consents", visit.consents.order_by("pk"), ("reference", "conditions")),
        ("partners", visit.partners.order_by("body"), ()),
        ("agenda", visit.agenda.all(), ("title", "with_whom", "topic")),
        ("seen_to", visit.seen_to.all(), ("note",)),
    ]


def _cut(actor: Actor, about: Subject, rows: QuerySet[Any], words: tuple[str, ...]) -> list[Any]:
    return cut_rows(actor, [(about, row) for row in rows], *words)


def ledger(actor: Actor, state: State) -> list[Consent]:
    """Every request, consent and refusal of a State, for itself and its team."""
    with acting(actor, "material.opened", _own(state)):
        rows = Consent.objects.filter(state=state).select_related("visit__state", "visit__cycle").order_by("on", "pk")
        about = [(subject_of(one.visit) if one.visit else _own(state), one) for one in rows]
        return cut_rows(actor, about, "reference", "conditions")


def _own(state: State) -> Subject:
    return facts(SubjectClass.VISIT, f"state:{state.code}", state)


def request_visit(actor: Actor, state: State, reference: str, conditions: str = "") -> Consent:
    """A State asks, unasked, to be visited: an input of the next list."""
    with acting(actor, "consent.given", _own(state), given=Given(reference)):
        return Consent.objects.create(
            state=state,
            said="requested",
            on=timezone.now().date(),
            reference=reference,
            conditions=conditions,
            by=actor.id,
        )

"""The file of a visit: consents, days, partners, team, agenda, checklist, and the clock of its report.

The State it is about sees all of its own. Each form stands there only for whoever may do what it does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.access.models import Member
from gatehouse.assessment.acting import Given, may_do
from gatehouse.assessment.visits import planning, visit_file
from gatehouse.assessment.visits.models import Partner, Visit
from gatehouse.assessment.visits.planning import BY_THE_STATE, subject_of
from gatehouse.assessment.visits.stages import OVER, stages
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.accounts.models import Account
from gatehouse.web.assessment import visit_forms as of
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.words import CLOCK_STEPS, VISIT_STAGES, called
from gatehouse.web.door import ACTING, WithDoor, page, seated

VISIT, ASSESSMENT = SubjectClass.VISIT, PurposeClass.ASSESSMENT


def facts(request: HttpRequest, pk: int) -> Subject:
    """For `page(facts=…)`: the visit in the address."""
    del request
    return subject_of(row_of(pk))


def row_of(pk: int) -> Visit:
    """The visit of this number; 404 for none."""
    return get_object_or_404(Visit.objects.select_related("state", "cycle"), pk=pk)


@page(Act.VIEW, VISIT, ASSESSMENT, facts=facts)
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole file, as the reader may have it."""
    return _shown(request, pk)


@page(Act.CONSENT, VISIT, ASSESSMENT, methods=ACTING, facts=facts, reasoned=True)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The State consents, refuses, withdraws or comments: it stands in the ledger from then on."""
    return _happened(request, pk)


@page(Act.PLAN_VISIT, VISIT, ASSESSMENT, methods=ACTING, facts=facts, reasoned=True)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Something happens to the visit on a day, for a reason."""
    return _happened(request, pk)


def _happened(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = row_of(pk), seated(request).actor
    form = of.EventForm(_events(actor, row), request.POST)

    def act(said: dict[str, Any]) -> None:
        planning.move(actor, row, said["event"], said["on"], said["reason"])

    return _answered(request, pk, "event", form, act)


def _planned(name: str, made: Callable[[Visit, Any], forms.Form], act: Callable[..., object]) -> WithDoor:
    """A view that does one thing of planning with one form: `act(actor, visit, form)`."""

    @page(Act.PLAN_VISIT, VISIT, ASSESSMENT, methods=ACTING, facts=facts, reasoned=True)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row, actor = row_of(pk), seated(request).actor
        form = made(row, request.POST)
        return _answered(request, pk, name, form, lambda _said: act(actor, row, form))

    return view


def _set_days(actor: Actor, row: Visit, form: forms.Form) -> object:
    said = form.cleaned_data
    return planning.set_days(actor, row, said["starts"], said["ends"], said["reason"])


def _set_deadline(actor: Actor, row: Visit, form: forms.Form) -> object:
    said = form.cleaned_data
    return planning.set_deadline(actor, row, said["step"], said["day"], said["reason"])


def _invited(actor: Actor, row: Visit, form: forms.Form) -> object:
    return visit_file.invite(actor, row, form.cleaned_data["body"], form.cleaned_data["on"])


def _replied(actor: Actor, row: Visit, form: forms.Form) -> None:
    said = form.cleaned_data
    partner = get_object_or_404(Partner.objects.select_related("visit__state"), pk=said["partner"], visit=row)
    visit_file.replied(actor, partner, said["reply"], said["on"])


def _met(actor: Actor, row: Visit, form: of.MeetingForm) -> object:
    return visit_file.add_meeting(actor, row, form.meeting())


def _seen_to(actor: Actor, row: Visit, form: forms.Form) -> object:
    said = form.cleaned_data
    return visit_file.see_to(actor, row, said["item"], said["on"], said["note"])


days = _planned("days", lambda _row, data: of.DaysForm(data), _set_days)
deadline = _planned("deadline", lambda _row, data: of.DeadlineForm(data), _set_deadline)
invite = _planned("invite", lambda _row, data: of.InviteForm(data, initial={"on": of.today()}), _invited)
partner = _planned("partner", lambda row, data: of.PartnerForm(row.partners.all(), data), _replied)
meeting = _planned("meeting", lambda _row, data: of.MeetingForm(data), _met)
seen_to = _planned("seen_to", lambda row, data: of.SeenToForm(row.kind, data), _seen_to)


def _answered(
    request: HttpRequest, pk: int, name: str, form: forms.Form, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    if done(request, form, act, _("Written down.")):
        return redirect("visit", pk)
    return _shown(request, pk, **{name: form})


def _events(actor: Actor, row: Visit) -> list[str]:
    """What may happen next, of what this person's role owes."""
    owed = [event for (stage, event), (_next, by) in stages().items() if stage == row.stage and by == actor.role.value]
    return [event for event in owed if may_do(actor, _told(event), subject_of(row), Given("r"))]


def _told(event: str) -> str:
    if event in BY_THE_STATE:
        return "consent.given"
    return "consent.asked" if event == "ask-consent" else "visit.moved"


def _shown(request: HttpRequest, pk: int, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, row = seated(request).actor, row_of(pk)
    file = visit_file.visit_file(actor, row_of(pk))
    members = Member.objects.filter(state=row.state, cycle=row.cycle, left_at=None).order_by("role", "pk")
    home = reverse("assessment-state", args=(row.state.code, row.cycle_id))
    context = {
        "file": file,
        "visit": file.visit,
        "kind": of.VISIT_KINDS[row.kind],
        "stage": VISIT_STAGES[row.stage],
        "name": row.state.name_in(get_language() or "en"),
        "clock": [(due, CLOCK_STEPS[due.step.name]) for due in file.clock],
        "events": [(one, of.EVENTS[one.event]) for one in file.events],
        "team": [(one, _colleague(one.who)) for one in members],
        "checklist": [(item, seen, item.due(row.starts) if row.starts else None) for item, seen in file.checklist],
        "forms": {**_offered(actor, row), **wrong},
        "by_the_state": actor.state == row.state.code,
        "today": of.today(),
        "crumbs": [(home, f"{called(row.state)} · {row.cycle.name}"), ("", _("Visit %(number)s") % {"number": row.pk})],
    }
    return render(request, "assessment/visit.html", context, status=400 if wrong else 200)


def _offered(actor: Actor, row: Visit) -> dict[str, forms.Form]:
    found: dict[str, forms.Form] = {}
    if events := _events(actor, row):
        found["event"] = of.EventForm(events)
    if row.stage in OVER or not may_do(actor, "visit.moved", subject_of(row), Given("r")):
        return found
    if planning.has_consent(row):
        found["days"] = of.DaysForm(initial={"starts": row.starts, "ends": row.ends})
    if row.starts:
        found |= {"meeting": of.MeetingForm(initial={"on": row.starts}), "deadline": of.DeadlineForm()}
    if partners := list(row.partners.filter(reply="none")):
        found["partner"] = of.PartnerForm(partners)
    return found | {"invite": of.InviteForm(initial={"on": of.today()}), "seen_to": of.SeenToForm(row.kind)}


def _colleague(who: str) -> str:
    """The display name of an account of the team; its reference where it has none."""
    kind, _colon, number = who.partition(":")
    name = Account.objects.filter(pk=number).values_list("display_name", flat=True).first() if kind == "account" else ""
    return name or who

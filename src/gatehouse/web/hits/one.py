"""One hit: both sides, everything that was said, and the forms to decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.records import subject
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.review import assignment, decisions, reopening, sheet, states
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.departure import NEVER
from gatehouse.screening.review.errors import ReviewError, StaleError
from gatehouse.screening.review.models import Act as Done
from gatehouse.screening.review.sheet import Sheet
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.hits.forms import DecisionForm, LookForm, ReopenForm, SecondForm
from gatehouse.web.hits.words import EVENTS, FIELDS, MARKS, STATE_KINDS, STATES

PURPOSES = (PurposeClass.SCREENING, PurposeClass.REQUEST, PurposeClass.OVERSIGHT)


def _facts(request: HttpRequest, hit: int, **_more: object) -> Subject:
    """The recorded facts without who confirmed it: the border is told of matches, and less than stands here."""
    del request
    return replace(subject(SubjectClass.HIT, f"hit:{hit}"), confirmed_by=None)


SCREENING = PurposeClass.SCREENING
seeing = page(Act.VIEW, SubjectClass.HIT, *PURPOSES, facts=_facts)
deciding = page(Act.DECIDE, SubjectClass.HIT, SCREENING, facts=_facts, methods=ACTING, begins=True)
questioning = page(Act.REOPEN, SubjectClass.HIT, SCREENING, facts=_facts, methods=ACTING, begins=True)
seconding = page(Act.VIEW, SubjectClass.HIT, *PURPOSES, facts=_facts, methods=ACTING)
"""Who may be the second person is for the kernel, which is asked with both of them."""


@seeing
def one(request: HttpRequest, hit: int) -> HttpResponse:
    """The hit with all that speaks for and against it."""
    return _shown(request, _sheet(request, hit))


@seeing
def segments(request: HttpRequest, hit: int, record: int) -> HttpResponse:
    """The segments behind one statement about this traveller."""
    try:
        lines = sheet.segments_seen(seated(request).visit(), hit, record)
    except ReviewError as fault:
        raise Http404 from fault
    chosen = request.GET.get("segment", "")
    context = {"lines": lines, "hit": hit, "chosen": int(chosen) if chosen.isascii() and chosen.isdigit() else 0}
    return render(request, "hits/segments.html", context)


@deciding
def decide(request: HttpRequest, hit: int) -> HttpResponse:
    """Take a decision; a form that is not whole comes back as it was sent."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _shown(request, _sheet(request, hit), decision=form, status=400)
    said = Said(form.cleaned_data["code"], form.cleaned_data["text"])
    answer = Answer(form.cleaned_data["answer"])
    return _done(
        request, hit, lambda: decisions.decide(seated(request).visit(), form.look(hit), answer, said), decision=form
    )


@seconding
def second(request: HttpRequest, hit: int) -> HttpResponse:
    """Take a second person's answer, to a decision or to a reopening."""
    form = SecondForm(request.POST)
    found = _sheet(request, hit)
    if not form.is_valid():
        return _shown(request, found, second=form, status=400)
    agrees = form.cleaned_data["agrees"] == "yes"
    if found.state in states.QUESTIONED:
        act = reopening.agree if agrees else reopening.refuse
    else:
        act = decisions.agree if agrees else decisions.disagree
    said = Said("", form.cleaned_data["text"])
    return _done(request, hit, lambda: act(seated(request).visit(), form.look(hit), said), second=form)


@questioning
def reopen(request: HttpRequest, hit: int) -> HttpResponse:
    """Ask that the hit be looked at again."""
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return _shown(request, _sheet(request, hit), reopening=form, status=400)
    said = Said(form.cleaned_data["reason"], form.cleaned_data["text"])
    return _done(request, hit, lambda: reopening.ask(seated(request).visit(), form.look(hit), said), reopening=form)


@deciding
def take(request: HttpRequest, hit: int) -> HttpResponse:
    """Take the hit, or put it back."""
    form = LookForm(request.POST)
    if not form.is_valid():
        return redirect("hits-one", hit=hit)
    act = assignment.release if request.POST.get("back") else assignment.take
    return _done(request, hit, lambda: act(seated(request).visit(), form.look(hit)))


def _done(request: HttpRequest, hit: int, act: Callable[[], Done], **form: object) -> HttpResponse:
    """Do it. Who was overtaken is told, with what they typed still in the form and the hit as it now is."""
    try:
        done = act()
    except StaleError as fault:
        messages.warning(request, str(fault))
        return _shown(request, _sheet(request, hit), status=409, **form)
    except ReviewError as fault:
        messages.error(request, str(fault))
        return _shown(request, _sheet(request, hit), status=400, **form)
    messages.success(request, _("Kept: %(state)s.") % {"state": STATES[done.state]})
    return redirect("hits-one", hit=hit)


def _sheet(request: HttpRequest, hit: int) -> Sheet:
    try:
        return sheet.seen(seated(request).visit(), hit)
    except ReviewError as fault:
        raise Http404 from fault


def _shown(request: HttpRequest, found: Sheet, status: int = 200, **forms: object) -> HttpResponse:
    looked = {"acts": found.look.acts, "version": found.look.version}
    context = {
        "sheet": found,
        "hit": found.look.hit,
        "due": None if found.due == NEVER else found.due,
        "state": STATES[found.state],
        "state_kind": STATE_KINDS.get(found.state, ""),
        "fields": [(FIELDS[row.field], row, *MARKS[row.mark]) for row in found.fields],
        "history": [_event(act) for act in found.history],
        "earlier": [_event(act) for act in found.earlier],
        "look": LookForm(initial=looked),
        "decision": forms.get("decision") or DecisionForm(initial=looked),
        "second": forms.get("second") or SecondForm(initial=looked),
        "reopening": forms.get("reopening") or ReopenForm(initial=looked),
        "may_decide": found.state in states.DECIDABLE,
        "waits_for_second": found.state == states.SECOND or found.state in states.QUESTIONED,
        "may_question": found.state in states.SETTLED,
        "is_mine": found.assignee == seated(request).actor.id,
    }
    return render(request, "hits/one.html", context, status=status)


def _event(act: Done) -> dict[str, object]:
    """An act as the timeline shows it."""
    why = ", ".join(part for part in (act.reason, act.text) if part)
    by = f"{act.actor} ({act.role})"
    text = f"{by}: {why}" if why else by
    return {"when": act.at, "title": EVENTS.get(act.event, act.event), "text": text, "kind": ""}

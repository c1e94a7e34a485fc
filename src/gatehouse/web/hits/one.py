"""One hit: both sides, everything that was said, and the forms to decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from gatehouse.records import subject
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.screening.matching.explanation import WORTH_SAYING
from gatehouse.screening.review import assignment, decisions, reopening, sheet, states
from gatehouse.screening.review.acting import Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.departure import NEVER
from gatehouse.screening.review.errors import ReviewError, StaleError
from gatehouse.screening.review.fields import FieldRow, Value, field_of
from gatehouse.screening.review.models import Act as Done
from gatehouse.screening.review.sheet import Sheet
from gatehouse.terms.candidate import Reason
from gatehouse.terms.saying import Saying
from gatehouse.web.accounts.colleagues import names_of
from gatehouse.web.cases.keeping import OpenForm
from gatehouse.web.comparing import Compared, compared
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.hits.forms import DecisionForm, LookForm, ReopenForm, SecondForm
from gatehouse.web.hits.words import CLAIMS, EVENTS, FIELDS, MARKS, SEVERITIES, STATE_KINDS, STATES, reason_says
from gatehouse.web.navigation import is_open
from gatehouse.web.sayings import told
from gatehouse.web.templatetags.reading import role
from gatehouse.web.travellers.one import companions
from gatehouse.web.travellers.words import SOURCES

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
STARTING_POINT = "starting-point"
"""What the score begins with before anything is compared."""


class Compare(NamedTuple):
    """A field with both sides' values, their mark, and what was compared."""

    label: str | Promise
    traveller: list[tuple[Value, str]]
    entry: tuple[str | Saying, ...]
    kind: str
    mark: str | Promise
    reasons: list[Compared]


@seeing
def one(request: HttpRequest, hit: int) -> HttpResponse:
    """The hit with all that speaks for and against it."""
    return _shown(request, _sheet(request, hit))


@seeing
def segments(request: HttpRequest, hit: int, record: int) -> HttpResponse:
    """The segments behind one statement about this traveller; without the page around them where htmx asks."""
    try:
        lines = sheet.segments_seen(seated(request).visit(), hit, record)
    except ReviewError as fault:
        raise Http404 from fault
    chosen = request.GET.get("segment", "")
    context = {"lines": lines, "hit": hit, "chosen": int(chosen) if chosen.isascii() and chosen.isdigit() else 0}
    whole = not getattr(request, "htmx", False)
    return render(request, "hits/segments.html" if whole else "hits/behind.html", context)


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
        messages.warning(request, told(fault))
        return _shown(request, _sheet(request, hit), status=409, **form)
    except ReviewError as fault:
        messages.error(request, told(fault))
        return _shown(request, _sheet(request, hit), status=400, **form)
    messages.success(request, _("Recorded: %(state)s.") % {"state": STATES[done.state]})
    return redirect("hits-one", hit=hit)


def _sheet(request: HttpRequest, hit: int) -> Sheet:
    try:
        return sheet.seen(seated(request).visit(), hit)
    except ReviewError as fault:
        raise Http404 from fault


def _shown(request: HttpRequest, found: Sheet, status: int = 200, **forms: object) -> HttpResponse:
    looked = {"acts": found.look.acts, "version": found.look.version}
    names = names_of([found.assignee, *(act.actor for act in (*found.history, *found.earlier))])
    context = {
        "sheet": found,
        "hit": found.look.hit,
        "due": None if found.due == NEVER else found.due,
        "state": STATES[found.state],
        "state_kind": STATE_KINDS.get(found.state, ""),
        "claim": CLAIMS.get(found.claim, ""),
        "assignee": names.get(found.assignee or "", ""),
        "fields": [_field(row) for row in found.fields],
        "besides": [compared(reason) for reason in found.explanation if _is_besides(reason)],
        "history": [_event(act, names) for act in found.history],
        "earlier": [_event(act, names) for act in found.earlier],
        "others": [(other, STATES[other.state], STATE_KINDS.get(other.state, "")) for other in found.others],
        "companions": companions(found.links),
        "statements": [(one, SOURCES.get(one.source, one.source)) for one in found.statements],
        "findings": [(one, *SEVERITIES.get(one.severity, ("", one.severity))) for one in found.findings],
        "look": LookForm(initial=looked),
        "decision": forms.get("decision") or DecisionForm(initial=looked),
        "second": forms.get("second") or SecondForm(initial=looked),
        "reopening": forms.get("reopening") or ReopenForm(initial=looked),
        "may_decide": found.state in states.DECIDABLE and _may(request, "hits-decide", found),
        "waits_for_second": found.state == states.SECOND or found.state in states.QUESTIONED,
        "may_question": found.state in states.SETTLED and _may(request, "hits-reopen", found),
        "case_form": OpenForm() if found.state == states.CONFIRMED and _screens(request) else None,
        "may_disclose": found.state == states.CONFIRMED and seated(request).role is Role.SENIOR_ANALYST,
        "wants_reference": found.state in states.SETTLED and _wants_reference(request),
        "is_mine": found.assignee == seated(request).actor.id,
    }
    return render(request, "hits/one.html", context, status=status)


def _may(request: HttpRequest, name: str, found: Sheet) -> bool:
    return is_open(seated(request), reverse(name, args=[found.look.hit]))


def _screens(request: HttpRequest) -> bool:
    """Whether whoever looks may open a case of a confirmed hit."""
    purpose, role = seated(request).purpose, seated(request).role
    return bool(purpose and purpose.kind is SCREENING) and role in (Role.ANALYST, Role.SENIOR_ANALYST)


def _wants_reference(request: HttpRequest) -> bool:
    """Whether whoever looks could ask for a reopening, were a reference stated."""
    sitting = seated(request)
    return sitting.role is Role.SENIOR_ANALYST and sitting.reference is None


def _field(row: FieldRow) -> Compare:
    values = [(value, SOURCES.get(value.source, value.source)) for value in row.traveller]
    return Compare(FIELDS[row.field], values, row.entry, *MARKS[row.mark], [compared(one) for one in row.reasons])


def _is_besides(reason: Reason) -> bool:
    """Whether the reason counts and is of no field: what the length of a list takes off, say."""
    return field_of(reason.feature) is None and reason.feature != STARTING_POINT and abs(reason.weight) >= WORTH_SAYING


def _event(act: Done, names: dict[str, str]) -> dict[str, object]:
    """An act as the timeline shows it."""
    why = ": ".join(part for part in (reason_says(act.event, act.reason), act.text) if part)
    by = f"{names.get(act.actor, act.actor)} ({role(act.role)})"
    text = f"{by}: {why}" if why else by
    return {"when": act.at, "title": EVENTS.get(act.event, act.event), "text": text, "kind": ""}

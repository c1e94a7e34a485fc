"""Jobs that were given up: which they are, where they failed, and an operator's decision to try again or leave it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.safeguards.decision import Allow
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.intake.receiving import READ
from gatehouse.web.door import ACTING, ask_at, door_of, page, seated
from gatehouse.web.sayings import told
from gatehouse.work import deciding
from gatehouse.work.deciding import REASON_CHARS_MAX, Seen
from gatehouse.work.errors import WorkError
from gatehouse.work.models import Trouble
from gatehouse.work.trying import GONE

SHOWN_MAX = 100
State = Trouble.State
STATES = {
    State.GIVEN_UP: gettext_lazy("Given up"),
    State.RETRYING: gettext_lazy("Tried again by itself"),
    State.DISMISSED: gettext_lazy("Left undone"),
}
TAGS = {State.GIVEN_UP: "bad", State.RETRYING: "info", State.DISMISSED: "warn"}
KINDS = {
    "read": gettext_lazy("Read and screen a file"),
    "rescreen": gettext_lazy("Screen stored travellers with changed lists"),
    "expiry": gettext_lazy("Take expired entries off lists"),
    "late-parts": gettext_lazy("Report parts that never came"),
    "criteria-trials": gettext_lazy("Try criteria on stored journeys"),
    "carrier-days": gettext_lazy("Count the quality of carriers’ messages"),
    "retention": gettext_lazy("Mask and erase what is past its clock"),
    "disparity": gettext_lazy("Report on groups for the month that is over"),
    "law-standing": gettext_lazy("Tell the log of a lapsed review of the law"),
    "checkpoint": gettext_lazy("Sign the audit log"),
    "redress-clock": gettext_lazy("Remind of redress that is due"),
    "follow-up": gettext_lazy("Remind of the follow-up of assessments"),
}
seeing = page(Act.VIEW, SubjectClass.WORK, PurposeClass.UPKEEP, PurposeClass.OVERSIGHT)


class JobFilter(forms.Form):
    """Which jobs are shown."""

    state = forms.ChoiceField(label=gettext_lazy("State"), required=False, choices=list(STATES.items()))


class DismissForm(forms.Form):
    """Why a job is left undone."""

    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=REASON_CHARS_MAX, widget=forms.Textarea(attrs={"rows": 3})
    )


@seeing
def jobs(request: HttpRequest) -> HttpResponse:
    """How many jobs there are, and those with trouble; first those that wait for a decision."""
    filters = JobFilter(request.GET)
    asked = filters.is_valid() and filters.cleaned_data["state"]
    found = deciding.troubles(seated(request).visit(), State(asked or State.GIVEN_UP), SHOWN_MAX)
    context = {
        "filters": filters,
        "rows": [_words(one) for one in found],
        "counts": [(KINDS.get(one.kind, one.kind), one) for one in deciding.counts()],
    }
    return render(request, "jobs/jobs.html", context)


@seeing
def one(request: HttpRequest, job: int) -> HttpResponse:
    """One job with trouble, and what can be decided about it."""
    return _shown(request, job, DismissForm())


@page(Act.RETRY_WORK, SubjectClass.WORK, PurposeClass.UPKEEP, methods=ACTING)
def retry(request: HttpRequest, job: int) -> HttpResponse:
    """Have it tried again."""
    try:
        deciding.retry(seated(request).visit(), job)
    except WorkError as fault:
        messages.error(request, told(fault))
    else:
        messages.success(request, _("It is tried again."))
    return redirect("jobs-one", job=job)


@page(Act.DISMISS_WORK, SubjectClass.WORK, PurposeClass.UPKEEP, methods=ACTING)
def dismiss(request: HttpRequest, job: int) -> HttpResponse:
    """Leave it undone; a form that is not whole comes back as it was sent."""
    form = DismissForm(request.POST)
    if not form.is_valid():
        return _shown(request, job, form, 400)
    try:
        deciding.dismiss(seated(request).visit(), job, form.cleaned_data["reason"])
    except WorkError as fault:
        messages.error(request, told(fault))
    else:
        messages.success(request, _("It is left undone."))
    return redirect("jobs-one", job=job)


def _shown(request: HttpRequest, job: int, form: DismissForm, status: int = 200) -> HttpResponse:
    try:
        found = deciding.look(seated(request).visit(), job)
    except WorkError as fault:
        raise Http404 from fault
    door = door_of(retry)
    may_decide = door is not None and isinstance(ask_at(seated(request), door), Allow)
    context = {"one": _words(found), "form": form, "decides": may_decide and found.state is State.GIVEN_UP}
    return render(request, "jobs/one.html", context, status=status)


def _words(one: Seen) -> dict[str, object]:
    """A job as it is shown; the file that it is about can be looked at in the inbox."""
    words = {"what": KINDS.get(one.kind, one.kind), "state": STATES[one.state], "tag": TAGS[one.state]}
    if one.says == GONE:
        words["says"] = _("its worker ended in the middle of it")
    return {**one._asdict(), **words, "file": one.number if one.kind == READ else None}

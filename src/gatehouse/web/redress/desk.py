"""The desk: requests against their clock, those due first. Nothing of the person is in the list."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.redress import states, telling
from gatehouse.screening.redress.clock import Step
from gatehouse.screening.redress.store import rows
from gatehouse.web.door import page, seated
from gatehouse.web.redress.asking import KINDS

ROWS_MAX = 500
STATES = {
    states.RECEIVED: _("Waits for proof of who asks"),
    states.IDENTIFIED: _("Waits for an answer"),
    states.PASSED_ON: _("With the supervisory authority"),
    states.ANSWERED: _("Answered"),
    states.WITHDRAWN: _("Withdrawn"),
    states.UNPROVEN: _("Not shown who asks"),
}
EVENTS = {
    states.OPENED: _("The request came"),
    states.HEARD: _("A recipient answered"),
    states.PROVED: _("It was shown who asks"),
    states.NOT_PROVED: _("It was not shown who asks"),
    states.PASSED: _("Passed on to the supervisory authority"),
    states.ANSWER: _("Answered"),
    states.WITHDRAW: _("Withdrawn"),
    states.REMIND: _("Reminded of the clock"),
    states.EXTEND: _("The last day was put off"),
    states.NOTED: _("Noted"),
    states.CORRECTED: _("Corrected"),
    states.ERASED: _("Erased"),
    states.CLEARED: _("Cleared of a confusion"),
    states.GAVE: _("Access was given"),
}
"""What happened to a request, in words."""
STEPS = {
    Step.CALM: ("", _("in time")),
    Step.HALF: ("info", _("half of the days are gone")),
    Step.NEAR: ("warn", _("due soon")),
    Step.LAST_DAY: ("warn", _("due today")),
    Step.OVERDUE: ("bad", _("overdue")),
}

DID = {
    telling.Did.DONE.value: _("the recipient put it right"),
    telling.Did.REFUSED.value: _("the recipient refused"),
    telling.Did.NO_ANSWER.value: _("the recipient did not answer"),
}
WHY = {
    "corrected": _("something was put right"),
    "erased": _("what was held was erased"),
    "cleared": _("the person is not the listed one"),
}


class DeskFilters(forms.Form):
    """Open ones, or all."""

    shown = forms.ChoiceField(
        label=_("Which"), required=False, choices=[("", _("Open requests")), ("all", _("All requests"))]
    )


@page(Act.SEARCH, SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS, PurposeClass.OVERSIGHT)
def desk(request: HttpRequest) -> HttpResponse:
    """The requests."""
    filters = DeskFilters(request.GET)
    only_open = not filters.is_valid() or filters.cleaned_data["shown"] != "all"
    found = rows(seated(request).visit(), dt.datetime.now(dt.UTC).date(), only_open)
    shown = [(row, KINDS.get(row.kind, row.kind), STATES[row.state], *STEPS[row.step]) for row in found[:ROWS_MAX]]  # type: ignore[call-overload]
    tasks = [(one, WHY.get(one.why, one.why)) for one in telling.tasks(seated(request).visit())[:ROWS_MAX]]
    context = {"tasks": tasks, "filters": filters, "rows": shown, "more": max(0, len(found) - ROWS_MAX)}
    return render(request, "redress/desk.html", context)

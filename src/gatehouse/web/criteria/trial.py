"""A trial on its page: how far it is, and where its figures are when it is done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.authoring.models import Trial
from gatehouse.screening.authoring.trials import history_of
from gatehouse.web.criteria.words import TRIAL_STATES
from gatehouse.web.door import page

PURPOSES = (PurposeClass.SCREENING, PurposeClass.CRITERIA, PurposeClass.OVERSIGHT)


@page(Act.VIEW, SubjectClass.CRITERION, *PURPOSES)
def one(request: HttpRequest, number: int) -> HttpResponse:
    """The trial; while it is not over, the page asks again every few seconds for its state alone."""
    trial = get_object_or_404(Trial, pk=number)
    kind, says = TRIAL_STATES[trial.state]
    context = {"trial": trial, "kind": kind, "says": says, "history": history_of(trial)}
    name = "criteria/trial_state.html" if request.headers.get("HX-Request") else "criteria/trial.html"
    return render(request, name, context)

"""The cases that are open; a case opened of a confirmed hit, and closed with how it ended."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.cooperation.cases import register, working
from gatehouse.cooperation.cases.case import Kind, Outcome
from gatehouse.cooperation.cases.errors import CaseError
from gatehouse.records import subject
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.sayings import told

SCREENING, REQUEST = PurposeClass.SCREENING, PurposeClass.REQUEST
KINDS = {
    Kind.BORDER: gettext_lazy("To be met at the border"),
    Kind.INVESTIGATION: gettext_lazy("For another authority"),
    Kind.PROTECTION: gettext_lazy("To be protected"),
}
OUTCOMES = {
    Outcome.ACTED_ON: gettext_lazy("Acted on"),
    Outcome.HANDED_OVER: gettext_lazy("Handed over"),
    Outcome.NO_GROUND: gettext_lazy("No ground was found"),
    Outcome.NOT_THE_PERSON: gettext_lazy("Not the person"),
}


class OpenForm(forms.Form):
    """What a case is about."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is about"), choices=KINDS.items())


class CloseForm(forms.Form):
    """How a case ended."""

    outcome = forms.ChoiceField(label=gettext_lazy("How it ended"), choices=OUTCOMES.items())


def _hit(request: HttpRequest, hit: int) -> Subject:
    del request
    return subject(SubjectClass.HIT, f"hit:{hit}")


def _case(request: HttpRequest, number: int) -> Subject:
    del request
    return subject(SubjectClass.CASE, register.reference(number))


@page(Act.SEARCH, SubjectClass.CASE, SCREENING, REQUEST)
def cases(request: HttpRequest) -> HttpResponse:
    """The cases that are open: numbers and dates, nobody."""
    found = register.standing(seated(request).visit())
    rows = [(one, KINDS[one.kind], CloseForm(auto_id=f"id_close_{one.number}_%s")) for one in found]
    return render(request, "cases/cases.html", {"rows": rows})


@page(Act.OPEN_CASE, SubjectClass.HIT, SCREENING, methods=ACTING, facts=_hit)
def open_one(request: HttpRequest, hit: int) -> HttpResponse:
    """Open a case of a hit."""
    form = OpenForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say what the case is about."))
        return redirect("hits-one", hit=hit)
    visit, kind = seated(request).visit(), Kind(form.cleaned_data["kind"])
    says = _("A case was opened. It keeps the traveller’s data while it is open.")
    return _done(request, lambda: working.open_case(visit, hit, kind), says)


@page(Act.CLOSE_CASE, SubjectClass.CASE, SCREENING, REQUEST, methods=ACTING, facts=_case)
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Close a case with how it ended."""
    form = CloseForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say how the case ended."))
        return redirect("cases")
    visit, outcome = seated(request).visit(), Outcome(form.cleaned_data["outcome"])
    says = _("Closed. Whom it was about is erased by its clock; number, dates and outcome stay.")
    return _done(request, lambda: working.close(visit, number, outcome), says)


def _done(request: HttpRequest, act: Callable[[], object], says: str) -> HttpResponse:
    try:
        act()
    except CaseError as fault:
        messages.error(request, told(fault))
    else:
        messages.success(request, says)
    return redirect("cases")

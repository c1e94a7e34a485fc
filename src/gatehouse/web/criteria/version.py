"""One version of a criterion: what it says, what it would do to whom, its approval and its retirement."""

from __future__ import annotations

from itertools import groupby

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.measures.proportion import Proportion
from gatehouse.records import opened
from gatehouse.safeguards.decision import Allow
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.authoring import approving
from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.authoring.trials import subject_of
from gatehouse.screening.criteria import states
from gatehouse.screening.criteria.activation import Asked
from gatehouse.screening.criteria.checking import check, same_person
from gatehouse.screening.criteria.errors import CriterionError
from gatehouse.screening.criteria.register import Entry
from gatehouse.screening.criteria.report import Report
from gatehouse.screening.criteria.report_json import PER
from gatehouse.screening.criteria.tables import TEXT_MAX
from gatehouse.web.criteria import bench
from gatehouse.web.criteria.refused import said_of
from gatehouse.web.criteria.words import DIMENSIONS, EVENTS, FAULTS, PROXY_FINDINGS, STATES, group
from gatehouse.web.door import ACTING, ask, page, seated

PURPOSES = (PurposeClass.SCREENING, PurposeClass.CRITERIA, PurposeClass.OVERSIGHT)
acting = page(Act.VIEW, SubjectClass.CRITERION, PurposeClass.CRITERIA, PurposeClass.OVERSIGHT, methods=ACTING)
"""What is decided is asked of the kernel once more, where it is done."""


class ApprovalForm(forms.Form):
    """Approval of the file with this hash, after an answer to what its trial flags."""

    sha256 = forms.CharField(widget=forms.HiddenInput, min_length=64, max_length=64)
    answer = forms.CharField(
        label=gettext_lazy("Why it is right all the same"),
        help_text=gettext_lazy("the answer to everything that the trial flags; it is kept"),
        widget=forms.Textarea({"rows": 4}),
        max_length=TEXT_MAX,
        required=False,
    )


class RetirementForm(forms.Form):
    """Why a version is taken out of use."""

    reason = forms.CharField(
        label=gettext_lazy("Why it is taken out of use"), widget=forms.Textarea({"rows": 3}), max_length=TEXT_MAX
    )


@page(Act.VIEW, SubjectClass.CRITERION, *PURPOSES)
def one(request: HttpRequest, identifier: str, version: int) -> HttpResponse:
    """The version as it stands."""
    entry = found(identifier, version)
    with opened(seated(request).visit(), Act.VIEW, subject_of(entry.criterion)):
        pass
    return _shown(request, entry, ApprovalForm(initial={"sha256": entry.criterion.sha256}), RetirementForm())


def found(identifier: str, version: int) -> Entry:
    """The version in the register. Http404 for one that is not there, or a register that is not as it was written."""
    try:
        return bench.register().entry(identifier, version, bench.today())
    except CriterionError as fault:
        raise Http404 from fault


def _shown(
    request: HttpRequest, entry: Entry, approval: ApprovalForm, retirement: RetirementForm, status: int = 200
) -> HttpResponse:
    criterion, sitting = entry.criterion, seated(request)
    report = bench.register().report(entry)
    kind, says = STATES[entry.state]
    retires = isinstance(ask(sitting, Act.CRITERIA_RETIRE, subject_of(criterion)), Allow)
    me = bench.identifier_of(sitting)
    context = {
        "entry": entry,
        "one": criterion,
        "kind": kind,
        "says": says,
        "lines": [(number, line, ()) for number, line in enumerate(_text(entry).split("\n"), 1)],
        "events": [(one, EVENTS[one.event]) for one in bench.register().events(criterion)],
        "faults": [(one, FAULTS[one.code]) for one in check(criterion, bench.permitted(), bench.today())],
        "is_approver": same_person(me, criterion.approver) and not same_person(me, criterion.author),
        "waits": entry.state == states.SHADOW,
        "approval": approval,
        "retirement": retirement if retires and (entry.state, states.RETIRED_BY) in states.CRITERION else None,
        "may_write": isinstance(ask(sitting, Act.CRITERIA_WRITE, subject_of(criterion)), Allow),
        **(_figures(report) if report else {}),
    }
    return render(request, "criteria/version.html", context, status=status)


def _text(entry: Entry) -> str:
    return bench.register().content(entry.criterion).decode()


def _figures(report: Report) -> dict[str, object]:
    dimensions = [
        (DIMENSIONS[name], [(row, group(row.group)) for row in rows])
        for name, rows in groupby(report.disparity, key=lambda row: row.dimension)
    ]
    proxies = [(one, DIMENSIONS[one.dimension], *PROXY_FINDINGS[one.finding]) for one in report.proxies]
    rates = [(_("Expected hits"), _per(report.hits)), (_("Expected false hits"), _per(report.false_hits))]
    return {"report": report, "rates": rates, "dimensions": dimensions, "proxies": proxies, "per": PER}


def _per(rate: Proportion) -> tuple[float, float, float]:
    return PER * rate.rate, PER * rate.interval.low, PER * rate.interval.high


@acting
def approve(request: HttpRequest, identifier: str, version: int) -> HttpResponse:
    """Approve the version that was looked at, and put it in force."""
    entry, form = found(identifier, version), ApprovalForm(request.POST)
    if not form.is_valid():
        return _shown(request, entry, form, RetirementForm(), 400)
    sitting = seated(request)
    visit = sitting.visit(requester=bench.account_of(entry.criterion.author))
    asked = Asked(bench.identifier_of(sitting), bench.today(), form.cleaned_data["answer"])
    try:
        if form.cleaned_data["sha256"] != entry.criterion.sha256:
            raise AuthoringError(_("This is not the file that you looked at"), _("look at it again"))
        approving.approve(visit, bench.register(), entry, bench.permitted(), asked)
    except (CriterionError, AuthoringError) as fault:
        form.add_error(None if entry.state != states.SHADOW else "answer", said_of(fault))
        return _shown(request, entry, form, RetirementForm(), 400)
    messages.success(request, _("It is in force."))
    return redirect("criteria-one", identifier=identifier, version=version)


@acting
def retire(request: HttpRequest, identifier: str, version: int) -> HttpResponse:
    """Take the version out of use."""
    entry, form = found(identifier, version), RetirementForm(request.POST)
    if not form.is_valid():
        return _shown(request, entry, ApprovalForm(initial={"sha256": entry.criterion.sha256}), form, 400)
    sitting = seated(request)
    by, reason = bench.identifier_of(sitting), form.cleaned_data["reason"]
    try:
        approving.retire(sitting.visit(), bench.register(), entry, by, bench.today(), reason)
    except CriterionError as fault:
        form.add_error("reason", said_of(fault))
        return _shown(request, entry, ApprovalForm(initial={"sha256": entry.criterion.sha256}), form, 400)
    messages.success(request, _("It is retired."))
    return redirect("criteria-one", identifier=identifier, version=version)

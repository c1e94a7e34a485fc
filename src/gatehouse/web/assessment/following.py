"""Following up a recommendation: the State's progress, what one of the team found, and the second person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gatehouse.assessment.follow_up import progress
from gatehouse.assessment.recommendations.store import subject_of
from gatehouse.assessment.waiting.store import begin
from gatehouse.safeguards.vocabulary import Act
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.recommendation_forms import FoundForm, ProgressForm
from gatehouse.web.assessment.recommending import ASSESSMENT, RECOMMENDATION, evidence_of, facts, row_of, shown
from gatehouse.web.assessment.seconding import ended, waiting_piece
from gatehouse.web.door import ACTING, page, seated

KIND = "recommendation"


@page(Act.REPORT_PROGRESS, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=facts)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The State says what it did, with evidence by number."""
    row, actor = row_of(pk), seated(request).actor
    form = ProgressForm(evidence_of(actor, row), request.POST)
    if done(request, form, lambda _said: progress.report(actor, row, form.reported()), _("The report is kept.")):
        return redirect("recommendation", pk)
    return shown(request, pk, progress=form)


@page(Act.VERIFY_PROGRESS, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=facts, begins=True, reasoned=True)
def find(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what was found of it: decided once a second person agrees."""
    row, actor = row_of(pk), seated(request).actor
    form = FoundForm(evidence_of(actor, row), request.POST)

    def act(said: dict[str, Any]) -> None:
        found = form.found()
        progress.require_found(row, found)
        names = ("decision", "evidence", "further_help")
        told = {name: said[name] for name in names} | {"on": found.on.isoformat()}
        begin(actor, "progress.verified", subject_of(row), found.reason, told)

    if done(request, form, act, _("Begun. It is done once another person agrees.")):
        return redirect("recommendation", pk)
    return shown(request, pk, found=form)


@page(Act.VIEW, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=waiting_piece(KIND))
def second(request: HttpRequest, waiting: int) -> HttpResponse:
    """Agree to what waits, or decline it: the kernel is asked of both where it is done."""
    row = ended(request, waiting, KIND)
    return redirect("recommendation", int(row.ref.partition(":")[2]))

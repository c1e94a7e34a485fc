"""The register of uptake: which body took which recommendation into which programme; the share in each half-year."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.assessment.follow_up import uptake as store
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.help_forms import UPTAKE_NAMES, UptakeForm
from gatehouse.web.assessment.recommending import facts, row_of, shown
from gatehouse.web.assessment.visit_forms import today
from gatehouse.web.door import ACTING, page, seated

HALF_YEARS = 4


@page(Act.VIEW, SubjectClass.SURVEY_TABLE, PurposeClass.ASSESSMENT)
def register(request: HttpRequest) -> HttpResponse:
    """The register, and of `?body=` the share that it took up by the end of each half-year."""
    actor = seated(request).actor
    rows = store.open_register(actor)
    bodies = sorted({row.body for row in rows})
    body = request.GET.get("body", "")
    halves = store.of_body(actor, body, half_years(today())) if body in bodies else []
    context = {
        "rows": [(row, UPTAKE_NAMES[row.status]) for row in rows],
        "bodies": bodies,
        "body": body if body in bodies else "",
        "halves": halves,
    }
    return render(request, "assessment/uptake.html", context)


@page(Act.RECORD_UPTAKE, SubjectClass.RECOMMENDATION, PurposeClass.ASSESSMENT, methods=ACTING, facts=facts)
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """A body says whether it took a recommendation into a programme."""
    row, actor, form = row_of(pk), seated(request).actor, UptakeForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        store.record(actor, row, said["body"], said["programme"], (said["status"], said["reason"], said["on"]))

    if done(request, form, act, _("Written down.")):
        return redirect("recommendation", pk)
    return shown(request, pk, uptake=form)


def half_years(until: dt.date) -> list[dt.date]:
    """The last days of the last half-years, the one that runs as the last."""
    ends = [
        dt.date(year, *end) for year in range(until.year - HALF_YEARS, until.year + 1) for end in ((6, 30), (12, 31))
    ]
    past = [end for end in ends if end < until]
    return [*past[1 - HALF_YEARS :], ends[len(past)]]

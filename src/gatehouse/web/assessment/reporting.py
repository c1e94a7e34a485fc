"""Frozen reports, for each reader without what is kept from them, as HTML, DOCX and PDF."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.access.models import Member
from gatehouse.assessment.acting import may_see
from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.freezing import OF_A_STATE, subject_of
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.rendering import rendered
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.printing.html_page import POLICY
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.people import named_to
from gatehouse.web.assessment.report_page import facts, report_at
from gatehouse.web.assessment.report_words import REPORT_KINDS, FreezeForm, file_languages, how_far
from gatehouse.web.assessment.words import state_names
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.sayings import said

REPORT, ASSESSMENT = SubjectClass.ASSESSMENT_REPORT, PurposeClass.ASSESSMENT
FRAMELESS = f"{POLICY}; frame-ancestors 'none'"

FORMS = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
ROWS_MAX = 200
MAKERS = (Role.ASSESSOR.value, Role.TEAM_LEAD.value)


@page(Act.VIEW, REPORT, ASSESSMENT)
def reports(request: HttpRequest) -> HttpResponse:
    """The frozen reports that this reader may have, the newest first."""
    return _listed(request)


@page(Act.DRAFT, REPORT, ASSESSMENT, methods=ACTING)
def freeze(request: HttpRequest) -> HttpResponse:
    """Freeze what is known now as a report, by one of the team; the kernel is asked of the State and cycle."""
    actor, made = seated(request).actor, list[FrozenReport]()
    places = _places(actor)
    form = FreezeForm([(key, label) for key, label, _cycle, _state in places], request.POST)

    def act(said: dict[str, Any]) -> None:
        cycle, state = next((cycle, state) for key, _label, cycle, state in places if key == said["about"])
        made.append(freezing.freeze(actor, said["kind"], cycle, state if said["kind"] in OF_A_STATE else None))

    if done(request, form, act, _("Frozen. Nothing in it changes any more.")):
        return redirect("assessment-report-page", made[0].pk)
    return _listed(request, form)


def _places(actor: Actor) -> list[tuple[str, str, Cycle, State]]:
    """The States and cycles on whose team this person drafts: a key, a label, the cycle and the State; newest first."""
    rows = Member.objects.filter(who=actor.id, left_at=None, role__in=MAKERS).select_related("state", "cycle")
    called = state_names(get_language() or "")
    return [
        (f"{row.state.code}/{row.cycle_id}", f"{called[row.state.code]} · {row.cycle.name}", row.cycle, row.state)
        for row in rows.order_by("-cycle__begins", "state__code")
    ]


def _listed(request: HttpRequest, wrong: FreezeForm | None = None) -> HttpResponse:
    """The list; with a form that was refused, as it was sent, and status 400."""
    actor = seated(request).actor
    rows = FrozenReport.objects.select_related("state", "cycle").defer("contents").order_by("-pk")[:ROWS_MAX]
    shown = [(row, REPORT_KINDS[row.kind], *how_far(row)) for row in rows if may_see(actor, subject_of(row))]
    places = _places(actor) if actor.role.value in MAKERS else []
    context = {
        "reports": shown,
        "names": state_names(get_language() or ""),
        "reading": (get_language() or "en").partition("-")[0],
        "file_forms": list(FORMS),
        "form": wrong or (FreezeForm([(key, label) for key, label, *_rest in places]) if places else None),
    }
    return render(request, "assessment/reports.html", context, status=400 if wrong else 200)


@page(Act.EXPORT, REPORT, ASSESSMENT, facts=facts)
def download(request: HttpRequest, pk: int, file: str) -> HttpResponse:
    """One report as a file (`en.pdf`), or to be read in the browser (`en.html`)."""
    language, _dot, form = file.partition(".")
    if form not in FORMS or language not in dict(file_languages()):
        raise Http404
    try:
        actor = seated(request).actor
        called = partial(named_to, actor, with_role=False)
        made = rendered(actor, report_at(pk), language, form, called)
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        return _not_made(request, said(fault.saying))
    if form == "html":
        return read_here(made.content)
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return HttpResponse(made.content, content_type=FORMS[form], headers=headers)


def read_here(content: bytes) -> HttpResponse:
    """A report as a page of its own in the browser, under the policy that it states itself: no script, no address."""
    return HttpResponse(content, content_type=FORMS["html"], headers={"Content-Security-Policy": FRAMELESS})


def _not_made(request: HttpRequest, why: str) -> HttpResponse:
    """Nothing goes out: what is kept from this reader stands in it, or its contents are not what was frozen."""
    title, remedy = _("This file is not given out"), _("Tell the team that made the report; nothing of it was shown.")
    context = {"status": 409, "title": title, "why": why, "remedy": remedy}
    return render(request, "shell/told.html", context, status=409)

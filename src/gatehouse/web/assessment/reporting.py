"""Frozen reports, for each reader without what is kept from them, as HTML, DOCX and PDF."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import may_see
from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.reports.freezing import subject_of
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.rendering import rendered
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import page, seated
from gatehouse.web.wording.languages import LANGUAGES

FORMS = {
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
ROWS_MAX = 200


@page(Act.VIEW, SubjectClass.ASSESSMENT_REPORT, PurposeClass.ASSESSMENT)
def reports(request: HttpRequest) -> HttpResponse:
    """The frozen reports that this reader may have, the newest first."""
    actor = seated(request).actor
    rows = FrozenReport.objects.select_related("state", "cycle").defer("contents").order_by("-pk")[:ROWS_MAX]
    shown = [row for row in rows if may_see(actor, subject_of(row))]
    return render(request, "assessment/reports.html", {"reports": shown, "forms": list(FORMS)})


def _about(request: HttpRequest, pk: int, **more: object) -> Subject:
    del request, more
    return subject_of(get_object_or_404(FrozenReport.objects.select_related("state", "cycle"), pk=pk))


@page(Act.EXPORT, SubjectClass.ASSESSMENT_REPORT, PurposeClass.ASSESSMENT, facts=_about)
def download(request: HttpRequest, pk: int, file: str) -> HttpResponse:
    """One report as a file: `en.pdf`."""
    language, _dot, form = file.partition(".")
    if form not in FORMS or language not in {one.code.partition("-")[0] for one in LANGUAGES}:
        raise Http404
    report = get_object_or_404(FrozenReport.objects.select_related("state", "cycle"), pk=pk)
    try:
        made = rendered(seated(request).actor, report, language, form)
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        return _not_made(request, str(fault))
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return HttpResponse(made.content, content_type=FORMS[form], headers=headers)


def _not_made(request: HttpRequest, why: str) -> HttpResponse:
    """Nothing goes out: what is kept from this reader stands in it, or its contents are not what was frozen."""
    title, remedy = _("This file is not given out"), _("Tell the team that made the report; nothing of it was shown.")
    context = {"status": 409, "title": title, "why": why, "remedy": remedy}
    return render(request, "shell/told.html", context, status=409)

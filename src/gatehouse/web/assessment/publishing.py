"""Published reports, for everybody and without signing in: nobody is asked who they are, and no entry is written."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from gatehouse.assessment.acting import may_see
from gatehouse.assessment.reports.freezing import subject_of
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.rendering import document_for
from gatehouse.printing.html_page import html
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.assessment.people import named_to
from gatehouse.web.assessment.report_words import REPORT_KINDS, file_languages
from gatehouse.web.assessment.reporting import read_here
from gatehouse.web.assessment.words import state_names
from gatehouse.web.door import public

ANYBODY = Actor("public:anybody", Role.PUBLIC)
"""Whoever reads; the kernel is asked of each report as of the public."""
WHY = "what is published by a decision of two is for everybody"
ROWS_MAX = 200


@public(WHY)
def published(request: HttpRequest) -> HttpResponse:
    """What is published, the newest first."""
    rows = FrozenReport.objects.select_related("state", "cycle").defer("contents").filter(published_at__isnull=False)
    shown = [row for row in rows.order_by("-published_at", "-pk")[:ROWS_MAX] if may_see(ANYBODY, subject_of(row))]
    context = {
        "reports": [(row, REPORT_KINDS[row.kind]) for row in shown],
        "names": state_names(get_language() or ""),
        "languages": file_languages(),
    }
    return render(request, "assessment/published.html", context)


@public(WHY)
def download(request: HttpRequest, pk: int, file: str) -> HttpResponse:
    """One published report as a page to read: `en.html`, without what a State keeps confidential."""
    del request
    language, _dot, form = file.partition(".")
    if form != "html" or language not in dict(file_languages()):
        raise Http404
    report = get_object_or_404(FrozenReport.objects.select_related("state", "cycle"), pk=pk)
    if not may_see(ANYBODY, subject_of(report)):
        raise Http404
    made, _whole = document_for(ANYBODY, report, language, partial(named_to, ANYBODY, with_role=False))
    return read_here(html(made).encode())

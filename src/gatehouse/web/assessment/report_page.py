"""A frozen report on its page: what is in it, who can read it now, and its way to the State, the committee, those who
help and everybody, each step by those who may take it.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import Given, acting, may_do
from gatehouse.assessment.reports import freezing
from gatehouse.assessment.reports.contents import contents_from, every_part
from gatehouse.assessment.reports.freezing import subject_of
from gatehouse.assessment.reports.layout import heading_of, title_of
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.assessment.reports.names import names
from gatehouse.assessment.reports.reach import readers
from gatehouse.assessment.waiting.store import begin
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment import report_words as of
from gatehouse.web.assessment.doing import ActForm, done
from gatehouse.web.assessment.seconding import awaited, ended, waiting_piece
from gatehouse.web.door import ACTING, decides, page, seated

REPORT, ASSESSMENT = SubjectClass.ASSESSMENT_REPORT, PurposeClass.ASSESSMENT
FORMS = ("html", "docx", "pdf")


def report_at(pk: int) -> FrozenReport:
    """The report of this number; a 404 for none."""
    return get_object_or_404(FrozenReport.objects.select_related("state", "cycle"), pk=pk)


def facts(request: HttpRequest, pk: int, **more: object) -> Subject:
    """For `page(facts=…)`: the report in the address."""
    del request, more
    return subject_of(report_at(pk))


@page(Act.VIEW, REPORT, ASSESSMENT, facts=facts)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One report: what it holds in outline, who can read it, what waits, and what may be done."""
    return _shown(request, pk)


@page(Act.DRAFT, REPORT, ASSESSMENT, methods=ACTING, facts=facts)
def put(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it before the State."""
    row, actor, form = report_at(pk), seated(request).actor, ActForm(request.POST)
    says = _("The State can read it now.")
    if done(request, form, lambda _said: freezing.put_before_the_state(actor, row), says):
        return redirect("assessment-report-page", pk)
    return _shown(request, pk, put=form)


@decides(Act.ADOPT, REPORT, ASSESSMENT, methods=ACTING, facts=facts, begins=True)
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin its adoption: it is adopted once another person agrees."""
    row, actor, form = report_at(pk), seated(request).actor, ActForm(request.POST)

    def act(_said: dict[str, Any]) -> None:
        freezing.require_seen(row)
        begin(actor, "report.adopted", subject_of(row), requester=row.frozen_by)

    return _begun(request, row, form, act, "adopt")


@page(Act.SHARE, REPORT, ASSESSMENT, methods=ACTING, facts=facts, begins=True, reasoned=True)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin its sharing with those who help."""
    row, actor, form = report_at(pk), seated(request).actor, of.ShareForm(request.POST)
    return _begun(
        request, row, form, lambda said: begin(actor, "report.shared", subject_of(row), said["decision"]), "share"
    )


@page(Act.PUBLISH, REPORT, ASSESSMENT, methods=ACTING, facts=facts, begins=True, reasoned=True)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin its publication."""
    row, actor, form = report_at(pk), seated(request).actor, of.PublishForm(request.POST)
    return _begun(
        request, row, form, lambda said: begin(actor, "report.published", subject_of(row), said["decision"]), "publish"
    )


@page(Act.VIEW, REPORT, ASSESSMENT, methods=ACTING, facts=waiting_piece("report"))
def second(request: HttpRequest, waiting: int) -> HttpResponse:
    """Agree to what waits, or decline it."""
    row = ended(request, waiting, "report")
    return redirect("assessment-report-page", int(row.ref.partition(":")[2]))


def _begun(request: HttpRequest, row: FrozenReport, form: forms.Form, act: Any, name: str) -> HttpResponse:
    if done(request, form, act, _("Begun. It is done once another person agrees.")):
        return redirect("assessment-report-page", row.pk)
    return _shown(request, row.pk, **{name: form})


def _shown(request: HttpRequest, pk: int, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, row = seated(request).actor, report_at(pk)
    about, language = subject_of(row), (get_language() or "en").partition("-")[0]
    with acting(actor, "material.opened", about):
        contents = contents_from(row.contents)
    called = names(language)
    title = title_of(contents, language, called)
    parts = [(heading_of(part, language, called), _sentences(part)) for part in contents.parts]
    tag, word = of.how_far(row)
    context = {
        "report": row,
        "title": title,
        "kind": of.REPORT_KINDS[row.kind],
        "tag": tag,
        "word": word,
        "parts": parts,
        "readers": [(of.READERS[role], reads) for role, reads in readers(row)],
        "languages": of.file_languages(),
        "reading": language,
        "file_forms": FORMS if may_do(actor, "material.exported", about) else (),
        "waiting": awaited(actor, about),
        "forms": {**_offered(actor, row, about), **wrong},
        "crumbs": [(reverse("assessment-reports"), _("Reports")), ("", title)],
    }
    return render(request, "assessment/report.html", context, status=400 if wrong else 200)


def _sentences(part: Any) -> int:
    return sum(len(one.sentences) + len(one.grids) + len(one.plots) for one in every_part((part,)))


def _offered(actor: Actor, row: FrozenReport, about: Subject) -> dict[str, forms.Form]:
    """The forms of the next step, for whoever may take it or begin it."""

    def may(told: str) -> bool:
        return may_do(actor, told, about, Given("r", None, row.frozen_by, begins=True))

    found: dict[str, forms.Form] = {}
    if row.state_id is not None and row.put_at is None and may("report.put"):
        found["put"] = ActForm()
    seen = row.state_id is None or row.put_at is not None
    if seen and row.adopted_at is None and may("report.adopted"):
        found["adopt"] = ActForm()
    if row.shared_at is None and may("report.shared"):
        found["share"] = of.ShareForm()
    if row.published_at is None and may("report.published"):
        found["publish"] = of.PublishForm()
    return found

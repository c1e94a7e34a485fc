"""Answers, corrections and erasures: written by an officer, approved by the data protection officer, or declined."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.redress import drafts
from gatehouse.screening.redress.errors import RedressError
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.redress.drafting import AnswerForm, CorrectForm
from gatehouse.web.redress.one import done, facts, shown
from gatehouse.web.sayings import told

REQUEST, RIGHTS = SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS
deciding = page(Act.VIEW, REQUEST, RIGHTS, PurposeClass.OVERSIGHT, methods=ACTING, facts=facts)
"""Deciding as the second person: the kernel is asked once more, of the one who wrote it together with this one."""


@page(Act.REDRESS_ANSWER, REQUEST, RIGHTS, methods=ACTING, facts=facts, begins=True)
def answer(request: HttpRequest, case: str) -> HttpResponse:
    """Write an answer for a second person."""
    return _drafted(request, case, drafts.ANSWER, AnswerForm(request.POST))


@page(Act.CORRECT, REQUEST, RIGHTS, methods=ACTING, facts=facts, begins=True)
def correct(request: HttpRequest, case: str) -> HttpResponse:
    """Write a correction for a second person."""
    return _drafted(request, case, drafts.CORRECT, CorrectForm(request.POST))


@page(Act.ERASE, REQUEST, RIGHTS, methods=ACTING, facts=facts, begins=True)
def erase(request: HttpRequest, case: str) -> HttpResponse:
    """Ask a second person to let everything that is held on the person be erased."""
    visit = seated(request).visit()
    says = _("Written. Once the data protection officer approves it, the next run of the clocks erases.")
    return done(request, case, lambda: drafts.draft(visit, case, drafts.ERASE, {}), says)


@deciding
def approve(request: HttpRequest, case: str, pk: int) -> HttpResponse:
    """Do what was written."""
    visit, today = seated(request).visit(), dt.datetime.now(dt.UTC).date()
    return done(request, case, lambda: drafts.approve(visit, case, pk, today), _("Approved, by two."))


@deciding
def decline(request: HttpRequest, case: str, pk: int) -> HttpResponse:
    """Let it not be done."""
    visit = seated(request).visit()
    return done(request, case, lambda: drafts.decline(visit, case, pk), _("Declined. Nothing was done."))


def _drafted(request: HttpRequest, case: str, what: str, form: AnswerForm | CorrectForm) -> HttpResponse:
    name = "answering" if what == drafts.ANSWER else "correcting"
    if not form.is_valid():
        return shown(request, case, **{name: form})
    visit = seated(request).visit()
    try:
        drafts.draft(visit, case, what, form.said())
    except RedressError as fault:
        form.add_error(None, forms.ValidationError(told(fault)))
        return shown(request, case, **{name: form})
    return done(request, case, lambda: None, _("Written. It is done once the data protection officer approves it."))

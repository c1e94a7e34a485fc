"""What is handed over: everything held on the person, the letter, and the files that they sent."""

from __future__ import annotations

import datetime as dt

import orjson
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from gatehouse.printing.pdf_file import pdf
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.redress import desk_page
from gatehouse.screening.redress.access import give
from gatehouse.screening.redress.answering import letter_of
from gatehouse.screening.redress.errors import RedressError
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.redress.one import facts, seeing
from gatehouse.web.sayings import told

FORMS = ("pdf", "json")
CONTENT = {"pdf": "application/pdf", "jpeg": "image/jpeg", "png": "image/png", "json": "application/json"}


@page(Act.EXPORT, SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS, methods=ACTING, facts=facts)
def access(request: HttpRequest, case: str, form: str) -> HttpResponse:
    """Everything that is held on the person, as a file. A POST: it is an act of the request."""
    if form not in FORMS:
        raise Http404
    try:
        given = give(seated(request).visit(), case, dt.datetime.now(dt.UTC).date())
    except RedressError as fault:
        messages.error(request, told(fault))
        return redirect("redress-one", case=case)
    content = pdf(given.pages) if form == "pdf" else orjson.dumps(given.data, option=orjson.OPT_INDENT_2)
    return _file(content, f"{case}-held.{form}", form)


@seeing
def letter(request: HttpRequest, case: str) -> HttpResponse:
    """The letter of a request that was answered, to print."""
    try:
        return _file(pdf(letter_of(seated(request).visit(), case)), f"{case}-answer.pdf", "pdf")
    except RedressError as fault:
        messages.error(request, told(fault))
        return redirect("redress-one", case=case)


@seeing
def attachment(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """A file that the person sent: to keep and look at elsewhere, never drawn in the page."""
    try:
        kind, content = desk_page.attachment(seated(request).visit(), case, number)
    except RedressError:
        raise Http404 from None
    return _file(content, f"{case}-{number}.{kind}", kind)


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=CONTENT[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response

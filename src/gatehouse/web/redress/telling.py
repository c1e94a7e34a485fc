"""Recipients of the person's data: the letter to each, that an officer sent it, and what they did about it."""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from gatehouse.printing.pdf_file import pdf
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.redress import telling
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.notice_pages import pages
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.redress.one import done, facts, seeing

LANGUAGE = "en"
"""Of the letter on the page; the command writes the others."""


@seeing
def notice(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """The letter to a recipient, to print and send."""
    today = dt.datetime.now(dt.UTC).date()
    try:
        content = pdf(pages(seated(request).visit(), case, number, LANGUAGE, today))
    except RedressError:
        raise Http404 from None
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{case}-notice-{number}.pdf"'
    return response


@page(Act.REDRESS_TELL, SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS, methods=ACTING, facts=facts)
def sent(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Note that the officer sent it."""
    visit = seated(request).visit()
    return done(request, case, lambda: telling.sent(visit, case, number), _("Kept: you told the recipient."))


@page(Act.REDRESS_TELL, SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS, methods=ACTING, facts=facts)
def heard(request: HttpRequest, case: str, number: int) -> HttpResponse:
    """Note what the recipient did about it."""
    visit, did = seated(request).visit(), request.POST.get("did", "")
    if did not in tuple(telling.Did):
        raise BadRequest
    act = partial(telling.heard, visit, case, number, telling.Did(did))
    return done(request, case, act, _("Kept: what the recipient did."))

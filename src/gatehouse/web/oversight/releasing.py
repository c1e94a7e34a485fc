"""The transparency report: proposed and published by two on pages, and read by everybody without signing in."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.oversight import releasing
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.transparency import languages, report
from gatehouse.printing.html_page import html
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import ACTING, page, public, seated
from gatehouse.web.law import law

WHY = "counts that two persons published are for everybody"
reading = page(Act.READ_COUNTS, SubjectClass.COUNTS, PurposeClass.OVERSIGHT, methods=ACTING)
"""Who may publish, with whom, is asked of the kernel where it is done."""


@reading
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose that it be published."""
    visit = seated(request).visit()
    return _done(request, lambda: releasing.propose(visit, pk), _("Proposed. Another person publishes it."))


@reading
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish it, as the second person."""
    visit = seated(request).visit()
    return _done(request, lambda: releasing.publish(visit, pk), _("Published. Everybody reads it from now on."))


@public(WHY)
def transparency(request: HttpRequest) -> HttpResponse:
    """What is published, newest first."""
    context = {"reports": releasing.published(), "languages": languages()}
    return render(request, "oversight/transparency.html", context)


@public(WHY)
def read(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """One published report, as a page of its own."""
    del request
    found = releasing.published_one(pk)
    if found is None or language not in languages():
        raise Http404
    return HttpResponse(html(report(found.body, found.sha256, found.taken, language, law().profile)))


def _done(request: HttpRequest, act: Callable[[], None], says: str) -> HttpResponse:
    try:
        act()
    except OversightError as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, says)
    return redirect("oversight-reports")

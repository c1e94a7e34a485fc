"""Requests that wait for the authority of the law profile: approved for its hours, or refused; never one's own."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.records import Visit
from gatehouse.retention import unmasking
from gatehouse.retention.errors import UnmaskError
from gatehouse.retention.models import UnmaskRequest
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import ACTING, READING, decides, seated
from gatehouse.web.law import law
from gatehouse.web.paging import sliced
from gatehouse.web.sayings import told

PURPOSES = (PurposeClass.SCREENING, PurposeClass.REQUEST, PurposeClass.RIGHTS)
deciding = decides(Act.UNMASK_APPROVE, SubjectClass.TRAVELLER_MASKED, *PURPOSES, methods=ACTING)
"""Deciding one: the kernel is asked again of that request, with who asked for it."""


@decides(Act.UNMASK_APPROVE, SubjectClass.TRAVELLER_MASKED, *PURPOSES, methods=READING)
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits, oldest first. It names nobody: numbers, purposes and references."""
    open_ones = UnmaskRequest.objects.filter(state=UnmaskRequest.State.OPEN)
    context = {
        "slice": sliced(open_ones, ("id",), request.GET.get("after", "")),
        "unmasking": law().profile.unmasking,
        "me": seated(request).actor.id,
    }
    return render(request, "unmasking/waiting.html", context)


@deciding
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the one who asked look, for the hours of the profile."""
    return _decided(request, pk, unmasking.approve, _("Approved. Whoever asked may look until the time is over."))


@deciding
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Let nobody look."""
    return _decided(request, pk, unmasking.refuse, _("Refused. Nothing is shown to anybody."))


def _decided(request: HttpRequest, pk: int, act: Callable[[Visit, int], object], says: str) -> HttpResponse:
    try:
        act(seated(request).visit(), pk)
    except UnmaskError as fault:
        messages.error(request, told(fault))
    else:
        messages.success(request, says)
    return redirect("unmasking-decide")

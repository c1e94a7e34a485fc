"""The second person's decision on a hold that was asked for, and the release of one that stands."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gatehouse.retention import hold_requests, holds
from gatehouse.retention.errors import HoldError
from gatehouse.safeguards.vocabulary import Act, SubjectClass
from gatehouse.web.accounts.models import Account
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.holds.listing import PURPOSES, DecisionForm, ReasonForm, shown
from gatehouse.web.sayings import told

acting = page(Act.RELEASE_HOLD, SubjectClass.CASE, *PURPOSES, methods=ACTING)
"""What is decided is asked of the kernel once more, where it is done."""


@acting
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Place what was asked for, refuse it, or withdraw one's own."""
    visit = seated(request).visit()
    try:
        asked = hold_requests.open_request(number)
    except HoldError as fault:
        messages.error(request, told(fault))
        return redirect("holds")
    form = DecisionForm(request.POST, is_own=asked.asked_by == visit.actor.id, auto_id=f"id_decide_{number}_%s")
    if not form.is_valid():
        return shown(request, {("decide", number): form})
    reason = form.cleaned_data["reason"]
    try:
        if form.cleaned_data["decision"] == "approve":
            _check_asker(asked.asked_by)
            hold_requests.approve(visit, number, reason)
        else:
            hold_requests.refuse(visit, number, reason)
    except HoldError as fault:
        return _refused(request, ("decide", number), form, told(fault))
    messages.success(request, _("Kept."))
    return redirect("holds")


def _check_asker(reference: str) -> None:
    """Whoever asked still works here in the role in which they asked."""
    found = Account.objects.filter(pk=reference.removeprefix("account:"), is_active=True).first()
    if found is None or hold_requests.ASKS not in found.roles():
        raise HoldError(_("whoever asked for it does not work in that role any more"), _("let another one ask"))


@acting
def release(request: HttpRequest, number: int) -> HttpResponse:
    """End a hold before its day, with the reason."""
    form = ReasonForm(request.POST, auto_id=f"id_release_{number}_%s")
    if not form.is_valid():
        return shown(request, {("release", number): form})
    try:
        holds.release(seated(request).visit(), number, form.cleaned_data["reason"])
    except HoldError as fault:
        return _refused(request, ("release", number), form, told(fault))
    messages.success(
        request, _("The hold has ended. What it kept goes with the next run, where its clock has run out.")
    )
    return redirect("holds")


def _refused(request: HttpRequest, place: tuple[str, int], form: forms.Form, says: str) -> HttpResponse:
    form.add_error(None, says)
    return shown(request, {place: form})

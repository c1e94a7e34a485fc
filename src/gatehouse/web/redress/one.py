"""One request: who asks, what they say, where it stands, what is held, and the forms of the next step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.records import subject
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.screening.redress import desk_page, looking, store
from gatehouse.screening.redress.errors import RedressError, UnknownRequestError
from gatehouse.screening.redress.identity import Verified
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.law import law
from gatehouse.web.redress.desk import DID, EVENTS, STATES, STEPS, WHY
from gatehouse.web.redress.drafting import AnswerForm, CorrectForm
from gatehouse.web.sayings import told


def facts(request: HttpRequest, case: str, **more: object) -> Subject:
    """What is on record of the request. 404 for none."""
    del request, more
    try:
        return subject(store.KIND, store.reference(store.number_of(case)))
    except UnknownRequestError:
        raise Http404 from None


seeing = page(Act.VIEW, SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS, PurposeClass.OVERSIGHT, facts=facts)


class IdentityForm(forms.Form):
    """What a person showed of themselves, as the document has it."""

    names = forms.CharField(label=gettext_lazy("Names, as in the document"), max_length=200)
    birth_date = forms.RegexField(
        r"\A\d{4}-\d{2}-\d{2}\Z", label=gettext_lazy("Birth date"), help_text=gettext_lazy("As 1991-03-02."),
    )  # fmt: skip
    document = forms.RegexField(r"\A[A-Za-z0-9 -]{1,40}\Z", label=gettext_lazy("Number of the document"))
    issuer = forms.RegexField(
        r"\A[A-Za-z]{3}\Z", label=gettext_lazy("Issuing State"), help_text=gettext_lazy("Three letters, as UTO.")
    )

    def verified(self) -> Verified:
        """The identity that was shown."""
        said = self.cleaned_data
        return Verified(said["names"], said["birth_date"], ((said["document"], said["issuer"].upper()),))


@seeing
def one(request: HttpRequest, case: str) -> HttpResponse:
    """The request."""
    return shown(request, case)


@page(Act.REDRESS_IDENTIFY, SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS, methods=ACTING, facts=facts)
def identify(request: HttpRequest, case: str) -> HttpResponse:
    """Record that the person showed who they are, or did not."""
    visit = seated(request).visit()
    if "not_proved" in request.POST:
        return done(request, case, lambda: store.identify(visit, case, None), _("Kept: it was not shown who asks."))
    form = IdentityForm(request.POST)
    if not form.is_valid():
        return shown(request, case, identity=form)
    return done(request, case, lambda: store.identify(visit, case, form.verified()), _("Kept: it is known who asks."))


@page(Act.ASSIGN, SubjectClass.REDRESS_REQUEST, PurposeClass.RIGHTS, methods=ACTING, facts=facts)
def extend(request: HttpRequest, case: str) -> HttpResponse:
    """Put the last day off, once."""
    visit = seated(request).visit()
    return done(request, case, lambda: store.extend(visit, case), _("Put off. Tell the person why."))


def done(request: HttpRequest, case: str, act: Callable[[], object], says: str) -> HttpResponse:
    """Do it, say so or why not, and go back to the request."""
    try:
        act()
    except RedressError as fault:
        messages.error(request, told(fault))
    else:
        messages.success(request, says)
    return redirect("redress-one", case=case)


def shown(request: HttpRequest, case: str, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    sitting = seated(request)
    visit, today = sitting.visit(), dt.datetime.now(dt.UTC).date()
    request_page = desk_page.page_of(visit, case, today)
    row = request_page.row
    held, fault = None, ""
    if request.GET.get("held") and row.is_proved:
        try:
            held = looking.look(visit, case)
        except RedressError as found:
            fault = told(found)
    kind, step = STEPS[row.step]
    recipients = {one.code: one.name for one in law().profile.recipients}
    context: dict[str, Any] = {
        "case": case, "about": request_page, "row": row, "says_state": STATES[row.state], "kind": kind, "step": step,
        "notices": [
            (one, recipients.get(one.recipient, one.recipient), WHY.get(one.why, one.why))
            for one in request_page.notices
        ],
        "did": DID, "says_sent": _("sent"), "says_waits": _("waits to be sent"),
        "held": held, "fault": fault, "events": EVENTS, "me": sitting.actor.id,
        "is_officer": sitting.role is Role.REDRESS_OFFICER,
        "is_second": sitting.role is Role.DATA_PROTECTION_OFFICER,
        "identity": IdentityForm(), "answering": AnswerForm(), "correcting": CorrectForm(), **wrong,
    }  # fmt: skip
    return render(request, "redress/one.html", context, status=400 if wrong else 200)

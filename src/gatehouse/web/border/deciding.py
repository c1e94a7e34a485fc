"""The border checks that wait for the unit: who it may be and why, and what a person makes of it.

One person may find that it is somebody else. That it is the listed person is claimed by one and agreed by another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.enquiries import waiting as room
from gatehouse.screening.enquiries.errors import EnquiryError
from gatehouse.screening.enquiries.waiting import OUTCOME_CHARS_MAX, Waiting
from gatehouse.terms.candidate import Reason
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.reasons import reasons_told
from gatehouse.web.sayings import told

SHOWN_MAX = 100
SCREENING = PurposeClass.SCREENING
OTHER, SAME = "other", "same"

seeing = page(Act.SEARCH, SubjectClass.HIT, SCREENING)
acting = page(Act.SEARCH, SubjectClass.HIT, SCREENING, methods=ACTING)
"""What is decided is asked of the kernel once more, where it is done."""


class OutcomeForm(forms.Form):
    """Who it is, in one of two ways, and in words what was found and what the officer was told."""

    found = forms.ChoiceField(
        label=gettext_lazy("What you found"),
        choices=[
            (OTHER, gettext_lazy("Not the listed person")),
            (SAME, gettext_lazy("The listed person: a second person has to agree")),
        ],
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(
        label=gettext_lazy("In words"),
        help_text=gettext_lazy("What it rests on, and what the officer was told."),
        max_length=OUTCOME_CHARS_MAX,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SecondForm(forms.Form):
    """The second person's answer; words are needed where they do not agree."""

    agrees = forms.ChoiceField(
        label=gettext_lazy("You"),
        choices=[("yes", gettext_lazy("agree: the listed person")), ("no", gettext_lazy("do not agree"))],
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(
        label=gettext_lazy("Why not"),
        required=False,
        max_length=OUTCOME_CHARS_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, object]:
        """Ask for words where they are needed."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("agrees") == "no" and not cleaned.get("outcome"):
            self.add_error("outcome", _("Say why."))
        return cleaned


@seeing
def waiting_checks(request: HttpRequest) -> HttpResponse:
    """The checks that wait, who came first on top: somebody stands at the border meanwhile."""
    found = room.waiting(seated(request).visit(), SHOWN_MAX + 1)
    context = {"rows": found[:SHOWN_MAX], "more": len(found) > SHOWN_MAX}
    return render(request, "border/waiting.html", context)


@seeing
def find(request: HttpRequest) -> HttpResponse:
    """From a reference that is read out on the telephone to its check."""
    said = request.GET.get("reference", "").strip().upper()[:20]
    reference = said if said.startswith("B-") else f"B-{said}"
    try:
        found = room.found_by(seated(request).visit(), reference)
    except EnquiryError as fault:
        messages.error(request, told(fault))
        return redirect("waiting")
    return redirect("waiting-one", reference=found.reference)


@seeing
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One check: who was asked about, beside whom it may be."""
    return _shown(request, _found(request, reference))


@acting
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Take what the first person found."""
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return _shown(request, _found(request, reference), form=form)
    sitting, outcome = seated(request), form.cleaned_data["outcome"]
    if form.cleaned_data["found"] == OTHER:
        return _done(request, reference, lambda: room.decide(sitting.visit(clears=True), reference, outcome), form=form)
    return _done(request, reference, lambda: room.claim(sitting.visit(), reference, outcome), form=form)


@acting
def second(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the second person's answer."""
    form = SecondForm(request.POST)
    if not form.is_valid():
        return _shown(request, _found(request, reference), second=form)
    visit, outcome = seated(request).visit(), form.cleaned_data["outcome"]
    if form.cleaned_data["agrees"] == "yes":
        return _done(request, reference, lambda: room.agree(visit, reference), second=form)
    return _done(request, reference, lambda: room.disagree(visit, reference, outcome), second=form)


def _done(request: HttpRequest, reference: str, act: Callable[[], None], **form: forms.Form) -> HttpResponse:
    try:
        act()
    except EnquiryError as fault:
        messages.error(request, told(fault))
        return _shown(request, _found(request, reference), **form)
    messages.success(request, _("Kept. Tell the officer by telephone."))
    return redirect("waiting-one", reference=reference)


def _found(request: HttpRequest, reference: str) -> Waiting:
    try:
        return room.found_by(seated(request).visit(), reference)
    except EnquiryError as fault:
        raise Http404 from fault


def _shown(request: HttpRequest, found: Waiting, **given: forms.Form) -> HttpResponse:
    candidates = [(one, reasons_told(Reason(**reason) for reason in one["explanation"])) for one in found.candidates]
    context = {
        "check": found,
        "candidates": candidates,
        "form": given.get("form") or OutcomeForm(),
        "second": given.get("second") or SecondForm(),
        "is_mine": found.claimed_by == seated(request).actor.id,
    }
    return render(request, "border/one.html", context, status=400 if given else 200)

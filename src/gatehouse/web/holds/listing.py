"""The holds that stand and those that ended, and what waits for a second person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy

from gatehouse.retention import hold_requests
from gatehouse.retention.holds import listed
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.door import page, seated
from gatehouse.web.forms import selection
from gatehouse.web.holds.named_cases import named_cases

TEXT_CHARS_MAX = 1_000
PURPOSES = (PurposeClass.SCREENING, PurposeClass.REQUEST, PurposeClass.OVERSIGHT)


class ReasonForm(forms.Form):
    """Why a hold ends."""

    reason = forms.CharField(
        label=gettext_lazy("Why it ends"), widget=forms.Textarea({"rows": 2}), max_length=TEXT_CHARS_MAX
    )


class DecisionForm(forms.Form):
    """What becomes of a request, and why."""

    decision = forms.ChoiceField(label=gettext_lazy("Decision"), widget=forms.RadioSelect)
    reason = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea({"rows": 2}), max_length=TEXT_CHARS_MAX)

    def __init__(self, *args: Any, is_own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        selection(self, "decision").choices = (
            [("refuse", gettext_lazy("Withdraw it: it was my own"))]
            if is_own
            else [("approve", gettext_lazy("Place the hold")), ("refuse", gettext_lazy("Refuse it"))]
        )


Forms = dict[tuple[str, int], forms.Form]
"""A refused form by what it was about, so that it is shown again as it was sent."""


@page(Act.RELEASE_HOLD, SubjectClass.CASE, *PURPOSES)
def holds(request: HttpRequest) -> HttpResponse:
    """All of it on one page."""
    return shown(request)


def shown(request: HttpRequest, refused: Forms | None = None) -> HttpResponse:
    """The page, with a refused form where there is one."""
    sitting, back = seated(request), refused or {}
    me, decides = sitting.actor.id, sitting.role is Role.DATA_PROTECTION_OFFICER
    asked, told = list(hold_requests.waiting()), list(listed())
    cases = named_cases(sitting, [*(one.case for one in asked), *(hold.case for hold, _ in told)])
    waits = [
        (
            one,
            cases[one.case],
            _decision(one.pk, back, is_own=one.asked_by == me) if decides or one.asked_by == me else None,
        )
        for one in asked
    ]
    today = timezone.now().date()
    standing: list[Any] = []
    over: list[Any] = []
    for hold, count in told:
        stands = hold.ended_at is None and hold.until >= today
        form = back.get(("release", hold.pk)) or ReasonForm(auto_id=f"id_release_{hold.pk}_%s")
        (standing if stands else over).append((hold, cases[hold.case], count, form))
    context = {
        "waits": waits,
        "kept": standing,  # not `standing`: that is the law's, above every page
        "over": over,
        "may_ask": sitting.role is hold_requests.ASKS,
        "refused": list(back.values()),
    }
    return render(request, "holds/holds.html", context, status=400 if back else 200)


def _decision(number: int, back: Forms, *, is_own: bool) -> forms.Form:
    return back.get(("decide", number)) or DecisionForm(is_own=is_own, auto_id=f"id_decide_{number}_%s")

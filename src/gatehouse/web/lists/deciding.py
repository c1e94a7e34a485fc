"""Proposals for a list that is kept here: those that wait, one with its ground, and another person's decision."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.watchlists import proposals as room
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.listing import TEXT_CHARS_MAX
from gatehouse.screening.watchlists.proposal_states import State
from gatehouse.screening.watchlists.proposals import Proposed
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.lists.entries import facts_of
from gatehouse.web.lists.words import KINDS, STATES

SHOWN_MAX = 100
ACTS = {"approve": room.approve, "refuse": room.refuse, "withdraw": room.withdraw}
acting = page(Act.SEARCH, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING, methods=ACTING)
"""What is decided is asked of the kernel once more, where it is done."""


class DecisionForm(forms.Form):
    """What becomes of a proposal, and why."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[
            ("approve", gettext_lazy("Approve: it is in force at once")),
            ("refuse", gettext_lazy("Refuse")),
            ("withdraw", gettext_lazy("Withdraw: it was my own")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=TEXT_CHARS_MAX, widget=forms.Textarea(attrs={"rows": 3})
    )


@page(Act.SEARCH, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING)
def proposals(request: HttpRequest) -> HttpResponse:
    """What waits for another person, oldest first."""
    found = room.waiting(seated(request).visit(), SHOWN_MAX)
    rows = [(one, KINDS[one.listing.kind]) for one in found]
    return render(request, "lists/proposals.html", {"rows": rows})


@page(Act.VIEW, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING)
def one(request: HttpRequest, number: int) -> HttpResponse:
    """One proposal: who, on what ground, and the form to decide."""
    return _shown(request, _found(request, number), DecisionForm())


@acting
def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Take the decision; a form that is not whole comes back as it was sent."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _shown(request, _found(request, number), form, 400)
    try:
        ACTS[form.cleaned_data["decision"]](seated(request).visit(), number, form.cleaned_data["reason"])
    except KeptListError as fault:
        messages.error(request, str(fault))
        return _shown(request, _found(request, number), form, 400)
    messages.success(request, _("Kept."))
    return redirect("lists-proposal", number=number)


def _found(request: HttpRequest, number: int) -> Proposed:
    try:
        return room.look(seated(request).visit(), number)
    except KeptListError as fault:
        raise Http404 from fault


def _shown(request: HttpRequest, found: Proposed, form: DecisionForm, status: int = 200) -> HttpResponse:
    kind, says = STATES[found.state]
    context = {
        "one": found,
        "what": KINDS[found.listing.kind],
        "kind": kind,
        "says": says,
        "facts": facts_of(found.listing.entry),
        "form": form,
        "waits": found.state is State.PROPOSED,
    }
    return render(request, "lists/proposal.html", context, status=status)

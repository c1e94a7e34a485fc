"""Proposals for a list that is kept here: those that wait, one with its ground, and another person's decision."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.safeguards.decision import Allow
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.behind import behind
from gatehouse.screening.watchlists import proposals as room
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.listing import TEXT_CHARS_MAX
from gatehouse.screening.watchlists.proposal_states import State
from gatehouse.screening.watchlists.proposals import Proposed
from gatehouse.web.door import ACTING, ask, page, seated
from gatehouse.web.forms import selection
from gatehouse.web.lists.entries import facts_of
from gatehouse.web.lists.values import differences
from gatehouse.web.lists.words import KINDS, STATES
from gatehouse.web.sayings import told
from gatehouse.web.sitting import Sitting

SHOWN_MAX = 100
ACTS = {"approve": room.approve, "refuse": room.refuse, "withdraw": room.withdraw}
ACTS_ASKED = {"approve": Act.LIST_APPROVE, "refuse": Act.LIST_REMOVE}
acting = page(Act.SEARCH, SubjectClass.LIST_ENTRY, PurposeClass.SCREENING, methods=ACTING)
"""What is decided is asked of the kernel once more, where it is done."""


DECISIONS = [
    ("approve", gettext_lazy("Approve: it is in force at once")),
    ("refuse", gettext_lazy("Refuse")),
    ("withdraw", gettext_lazy("Withdraw: it was my own")),
]


class DecisionForm(forms.Form):
    """What becomes of a proposal, and why."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=DECISIONS,
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
        form.add_error(None, told(fault))
        return _shown(request, _found(request, number), form, 400)
    messages.success(request, _("Kept."))
    return redirect("lists-proposal", number=number)


def _found(request: HttpRequest, number: int) -> Proposed:
    try:
        return room.look(seated(request).visit(), number)
    except KeptListError as fault:
        raise Http404 from fault


def _choices(sitting: Sitting, found: Proposed) -> tuple[list[str], str]:
    """What this person may do with a proposal that waits, and why not approve it, where they may refuse it."""
    if found.proposed_by == sitting.actor.id:
        return ["withdraw"], ""
    subject = room.facts(f"proposal:{found.id}")
    answers = {act: ask(sitting, ACTS_ASKED[act], subject, another=True) for act in ACTS_ASKED}
    may = [act for act, answer in answers.items() if isinstance(answer, Allow)]
    return may, answers["approve"].reason if may == ["refuse"] else ""


def _shown(request: HttpRequest, found: Proposed, form: DecisionForm, status: int = 200) -> HttpResponse:
    kind, says = STATES[found.state]
    waits = found.state is State.PROPOSED
    may, why_not = _choices(seated(request), found) if waits else ([], "")
    selection(form, "decision").choices = [choice for choice in DECISIONS if choice[0] in may]
    context = {
        "one": found,
        "what": KINDS[found.listing.kind],
        "kind": kind,
        "says": says,
        "facts": facts_of(found.listing.entry),
        "form": form,
        "waits": waits,
        "may": may,
        "why_not": why_not,
        "differences": differences(found.before, found.listing.entry) if found.before else [],
        "is_done": found.state is State.APPROVED,
        "behind": behind(),
    }
    return render(request, "lists/proposal.html", context, status=status)

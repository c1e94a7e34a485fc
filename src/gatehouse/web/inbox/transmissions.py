"""The files that came in, newest first: what an operator needs to see that work goes on, and nothing of their content.

A file's name is its sender's and can hold anything, so it is not shown; the number is.
"""

from __future__ import annotations

from django import forms
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.intake.models import Transmission
from gatehouse.web.door import page
from gatehouse.web.paging import sliced

State = Transmission.State
STATES = {
    State.RECEIVED: _("Waits"),
    State.TROUBLED: _("Tried again by itself"),
    State.FAILED: _("Given up"),
    State.SCREENED: _("Done"),
    State.QUARANTINED: _("Quarantined"),
}
KINDS = {
    State.RECEIVED: "info",
    State.TROUBLED: "warn",
    State.FAILED: "bad",
    State.SCREENED: "good",
    State.QUARANTINED: "bad",
}
SHOWN = ("id", "received_at", "channel", "size", "state", "messages_done", "error")


class InboxFilters(forms.Form):
    """What the list is narrowed to."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("Any")), *STATES.items()])
    day = forms.DateField(
        label=_("Received on (UTC)"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


@page(Act.READ_COUNTS, SubjectClass.COUNTS, PurposeClass.UPKEEP)
def inbox(request: HttpRequest) -> HttpResponse:
    """The list with its filters, and how many files are in each state."""
    filters = InboxFilters(request.GET)
    rows = _narrowed(filters).values(*SHOWN)
    counted = dict(Transmission.objects.values_list("state").annotate(count=Count("id")))
    slice_ = sliced(rows, ("-id",), request.GET.get("after", ""))
    for row in slice_.rows:
        row["says"], row["kind"] = STATES[State(row["state"])], KINDS[State(row["state"])]
    context = {
        "filters": filters,
        "slice": slice_,
        "counts": [(STATES[state], counted.get(state.value, 0)) for state in State],
    }
    return render(request, "inbox/transmissions.html", context)


def _narrowed(filters: InboxFilters) -> QuerySet[Transmission]:
    rows = Transmission.objects.all()
    if not filters.is_valid():
        return rows.none()
    if filters.cleaned_data["state"]:
        rows = rows.filter(state=filters.cleaned_data["state"])
    if filters.cleaned_data["day"]:
        rows = rows.filter(received_at__date=filters.cleaned_data["day"])
    return rows

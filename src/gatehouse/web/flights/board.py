"""The board of one local day: flights soonest first, with what came for each of them and what did not."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gatehouse.records import opened, subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.counts import flights
from gatehouse.screening.counts.flights import API, PNR, FlightRow
from gatehouse.screening.counts.pushes import Push, Seen
from gatehouse.web.door import page
from gatehouse.web.sitting import SeatedRequest

AHEAD = dt.timedelta(days=1)
"""Somewhere it is tomorrow already."""
ASKING = "asking"
PUSHES = {"first": _("a day before"), "closing": _("at closing"), "list": _("passenger list")}
"""What the pushes of `counts/messages_due.csv` are called."""
SEEN: dict[str, tuple[str, str | Promise]] = {
    Seen.DUE: ("", _("due")),
    Seen.SEEN: ("good", _("seen")),
    Seen.LATE: ("warn", _("late")),
    Seen.MISSING: ("bad", _("missing")),
}
STATES = {"scheduled": _("Scheduled"), "closed": _("Closed"), "cancelled": _("Cancelled")}


class DayForm(forms.Form):
    """Which local day's departures are shown."""

    day = forms.DateField(
        label=_("Departures on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    show = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[("", _("All flights")), (ASKING, _("With a message late or missing"))],
    )


@page(Act.LIST_WAITING, SubjectClass.HIT, PurposeClass.SCREENING)
def board(request: SeatedRequest) -> HttpResponse:
    """The day that is asked for, else the last one on which a flight leaves."""
    form = DayForm(request.GET)
    asked = form.cleaned_data["day"] if form.is_valid() else None
    with opened(request.sitting.visit(), Act.LIST_WAITING, subject(SubjectClass.HIT, "store:flights")):
        day = asked or flights.newest_day((timezone.now() + AHEAD).date())
        rows = flights.board(day, timezone.now())
    show = form.cleaned_data["show"] if form.is_valid() else ""
    shown = [row for row in rows if show != ASKING or row.wants_asking]
    context = {
        "filters": DayForm({"day": day, "show": show}),
        "day": day,
        "rows": [(row, STATES.get(row.state, row.state), _told(row, API), _told(row, PNR)) for row in shown],
        "is_cut": len(rows) == flights.FLIGHTS_MAX,
        "figures": [
            (_("Flights"), len(rows)),
            (_("Travellers"), sum(row.travellers for row in rows)),
            (_("Hits that wait"), sum(row.waiting for row in rows)),
            (_("Messages missing"), _pushes(rows, Seen.MISSING)),
            (_("Messages late"), _pushes(rows, Seen.LATE)),
            (_("Without API"), sum(API in row.missing for row in rows)),
            (_("Without PNR"), sum(PNR in row.missing for row in rows)),
        ],
    }
    return render(request, "flights/board.html", context)


def _told(row: FlightRow, kind: str) -> list[tuple[Push, str | Promise, str, str | Promise]]:
    """Each push of the type: what it is called, and the tag of how it stands."""
    return [(push, PUSHES[push.push], *SEEN[push.state]) for push in row.pushes_of(kind)]


def _pushes(rows: list[FlightRow], state: Seen) -> int:
    return sum(push.state is state for row in rows for push in row.pushes)

"""The board of one local day: flights soonest first, with what came for each of them and what did not."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gatehouse.records import opened, subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.counts import flights
from gatehouse.web.door import page
from gatehouse.web.sitting import SeatedRequest

AHEAD = dt.timedelta(days=1)
"""Somewhere it is tomorrow already."""
STATES = {"scheduled": _("Scheduled"), "closed": _("Closed"), "cancelled": _("Cancelled")}


class DayForm(forms.Form):
    """Which local day's departures are shown."""

    day = forms.DateField(
        label=_("Departures on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


@page(Act.LIST_WAITING, SubjectClass.HIT, PurposeClass.SCREENING)
def board(request: SeatedRequest) -> HttpResponse:
    """The day that is asked for, else the last one on which a flight leaves."""
    form = DayForm(request.GET)
    asked = form.cleaned_data["day"] if form.is_valid() else None
    with opened(request.sitting.visit(), Act.LIST_WAITING, subject(SubjectClass.HIT, "store:flights")):
        day = asked or flights.newest_day((timezone.now() + AHEAD).date())
        rows = flights.board(day)
    context = {
        "filters": DayForm({"day": day}),
        "day": day,
        "rows": [(row, STATES.get(row.state, row.state)) for row in rows],
        "is_cut": len(rows) == flights.FLIGHTS_MAX,
        "figures": [
            (_("Flights"), len(rows)),
            (_("Travellers"), sum(row.travellers for row in rows)),
            (_("Hits that wait"), sum(row.waiting for row in rows)),
            (_("Without API"), sum("PAXLST" in row.missing for row in rows)),
            (_("Without PNR"), sum("PNRGOV" in row.missing for row in rows)),
        ],
    }
    return render(request, "flights/board.html", context)

"""The register of criteria: every version that was ever tried, and what those in force did to which groups by month."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.oversight.criteria_kept import disparity
from gatehouse.oversight.criteria_kept import register as kept
from gatehouse.oversight.errors import OversightError
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.criteria.words import STATES
from gatehouse.web.door import page, seated
from gatehouse.web.sayings import told

MONTHS_MAX = 12
"""Reports of months that the page shows, the newest first; the command shows all."""


@page(Act.VIEW, SubjectClass.CRITERION, PurposeClass.OVERSIGHT)
def register(request: HttpRequest) -> HttpResponse:
    """The register and the newest monthly reports; a fault in them is said and not hidden."""
    visit, fault, entries, months = seated(request).visit(), "", [], []
    try:
        entries = kept(visit, dt.datetime.now(dt.UTC).date())
        months = disparity(visit, "")[: -MONTHS_MAX - 1 : -1]
    except OversightError as found:
        fault = told(found)
    context = {"entries": [(one, *STATES[one.state]) for one in entries], "months": months, "fault": fault}
    return render(request, "oversight/criteria.html", context)

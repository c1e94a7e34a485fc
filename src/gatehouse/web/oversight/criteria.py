"""The register of criteria: every version that was ever tried, its state, since when, by whom and why."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.oversight.criteria_kept import register as kept
from gatehouse.oversight.errors import OversightError
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.criteria import states
from gatehouse.web.door import page, seated


@page(Act.VIEW, SubjectClass.CRITERION, PurposeClass.OVERSIGHT)
def register(request: HttpRequest) -> HttpResponse:
    """The register; a fault in it is said and not hidden."""
    fault, entries = "", []
    try:
        entries = kept(seated(request).visit(), dt.datetime.now(dt.UTC).date())
    except OversightError as found:
        fault = str(found)
    context = {"entries": [(one, one.state == states.ACTIVE) for one in entries], "fault": fault}
    return render(request, "oversight/criteria.html", context)

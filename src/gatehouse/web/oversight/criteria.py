"""The register of criteria: every version that was ever tried, its state, since when, by whom and why."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.records import opened
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.criteria import states
from gatehouse.screening.criteria.errors import CriterionError
from gatehouse.screening.criteria.register import Register
from gatehouse.web.door import page, seated

REGISTER = Subject(SubjectClass.CRITERION, "store:criteria")


@page(Act.VIEW, SubjectClass.CRITERION, PurposeClass.OVERSIGHT)
def register(request: HttpRequest) -> HttpResponse:
    """The register; a fault in it is said and not hidden."""
    fault, entries = "", []
    with opened(seated(request).visit(), Act.VIEW, REGISTER):
        try:
            folder = settings.CRITERIA_FOLDER
            entries = Register(folder).entries(dt.datetime.now(dt.UTC).date()) if folder else []
        except CriterionError as found:
            fault = str(found)
    context = {"entries": [(one, one.state == states.ACTIVE) for one in entries], "fault": fault}
    return render(request, "oversight/criteria.html", context)

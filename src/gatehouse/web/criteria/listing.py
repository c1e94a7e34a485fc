"""All criteria: what is in force, what was tried, what is being written, and trials that are not over."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.records import opened
from gatehouse.safeguards.decision import Allow, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.screening.authoring import drafts
from gatehouse.screening.authoring.models import Trial
from gatehouse.screening.criteria.errors import CriterionError
from gatehouse.screening.criteria.file_edits import values_of
from gatehouse.web.criteria import bench
from gatehouse.web.criteria.words import STATES, TRIAL_STATES
from gatehouse.web.door import ask, page, seated

ROWS = 50
REGISTER = Subject(SubjectClass.CRITERION, "store:criteria")


@page(Act.VIEW, SubjectClass.CRITERION, PurposeClass.SCREENING, PurposeClass.CRITERIA, PurposeClass.OVERSIGHT)
def criteria(request: HttpRequest) -> HttpResponse:
    """The register, and for whoever writes their drafts; a fault of the register is said and not hidden."""
    sitting = seated(request)
    fault, entries = "", []
    with opened(sitting.visit(), Act.VIEW, REGISTER):
        try:
            entries = bench.register().entries(bench.today())
        except CriterionError as found:
            fault = str(found)
    may_write = isinstance(ask(sitting, Act.CRITERIA_WRITE, REGISTER), Allow)
    own = drafts.standing().filter(author=sitting.actor.id)[:ROWS] if may_write else []
    context = {
        "rows": [(one, *STATES[one.state]) for one in entries],
        "fault": fault,
        "may_write": may_write,
        "drafts": [(one, values_of(one.text)) for one in own],
        "trials": [(one, *TRIAL_STATES[one.state]) for one in Trial.objects.order_by("-pk")[:ROWS]],
    }
    return render(request, "criteria/criteria.html", context)

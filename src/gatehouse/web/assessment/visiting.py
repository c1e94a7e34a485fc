"""The list of visits of a year: the weights, every State's points with their parts, and what would change its place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.assessment.visits.changes import changes
from gatehouse.assessment.visits.factors import factors
from gatehouse.assessment.visits.lists import ranking_of, versions
from gatehouse.assessment.visits.models import VisitList
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import page, seated


@page(Act.VIEW, SubjectClass.VISIT_LIST, PurposeClass.ASSESSMENT)
def visits(request: HttpRequest) -> HttpResponse:
    """The list of `?year=`, else of the last year that has one; `?state=` shows what would change its place."""
    years = sorted(set(VisitList.objects.values_list("year", flat=True)), reverse=True)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdigit() and int(asked) in years else next(iter(years), None)
    context: dict[str, object] = {"years": years, "year": year}
    if year is not None:
        found = versions(seated(request).actor, year)
        ranking = ranking_of(found[0])
        state = request.GET.get("state", "")
        known = state if state in {one.state for one in ranking} else ""
        context |= {
            "versions": found,
            "newest": found[0],
            "factors": [(one, found[0].weights[one.name]) for one in factors()],
            "ranking": [(one, float(one.points), one.state in found[0].chosen) for one in ranking],
            "state": known,
            "changes": changes(ranking, known) if known else (),
        }
    return render(request, "assessment/visits.html", context)

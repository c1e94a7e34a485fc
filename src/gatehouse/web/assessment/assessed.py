"""From the address to an assessment and a finding, and what the kernel is asked about them: how far they have come."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.findings.assessments import about, about_finding, about_piece
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.questions.answers import Place
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import Role, SubjectClass
from gatehouse.web.assessment.finding_places import place_at
from gatehouse.web.assessment.words import called

Crumbs = list[tuple[str, object]]


def begun_at(place: Place) -> Assessment | None:
    """The assessment of a State in a cycle; None where none was begun."""
    return Assessment.objects.select_related("state", "cycle").filter(state=place.state, cycle=place.cycle).first()


def assessment_at(code: str, cycle: int) -> Assessment:
    """The same; a 404 where none was begun."""
    found = begun_at(place_at(code, cycle))
    if found is None:
        raise Http404
    return found


def finding_at(code: str, cycle: int, number: int) -> Finding:
    """The finding of this number; a 404 for one that is not there."""
    rows = Finding.objects.select_related("assessment__state", "assessment__cycle")
    return get_object_or_404(rows, assessment=assessment_at(code, cycle), number=number)


def axis_at(name: str) -> Axis:
    """The axis of this name; a 404 for another one."""
    if name not in Axis.__members__.values():
        raise Http404
    return Axis(name)


def of_assessment(request: HttpRequest, code: str, cycle: int, **more: object) -> Subject:
    """For `page(facts=…)`: the draft, or, before it is begun, nothing that anybody but the team may see."""
    del request, more
    place = place_at(code, cycle)
    begun = begun_at(place)
    if begun is not None:
        return about(begun)
    return facts(SubjectClass.ASSESSMENT_REPORT, f"state:{code}", place.state, place.cycle, Stage())


def of_findings(request: HttpRequest, code: str, cycle: int, **more: object) -> Subject:
    """For `page(facts=…)`: all findings of the draft."""
    del request, more
    place = place_at(code, cycle)
    begun = begun_at(place)
    if begun is not None:
        return about_piece(begun, SubjectClass.FINDING, f"state:{code}")
    return facts(SubjectClass.FINDING, f"state:{code}", place.state, place.cycle, Stage())


def of_finding(request: HttpRequest, code: str, cycle: int, number: int, **more: object) -> Subject:
    """For `page(facts=…)`: one finding."""
    del request, more
    return about_finding(finding_at(code, cycle, number))


def crumbs_to(place: Place, *further: tuple[str, object], role: Role | None = None) -> Crumbs:
    """The way to a page under the findings of a State; for a translator, to whom its own page is not open, by the list
    of States."""
    of = (place.state.code, place.cycle.pk)
    by_the_list = f"{reverse('assessment')}?cycle={place.cycle.pk}"
    home = by_the_list if role is Role.TRANSLATOR else reverse("assessment-state", args=of)
    return [
        (home, f"{called(place.state)} · {place.cycle.name}"),
        (reverse("assessment-findings", args=of), _("Findings")),
        *further,
    ]

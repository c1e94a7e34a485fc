"""A finding written and rewritten, the stage of a capability, and the sections without which nothing is adopted."""

from __future__ import annotations

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.evidence.store import open_items
from gatehouse.assessment.findings import assessments, store
from gatehouse.assessment.findings.errors import FindingsError
from gatehouse.assessment.findings.method import gates, method
from gatehouse.assessment.findings.models import CapabilityStage, Finding, FindingText
from gatehouse.assessment.obligations.catalogue import obligation
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.terms.saying import Saying
from gatehouse.web.assessment.assessed import (
    assessment_at,
    begun_at,
    crumbs_to,
    finding_at,
    of_assessment,
    of_finding,
)
from gatehouse.web.assessment.drafting import Desk, worked
from gatehouse.web.assessment.finding_forms import FindingForm, SectionForm, StageForm
from gatehouse.web.assessment.finding_places import place_at
from gatehouse.web.assessment.rating_words import GATES, STAGES
from gatehouse.web.door import FORM, page, seated

ASSESSMENT = PurposeClass.ASSESSMENT


@page(Act.DRAFT, SubjectClass.ASSESSMENT_REPORT, ASSESSMENT, methods=FORM, facts=of_assessment)
def write(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """A new finding against one obligation, on named evidence."""
    actor, place = seated(request).actor, place_at(code, cycle)
    items = open_items(actor, place.state, place.cycle)
    made: list[FindingForm] = []

    def form(data: Any, initial: dict[str, Any] | None) -> FindingForm:
        made.append(FindingForm(items, True, data, initial))
        return made[-1]

    def desk() -> Desk:
        beside: dict[str, object] = {"title": _("Write a finding"), "place": place, "says": _("Write the finding")}
        beside["crumbs"] = crumbs_to(place, ("", _("Write a finding")))
        about = of_assessment(request, code, cycle)
        home = reverse("assessment-findings", args=(code, cycle))
        return Desk(f"{code}/{cycle}/finding", about, form, home, beside=beside)

    def act(said: dict[str, Any]) -> str:
        if other := _against(place, said["obligation"]):
            text = Saying("finding %(number)s is against %(obligation)s already; open it and write it anew there")
            raise FindingsError(text.about(number=other.number, obligation=other.obligation))
        row = store.find_in(actor, place.state, place.cycle, said["obligation"], made[-1].said())
        return reverse("assessment-finding", args=(code, cycle, row.number))

    return worked(request, desk, act, _("The finding is written. Now two persons rate it, each by themselves."))


def _against(place: Any, code: str) -> Finding | None:
    begun = begun_at(place)
    return Finding.objects.filter(assessment=begun, obligation=code).first() if begun else None


@page(Act.DRAFT, SubjectClass.FINDING, ASSESSMENT, methods=FORM, facts=of_finding)
def rewrite(request: HttpRequest, code: str, cycle: int, number: int) -> HttpResponse:
    """Another version of a finding's words, with the reason; of two who write at once the second sees both."""
    actor, place, row = seated(request).actor, place_at(code, cycle), finding_at(code, cycle, number)
    items = open_items(actor, place.state, place.cycle)
    made: list[FindingForm] = []

    def form(data: Any, initial: dict[str, Any] | None) -> FindingForm:
        made.append(FindingForm(items, False, data, initial))
        return made[-1]

    def desk() -> Desk:
        stands = cast(FindingText, store.newest_text(row))
        title = _("Write finding %(number)d anew") % {"number": number}
        beside = _beside(row, title, _("Write this version"))
        initial = {"text": stands.text, "evidence": [str(one) for one in stands.evidence], "seen": stands.pk}
        about, home = assessments.about_finding(row), _home(row)
        return Desk(f"finding:{row.pk}/text", about, form, home, initial, _told(stands), beside)

    def act(said: dict[str, Any]) -> None:
        store.rewrite(actor, row, made[-1].said(), said["reason"], said["seen"] or 0)

    return worked(request, desk, act, _("Written. The version before stays readable."))


def _told(text: FindingText) -> str:
    return text.text


def _home(row: Finding) -> str:
    of = row.assessment
    return reverse("assessment-finding", args=(of.state.code, of.cycle_id, row.number))


def _beside(row: Finding, title: str, says: str) -> dict[str, object]:
    place = place_at(row.assessment.state.code, row.assessment.cycle_id)
    way = (_home(row), _("Finding %(number)d") % {"number": row.number})
    duty = obligation(row.obligation).duty
    return {
        "title": title,
        "place": place,
        "says": says,
        "lead": f"{row.obligation}: {duty}",
        "crumbs": crumbs_to(place, way, ("", title)),
    }


@page(Act.DRAFT, SubjectClass.FINDING, ASSESSMENT, methods=FORM, facts=of_finding)
def stage(request: HttpRequest, code: str, cycle: int, number: int) -> HttpResponse:
    """The stage of the capability behind a finding, with its roadmap: beside the ratings, never part of them."""
    actor, row = seated(request).actor, finding_at(code, cycle, number)
    made: list[StageForm] = []

    def form(data: Any, initial: dict[str, Any] | None) -> StageForm:
        made.append(StageForm(data, initial))
        return made[-1]

    def desk() -> Desk:
        stands = store.newest_stage(row)
        beside = _beside(row, _("Stage and roadmap"), _("Write this stage"))
        beside["hint"] = _("A stage is no rating and changes none: slow and costly is not marked down (2396/48).")
        about, home = assessments.about_finding(row), _home(row)
        now = _stage_told(stands) if stands else ""
        return Desk(
            f"finding:{row.pk}/stage", about, form, home, _stage_stands(stands), now, beside, "assessment/stage.html"
        )

    def act(said: dict[str, Any]) -> None:
        store.set_stage(actor, row, made[-1].roadmap(), said["seen"] or 0)

    return worked(request, desk, act, _("The stage is written. The ratings are as they were."))


def _stage_stands(stands: CapabilityStage | None) -> dict[str, object]:
    if stands is None:
        return {"seen": 0}
    initial = {"stage": stands.stage, "resources": stands.resources, "seen": stands.pk}
    for row, step in enumerate(stands.roadmap):
        initial |= {f"by_{row}": step["by"], f"what_{row}": step["what"]}
    return initial


def _stage_told(stands: CapabilityStage) -> str:
    steps = [f"{step['by']}: {step['what']}" for step in stands.roadmap]
    return "\n".join([str(STAGES[stands.stage]), *steps, stands.resources])


@page(Act.DRAFT, SubjectClass.ASSESSMENT_REPORT, ASSESSMENT, methods=FORM, facts=of_assessment)
def section(request: HttpRequest, code: str, cycle: int, gate: str) -> HttpResponse:
    """A section on gender, human rights or children: nothing is adopted while it is empty."""
    if gate not in gates():
        raise Http404
    actor, place, of = seated(request).actor, place_at(code, cycle), assessment_at(code, cycle)

    def desk() -> Desk:
        stands = assessments.newest_gate(of, gate)
        hint = _("Nothing is put forward or adopted while this section has fewer than %(count)d letters (%(cites)s).")
        beside: dict[str, object] = {
            "title": GATES[gate],
            "place": place,
            "says": _("Write the section"),
            "hint": hint % {"count": method().gate_chars_min, "cites": gates()[gate].cites},
            "crumbs": crumbs_to(place, ("", GATES[gate])),
        }
        now = stands.text if stands else ""
        initial = {"text": now, "seen": stands.pk if stands else 0}
        home = reverse("assessment-findings", args=(code, cycle))
        return Desk(f"assessment:{of.pk}/{gate}", assessments.about(of), SectionForm, home, initial, now, beside)

    def act(said: dict[str, Any]) -> None:
        assessments.write_gate(actor, of, gate, said["text"], said["seen"] or 0)

    return worked(request, desk, act, _("Written. The version before stays readable."))

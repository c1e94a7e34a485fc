"""States and cycles: where each assessment is, as far as one may know; and the page of one State."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gatehouse.assessment.access.models import Member
from gatehouse.assessment.acting import may_do, may_see
from gatehouse.assessment.clocks import Due
from gatehouse.assessment.cycle import where
from gatehouse.assessment.findings.models import Assessment
from gatehouse.assessment.findings.store import Seen, open_findings
from gatehouse.assessment.questions.answers import Place, answers_of, values_of
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.models import Answer
from gatehouse.assessment.questions.questionnaire import questionnaires
from gatehouse.assessment.questions.showing import progress
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits.models import Visit
from gatehouse.assessment.visits.planning import report_clock
from gatehouse.assessment.visits.planning import subject_of as about_visit
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.heat import heat
from gatehouse.web.assessment.visit_forms import VISIT_KINDS
from gatehouse.web.assessment.words import CLOCK_STEPS, VISIT_STAGES, called
from gatehouse.web.door import page, seated


@page(Act.VIEW, SubjectClass.QUESTIONNAIRE, PurposeClass.ASSESSMENT)
def overview(request: HttpRequest) -> HttpResponse:
    """Every State in a cycle (`?cycle=`, else the last one), with counts where its material is open to the reader."""
    cycles = list(Cycle.objects.order_by("-begins", "-pk"))
    wanted = request.GET.get("cycle", "")
    cycle = get_object_or_404(Cycle, pk=wanted) if wanted.isdigit() else next(iter(cycles), None)
    rows = _rows(seated(request).actor, cycle) if cycle else []
    return render(request, "assessment/overview.html", {"cycles": cycles, "cycle": cycle, "rows": rows})


def _rows(actor: Actor, cycle: Cycle) -> list[dict[str, object]]:
    """Three queries for all States, however many there are; the kernel is asked for each."""
    teams: defaultdict[int, set[str]] = defaultdict(set)
    for state, who in Member.objects.filter(cycle=cycle, left_at=None).values_list("state_id", "who"):
        teams[state].add(who)
    counted = Answer.objects.filter(cycle=cycle).values("state_id")
    answered = dict(counted.annotate(n=Count("question", distinct=True)).values_list("state_id", "n"))
    stands = dict(Assessment.objects.filter(cycle=cycle).values_list("state_id", "stand"))
    rows = []
    for one in State.objects.all():
        subject = Subject(SubjectClass.CYCLE, f"state:{one.code}", state=one.code, team=frozenset(teams[one.pk]))
        is_open = may_see(actor, subject)
        shown = {"answered": answered.get(one.pk, 0), "stand": stands.get(one.pk, "")} if is_open else {}
        translates = actor.role is Role.TRANSLATOR and actor.id in teams[one.pk] and one.pk in stands
        rows.append({"state": one, "open": is_open, "translates": translates, **shown})
    return sorted(rows, key=lambda row: not (row["open"] or row["translates"]))


@page(Act.VIEW, SubjectClass.CYCLE, PurposeClass.ASSESSMENT, facts=of_the_state(SubjectClass.CYCLE))
def state_page(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """One State in one cycle: its steps, questionnaires, findings, visits with the clocks of their reports."""
    actor, place = seated(request).actor, place_at(code, cycle)
    visits = Visit.objects.filter(state=place.state, cycle=place.cycle).select_related("state", "cycle")
    context = {
        "place": place,
        "cycles": Cycle.objects.order_by("-begins", "-pk"),
        "steps": where(actor, place),
        "may_recommend": may_do(
            actor, "recommendation.drafted", of_the_state(SubjectClass.RECOMMENDATION)(request, code, cycle)
        ),
        "questionnaires": _progress(place),
        "findings": _findings(actor, place),
        "visits": [_visit(visit) for visit in visits if may_see(actor, about_visit(visit))],
        "crumbs": [(reverse("assessment"), _("States")), ("", f"{called(place.state)} · {place.cycle.name}")],
    }
    return render(request, "assessment/state.html", context)


def _visit(visit: Visit) -> tuple[Visit, object, object, Sequence[tuple[Due, object]]]:
    """A visit with the words of its kind and stage, and the clock of its report."""
    clock = [(due, CLOCK_STEPS[due.step.name]) for due in report_clock(visit)]
    return visit, VISIT_KINDS[visit.kind], VISIT_STAGES[visit.stage], clock


def _progress(place: Place) -> list[dict[str, object]]:
    """How far each questionnaire is; the door of the page is the State's own material."""
    values = values_of(answers_of(place.state, place.cycle))
    found = []
    for each in questionnaires().values():
        done = progress(each, values, bank())
        sections = [(section, done[section.code]) for section in each.sections]
        found.append({"questionnaire": each, "whole": done[""], "sections": sections})
    return found


def _findings(actor: Actor, place: Place) -> list[Seen]:
    """What the reader may see of the findings; none where that is nothing yet."""
    begun = Assessment.objects.select_related("state", "cycle").filter(state=place.state, cycle=place.cycle).first()
    if begun is None or not may_see(actor, _about(begun)):
        return []
    return open_findings(actor, begun)


def _about(begun: Assessment) -> Subject:
    from gatehouse.assessment.findings.assessments import about_piece

    return about_piece(begun, SubjectClass.FINDING, f"state:{begun.state.code}")


@page(Act.VIEW, SubjectClass.CYCLE, PurposeClass.ASSESSMENT, facts=of_the_state(SubjectClass.CYCLE))
def heat_map(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Obligations by standing ratings, in SVG; of what the reader may see."""
    shown = _findings(seated(request).actor, place_at(code, cycle))
    return HttpResponse(heat(shown), content_type="image/svg+xml")

"""Who helps whom: needs, the offers that fit them with the reasons, projects, and those that may be one twice."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.assessment.acting import acting, may_see
from gatehouse.assessment.assistance.models import Need, Project
from gatehouse.assessment.assistance.needs import proposed, visible_needs
from gatehouse.assessment.assistance.projects import matrix, possible_duplicates, subject_of
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.assessment.words import PROJECT_STAGES, THEMES
from gatehouse.web.door import of_the_class, page, seated

SEE_ALL = (Role.DONOR, Role.COMMITTEE_MEMBER)
"""Who may see the matrix of all projects; others see those of their State, or of the States of their team."""


@page(Act.VIEW, SubjectClass.ASSISTANCE, PurposeClass.ASSESSMENT)
def assistance(request: HttpRequest) -> HttpResponse:
    """Needs x offers x projects, as far as the reader may see."""
    sitting = seated(request)
    actor = sitting.actor
    with acting(actor, "material.opened", of_the_class(sitting, SubjectClass.ASSISTANCE)) as acted:
        needs = visible_needs(actor)
        fitting = proposed(actor)
        acted.details["items"] = len(needs)
    projects = _projects(actor)
    context = {
        "needs": [_row(need, projects, fitting) for need in needs],
        "projects": [(one, THEMES.get(one.theme, one.theme), *PROJECT_STAGES[one.stage]) for one in projects],
        "twice": possible_duplicates(actor) if actor.role in SEE_ALL else [],
    }
    return render(request, "assessment/assistance.html", context)


def _projects(actor: Actor) -> list[Project]:
    if actor.role in SEE_ALL:
        return matrix(actor)
    rows = Project.objects.select_related("recipient").order_by("recipient__code", "theme", "starts")
    rows = rows.filter(recipient__code=actor.state) if actor.state else rows
    return [row for row in rows if may_see(actor, subject_of(row))]


def _row(need: Need, projects: list[Project], fitting: list[object]) -> dict[str, object]:
    return {
        "need": need,
        "theme": THEMES.get(need.theme, need.theme),
        "offers": [one for one in fitting if getattr(one, "need", None) == need.pk][:3],
        "projects": [
            (one, *PROJECT_STAGES[one.stage])
            for one in projects
            if (one.recipient_id, one.theme) == (need.state_id, need.theme)
        ],
    }

"""What waits for somebody: one row of *What waits for you*; and the rows of whoever helps."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from gatehouse.assessment.assistance.models import Project
from gatehouse.assessment.assistance.needs import visible_needs
from gatehouse.assessment.assistance.project_stages import OVER
from gatehouse.safeguards.decision import Actor
from gatehouse.web.assessment.words import THEMES, called
from gatehouse.web.templatetags.reading import day


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that waits: where, what it is, and where one goes to do it."""

    place: str
    what: str | Promise
    url: str


def of_a_donor(actor: Actor) -> list[Waits]:
    """Their projects that are to be finished, measured or closed; then needs without a project, the urgent first."""
    return [*_projects(actor), *_needs(actor)]


def _projects(actor: Actor) -> list[Waits]:
    rows = Project.objects.filter(made_by=actor.id).exclude(stage__in=OVER).select_related("recipient")
    return [
        Waits(called(one.recipient), what, reverse("assistance-project", args=(one.pk,)))
        for one in rows.order_by("ends", "pk")
        if (what := _due(one))
    ]


def _due(one: Project) -> str:
    told = {"project": one.name, "day": day(one.ends)}
    if one.stage == "finished":
        return _("%(project)s: finished; measure what it changed and close it") % told
    if one.ends < timezone.now().date():
        return _("%(project)s: its last day was %(day)s; say what became of it") % told
    return ""


def _needs(actor: Actor) -> list[Waits]:
    served = set(Project.objects.exclude(stage="dropped").values_list("recipient_id", "theme"))
    open_ = [
        one
        for one in visible_needs(actor)
        if one.met_at is None and one.shared_at is not None and (one.state_id, one.theme) not in served
    ]
    return [
        Waits(
            called(one.state),
            _("%(theme)s: no project serves this need") % {"theme": THEMES[one.theme]},
            reverse("assistance-need", args=(one.pk,)),
        )
        for one in sorted(open_, key=lambda one: (one.urgency, one.pk))
    ]

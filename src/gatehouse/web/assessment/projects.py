"""A project: made for shared needs on a State's request, brought from stage to stage, measured, closed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import acting, may_do
from gatehouse.assessment.assistance import projects as store
from gatehouse.assessment.assistance.effect import missing
from gatehouse.assessment.assistance.models import Indicator, Need, Project
from gatehouse.assessment.assistance.needs import visible_needs
from gatehouse.assessment.assistance.project_stages import stages
from gatehouse.assessment.assistance.projects import indicators, subject_of
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act
from gatehouse.web.assessment import help_forms as of
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.helping import ASSESSMENT, HELP
from gatehouse.web.assessment.words import PROJECT_STAGES, THEMES
from gatehouse.web.door import ACTING, FORM, page, seated


def facts(request: HttpRequest, pk: int) -> Subject:
    """For `page(facts=…)`: the project in the address."""
    del request
    return subject_of(_row(pk))


def _row(pk: int) -> Project:
    return get_object_or_404(Project.objects.select_related("recipient"), pk=pk)


@page(Act.VIEW, HELP, ASSESSMENT, facts=facts)
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """One project."""
    return _shown(request, pk)


@page(Act.RUN_PROJECT, HELP, ASSESSMENT, methods=FORM)
def make(request: HttpRequest) -> HttpResponse:
    """Make a project; for the need of `?need=` where there is one. None without a request or consent on record."""
    actor = seated(request).actor
    needs = _shared(actor)
    wanted = next((one for one in needs if str(one.pk) == request.GET.get("need")), None)
    form = of.ProjectForm(State.objects.all(), needs, request.POST or None, wanted)
    made: list[Project] = []

    def act(said: dict[str, Any]) -> None:
        recipient = get_object_or_404(State, code=said["recipient"])
        served = list(Need.objects.filter(pk__in=said["needs"]).select_related("state"))
        made.append(store.make(actor, recipient, form.planned(), served))

    if request.method == "POST" and done(request, form, act, _("The project is kept.")):
        return redirect("assistance-project", made[0].pk)
    crumbs = [(reverse("assistance"), _("Help")), ("", _("Make a project"))]
    status = 400 if form.errors else 200
    return render(request, "assessment/project_new.html", {"form": form, "crumbs": crumbs}, status=status)


@page(Act.RUN_PROJECT, HELP, ASSESSMENT, methods=ACTING, facts=facts)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring it to another stage; it is not closed before every indicator was measured."""
    row, actor = _row(pk), seated(request).actor
    form = of.StageForm(_events(row), request.POST)

    def act(said: dict[str, Any]) -> None:
        store.move(actor, row, said["event"], said["spent"])

    return _answered(request, pk, "stage", form, act)


@page(Act.RUN_PROJECT, HELP, ASSESSMENT, methods=ACTING, facts=facts)
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what it is to change, before it does."""
    row, actor, form = _row(pk), seated(request).actor, of.IndicatorForm(request.POST)
    return _answered(request, pk, "indicator", form, lambda _said: store.add_indicator(actor, row, form.measured()))


@page(Act.RUN_PROJECT, HELP, ASSESSMENT, methods=ACTING, facts=facts)
def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what was measured."""
    row, actor = _row(pk), seated(request).actor
    form = of.MeasureForm(row.indicators.order_by("pk"), request.POST)

    def act(said: dict[str, Any]) -> None:
        one = get_object_or_404(
            Indicator.objects.select_related("project__recipient"), pk=said["indicator"], project=row
        )
        store.measure(actor, one, said["value"], said["on"], said["confidence"], said["contribution"])

    return _answered(request, pk, "measure", form, act)


def _answered(request: HttpRequest, pk: int, name: str, form: forms.Form, act: Any) -> HttpResponse:
    if done(request, form, act, _("Written down.")):
        return redirect("assistance-project", pk)
    return _shown(request, pk, **{name: form})


def _shared(actor: Actor) -> list[Need]:
    return [one for one in visible_needs(actor) if one.shared_at is not None and one.met_at is None]


def _events(row: Project) -> list[str]:
    return [event for stage, event in stages() if stage == row.stage]


def _shown(request: HttpRequest, pk: int, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, row = seated(request).actor, _row(pk)
    about = subject_of(row)
    with acting(actor, "material.opened", about):
        measured = indicators(row)
    served = set(row.needs.values_list("pk", flat=True))
    offered: dict[str, forms.Form] = {}
    if _events(row) and may_do(actor, "project.changed", about):
        offered = {"stage": of.StageForm(_events(row)), "indicator": of.IndicatorForm()}
        if measured:
            offered["measure"] = of.MeasureForm(row.indicators.order_by("pk"))
    context = {
        "project": row,
        "theme": THEMES[row.theme],
        "needs": [one for one in visible_needs(actor) if one.pk in served],
        "stage": PROJECT_STAGES[row.stage],
        "indicators": measured,
        "missing": missing(measured) if row.stage == "finished" else (),
        "confidences": of.CONFIDENCE_NAMES,
        "forms": {**offered, **wrong},
        "crumbs": [(reverse("assistance"), _("Help")), ("", row.name)],
    }
    return render(request, "assessment/project.html", context, status=400 if wrong else 200)

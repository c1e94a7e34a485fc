"""The consent ledger of a State, its requests to be visited, and the planning of a visit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.assessment.acting import Given, may_do
from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.visits import planning, visit_file
from gatehouse.assessment.visits.models import Visit
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.doing import ActForm, done
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.visit_forms import PlanForm, RequestForm
from gatehouse.web.assessment.words import called
from gatehouse.web.door import ACTING, page, seated

VISIT, ASSESSMENT = SubjectClass.VISIT, PurposeClass.ASSESSMENT
SAID = {
    "requested": gettext_lazy("The State asked to be visited"),
    "asked": gettext_lazy("The State is asked to consent"),
    "given": gettext_lazy("The State consents"),
    "refused": gettext_lazy("The State refuses"),
    "withdrawn": gettext_lazy("The State withdraws its consent"),
}


@page(Act.VIEW, VISIT, ASSESSMENT, facts=of_the_state(VISIT))
def consents(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Every request, consent and refusal of a State, with the letter that it rests on."""
    return _shown(request, place_at(code, cycle))


@page(Act.CONSENT, VISIT, ASSESSMENT, methods=ACTING, facts=of_the_state(VISIT), reasoned=True)
def ask(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """The State asks to be visited: an input of the next list."""
    place, actor, form = place_at(code, cycle), seated(request).actor, RequestForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        visit_file.request_visit(actor, place.state, said["reference"], said["conditions"])

    if done(request, form, act, _("Written down.")):
        return redirect("assessment-consents", code, cycle)
    return _shown(request, place, ask=form)


@page(Act.PLAN_VISIT, VISIT, ASSESSMENT, methods=ACTING, facts=of_the_state(VISIT), reasoned=True)
def plan(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Plan a visit: without a day, until the State consented."""
    place, actor, form = place_at(code, cycle), seated(request).actor, PlanForm(request.POST)
    made: list[Visit] = []

    def act(said: dict[str, Any]) -> None:
        made.append(planning.plan(actor, place.state, place.cycle, said["kind"], said["reason"]))

    if done(request, form, act, _("Planned. Nothing happens before the State consents.")):
        return redirect("visit", made[0].pk)
    return _shown(request, place, plan=form)


def _shown(request: HttpRequest, place: Place, **wrong: ActForm) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, of = seated(request).actor, (place.state.code, place.cycle.pk)
    about = of_the_state(VISIT)(request, *of)
    forms: dict[str, ActForm] = {}
    if may_do(actor, "consent.given", about, Given("r")):
        forms["ask"] = RequestForm()
    if may_do(actor, "visit.planned", about, Given("r")):
        forms["plan"] = PlanForm()
    home = reverse("assessment-state", args=of)
    context = {
        "place": place,
        "ledger": [(one, SAID[one.said]) for one in visit_file.ledger(actor, place.state)],
        "forms": {**forms, **wrong},
        "crumbs": [(home, f"{called(place.state)} · {place.cycle.name}"), ("", _("Consents"))],
    }
    return render(request, "assessment/consents.html", context, status=400 if wrong else 200)

"""Who helps whom: needs, the offers that fit them with the reasons, projects, and those that may be one twice.

A need is stated here by the State or its team, an offer by whoever helps; each need has a page of its own (`needing`),
each project one (`projects`).
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.access.models import Member
from gatehouse.assessment.acting import acting, may_do, may_see
from gatehouse.assessment.assistance import needs as store
from gatehouse.assessment.assistance.models import Need, Project
from gatehouse.assessment.assistance.needs import proposed, visible_needs
from gatehouse.assessment.assistance.projects import matrix, possible_duplicates, subject_of
from gatehouse.assessment.assistance.proposals import Proposal
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.store import subject_of as about_recommendation
from gatehouse.assessment.states.models import State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.help_forms import NeedForm, OfferForm
from gatehouse.web.assessment.help_words import fits_because, twice_because
from gatehouse.web.assessment.words import PROJECT_STAGES, THEMES, URGENCIES
from gatehouse.web.door import ACTING, of_the_class, page, seated

HELP, ASSESSMENT = SubjectClass.ASSISTANCE, PurposeClass.ASSESSMENT
STORE = Subject(HELP, "store:assessment")
SEE_ALL = (Role.DONOR, Role.COMMITTEE_MEMBER)
"""Who may see the matrix of all projects; others see those of their State, or of the States of their team."""


@page(Act.VIEW, HELP, ASSESSMENT)
def assistance(request: HttpRequest) -> HttpResponse:
    """Needs x offers x projects, as far as the reader may see."""
    return _shown(request)


@page(Act.ASK_HELP, HELP, ASSESSMENT, methods=ACTING)
def need(request: HttpRequest) -> HttpResponse:
    """State a need, for one's State or one's team."""
    actor = seated(request).actor
    states = _states(actor)
    form = NeedForm(states, _rows(actor, states), request.POST)

    def act(said: dict[str, Any]) -> None:
        state = next(one for one in states if one.code == said["state"])
        row = Recommendation.objects.filter(pk=said["recommendation"]).first() if said["recommendation"] else None
        store.state_need(actor, state, said["theme"], said["text"], row)

    if done(request, form, act, _("The need is kept. Those who help see it once two shared it.")):
        return redirect("assistance")
    return _shown(request, need=form)


@page(Act.OFFER_HELP, HELP, ASSESSMENT, methods=ACTING)
def offer(request: HttpRequest) -> HttpResponse:
    """Offer help."""
    actor, form = seated(request).actor, OfferForm(request.POST)
    if done(request, form, lambda _said: store.offer_help(actor, form.offering()), _("The offer is kept.")):
        return redirect("assistance")
    return _shown(request, offer=form)


def projects_of(actor: Actor) -> list[Project]:
    """The projects that this person may see."""
    if actor.role in SEE_ALL:
        return matrix(actor)
    rows = Project.objects.select_related("recipient").order_by("recipient__code", "theme", "starts")
    rows = rows.filter(recipient__code=actor.state) if actor.state else rows
    return [row for row in rows if may_see(actor, subject_of(row))]


def _shown(request: HttpRequest, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    sitting = seated(request)
    actor = sitting.actor
    with acting(actor, "material.opened", of_the_class(sitting, HELP)) as acted:
        needs = visible_needs(actor)
        fitting = proposed(actor)
        acted.details["items"] = len(needs)
    projects = projects_of(actor)
    named = {row.pk: row for row in projects}
    twice = possible_duplicates(actor) if actor.role in SEE_ALL else []
    context = {
        "needs": [row_of(one, projects, fitting) for one in sorted(needs, key=_order)],
        "projects": [(one, THEMES[one.theme], *PROJECT_STAGES[one.stage]) for one in projects],
        "twice": [(named[pair.one], named[pair.other], [twice_because(one) for one in pair.reasons]) for pair in twice],
        "forms": {**_offered(actor), **wrong},
        "may_run": may_do(actor, "project.changed", STORE),
    }
    return render(request, "assessment/assistance.html", context, status=400 if wrong else 200)


def _offered(actor: Actor) -> dict[str, forms.Form]:
    found: dict[str, forms.Form] = {}
    if states := _states(actor):
        found["need"] = NeedForm(states, _rows(actor, states))
    if may_do(actor, "help.offered", STORE):
        found["offer"] = OfferForm()
    return found


def _states(actor: Actor) -> list[State]:
    """The States for which this person may state a need: their own, or those of their team."""
    members = Member.objects.filter(who=actor.id, left_at=None).values("state")
    rows = State.objects.filter(code=actor.state) if actor.state else State.objects.filter(pk__in=members)
    return [one for one in rows if may_do(actor, "need.stated", facts(HELP, f"state:{one.code}", one))]


def _rows(actor: Actor, states: list[State]) -> list[Recommendation]:
    rows = Recommendation.objects.filter(state__in=states).select_related("state", "cycle")
    return [row for row in rows if may_see(actor, about_recommendation(row))]


def _order(need: Need) -> tuple[bool, int, str, int]:
    """Needs that are open before those that are met, the urgent first, and those of one State together."""
    return (need.met_at is not None, need.urgency, need.state.code, need.pk)


def row_of(need: Need, projects: list[Project], fitting: list[Proposal]) -> dict[str, object]:
    """A need as pages show it, with the best offers that fit and the projects of its kind in its State."""
    return {
        "need": need,
        "theme": THEMES[need.theme],
        "urgency": URGENCIES[need.urgency],
        "offers": [(one, [fits_because(each) for each in one.reasons]) for one in fitting if one.need == need.pk][:3],
        "projects": [
            (one, *PROJECT_STAGES[one.stage])
            for one in projects
            if (one.recipient_id, one.theme) == (need.state_id, need.theme)
        ],
    }

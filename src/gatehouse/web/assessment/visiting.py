"""The list of visits of a year: the weights, every State's points with their parts, and what would change its place.

It is proposed from what is known of each State, amended with a reason, and adopted by two; every version stays.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import Given, may_do
from gatehouse.assessment.visits import lists
from gatehouse.assessment.visits.changes import changes
from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.factors import factors, weights
from gatehouse.assessment.visits.known_inputs import gaps, inputs
from gatehouse.assessment.visits.models import VisitList
from gatehouse.assessment.visits.ranking import Ranked
from gatehouse.assessment.waiting.store import begin
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.terms.saying import Saying
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.seconding import awaited, ended, waiting_piece
from gatehouse.web.assessment.visit_forms import AmendForm, ProposeForm
from gatehouse.web.assessment.visit_words import change_rows
from gatehouse.web.assessment.words import FACTORS, state_names
from gatehouse.web.door import ACTING, decides, page, seated

LIST, ASSESSMENT = SubjectClass.VISIT_LIST, PurposeClass.ASSESSMENT
STORE = Subject(LIST, "store:assessment")


@page(Act.VIEW, LIST, ASSESSMENT)
def visits(request: HttpRequest) -> HttpResponse:
    """The list of `?year=`, else of the last year that has one; `?state=` shows what would change its place."""
    asked = request.GET.get("year", "")
    return _shown(request, int(asked) if asked.isdigit() and len(asked) < 5 else None)


@page(Act.PLAN_VISIT, LIST, ASSESSMENT, methods=ACTING, reasoned=True)
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a year's list from what is known of every State."""
    actor, form = seated(request).actor, ProposeForm(weights(), request.POST)

    def act(said: dict[str, Any]) -> None:
        lists.propose(actor, said["year"], _known(said["known"]), said["places"], said["reason"], form.weights())

    if done(request, form, act, _("Proposed. It is adopted by two who did not make it.")):
        return redirect(f"{reverse('visits')}?year={form.cleaned_data['year']}")
    return _shown(request, None, propose=form)


@page(Act.PLAN_VISIT, LIST, ASSESSMENT, methods=ACTING, reasoned=True)
def amend(request: HttpRequest, year: int) -> HttpResponse:
    """Another version of a list, with its reason."""
    actor, newest = seated(request).actor, _newest(year)
    form = AmendForm(newest, _order(newest), request.POST)

    def act(said: dict[str, Any]) -> None:
        seen = get_object_or_404(VisitList, pk=said["seen"], year=year)
        given = form.weights() if form.weights() != seen.weights else None
        lists.amend(actor, seen, said["chosen"], said["reason"], given)

    if done(request, form, act, _("Amended. This version is adopted anew, by two.")):
        return redirect(f"{reverse('visits')}?year={year}")
    return _shown(request, year, amend=form)


@decides(Act.ADOPT, LIST, ASSESSMENT, methods=ACTING, begins=True)
def adopt(request: HttpRequest, year: int) -> HttpResponse:
    """Begin the adoption of the newest version."""
    actor, newest, form = seated(request).actor, _newest(year), forms.Form(request.POST)

    def act(_said: dict[str, Any]) -> None:
        about = lists.subject_of(newest)
        begin(actor, "visits.adopted", about, said={"version": newest.version}, requester=newest.made_by)

    if done(request, form, act, _("Begun. It is done once another person agrees.")):
        return redirect(f"{reverse('visits')}?year={year}")
    return _shown(request, year, adopt=form)


@page(Act.VIEW, LIST, ASSESSMENT, methods=ACTING, facts=waiting_piece("visits"))
def second(request: HttpRequest, waiting: int) -> HttpResponse:
    """Agree to an adoption that waits, or decline it."""
    row = ended(request, waiting, "visits")
    version = get_object_or_404(VisitList, pk=int(row.ref.partition(":")[2]))
    return redirect(f"{reverse('visits')}?year={version.year}")


def _known(handed_in: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """The inputs of every State: gaps of its last adopted assessment, and what was handed in."""
    counted = gaps()
    if unknown := sorted(set(handed_in) - set(counted)):
        raise VisitError(Saying("%(state)s is no State that is assessed here", state=unknown[0][:8]))
    return inputs({code: {**handed_in.get(code, {}), "gaps": count} for code, count in counted.items()})


def _newest(year: int) -> VisitList:
    found = VisitList.objects.filter(year=year).order_by("-version").first()
    if found is None:
        raise Http404
    return found


def _order(version: VisitList) -> list[str]:
    return [one.state for one in lists.ranking_of(version)]


def _shown(request: HttpRequest, asked: int | None, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor = seated(request).actor
    years = sorted(set(VisitList.objects.values_list("year", flat=True)), reverse=True)
    year = asked if asked in years else next(iter(years), None)
    may_plan = may_do(actor, "visits.proposed", STORE, Given("r"))
    context: dict[str, object] = {"years": years, "year": year, "forms": wrong, "may_plan": may_plan}
    if may_plan:
        context["propose"] = wrong.get("propose") or ProposeForm(weights())
    if year is not None:
        context |= _of_year(actor, year, request.GET.get("state", ""), may_plan, wrong)
    return render(request, "assessment/visits.html", context, status=400 if wrong else 200)


def _of_year(actor: Actor, year: int, state: str, may_plan: bool, wrong: dict[str, forms.Form]) -> dict[str, object]:
    found = lists.versions(actor, year)
    newest, ranking = found[0], lists.ranking_of(found[0])
    about, order, names = lists.subject_of(newest), _order(newest), state_names(get_language() or "")
    may_adopt = newest.adopted_at is None and may_do(
        actor, "visits.adopted", about, Given(requester=newest.made_by, begins=True)
    )
    return {
        "versions": found,
        "newest": newest,
        "words": FACTORS,
        "names": names,
        "factors": [(one, newest.weights[one.name]) for one in factors()],
        "ranking": _ranking(ranking, newest),
        "state": state if state in order else "",
        "changes": change_rows(changes(ranking, state), names) if state in order else (),
        "waiting": awaited(actor, about),
        "may_adopt": may_adopt,
        "amend": (wrong.get("amend") or AmendForm(newest, order)) if may_plan else None,
    }


def _ranking(ranking: tuple[Ranked, ...], newest: VisitList) -> list[tuple[Ranked, float, bool]]:
    return [(one, float(one.points), one.state in newest.chosen) for one in ranking]

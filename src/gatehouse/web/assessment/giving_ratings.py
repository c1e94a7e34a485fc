"""Ratings given on pages: first and second, each by itself; corrected and withdrawn by their rater; settled by a third.

The form of a second rater is the form of a first one: it holds the finding, its evidence and nothing that was rated.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.findings import giving, history
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.method import Axis
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.findings.standing import own_places
from gatehouse.assessment.findings.states import Rated
from gatehouse.assessment.findings.store import open_findings
from gatehouse.assessment.obligations.catalogue import obligation
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.assessed import axis_at, crumbs_to, finding_at, of_finding
from gatehouse.web.assessment.drafting import Desk, worked
from gatehouse.web.assessment.finding_forms import RatingForm, SettleForm, WithdrawForm
from gatehouse.web.assessment.finding_places import place_at
from gatehouse.web.assessment.rating_words import AXES, CODES, CONFIDENCES, GROUNDS
from gatehouse.web.door import ACTING, FORM, page, seated
from gatehouse.web.sayings import said

FINDING, ASSESSMENT = SubjectClass.FINDING, PurposeClass.ASSESSMENT


def _home(row: Finding) -> str:
    of = row.assessment
    return reverse("assessment-finding", args=(of.state.code, of.cycle_id, row.number))


def _beside(actor: Actor, row: Finding, axis: Axis, title: str, says: str) -> dict[str, object]:
    place = place_at(row.assessment.state.code, row.assessment.cycle_id)
    way = (_home(row), _("Finding %(number)d") % {"number": row.number})
    found = next((one for one in open_findings(actor, row.assessment) if one.finding == row.pk), None)
    return {
        "title": f"{title}: {AXES[axis]}",
        "place": place,
        "says": says,
        "lead": f"{row.obligation}: {obligation(row.obligation).duty}",
        "found": found,
        "crumbs": crumbs_to(place, way, ("", title)),
    }


@page(Act.VIEW, FINDING, ASSESSMENT, methods=FORM, facts=of_finding)
def rate(request: HttpRequest, code: str, cycle: int, number: int, axis: str) -> HttpResponse:
    """Rate an axis, or correct one's own rating of it. Giving it asks the kernel whether this person may."""
    actor, row, of = seated(request).actor, finding_at(code, cycle, number), axis_at(axis)
    corrects = (row.pk, of) in own_places(actor.id, [row])
    if not corrects and not giving.may_rate(actor, row, of):
        messages.warning(
            request, _("This axis is not yours to rate: it was rated by you or by two, or is not your work.")
        )
        return redirect(_home(row))
    made: list[RatingForm] = []

    def form(data: Any, initial: dict[str, Any] | None) -> RatingForm:
        made.append(RatingForm(of, corrects, data, initial))
        return made[-1]

    def desk() -> Desk:
        title = _("Correct your rating") if corrects else _("Rate")
        beside = _beside(actor, row, of, title, _("Give this version") if corrects else _("Give the rating"))
        beside["hint"] = _("You rate by yourself. Neither of two raters sees the other's rating before both are in.")
        initial = _own_now(actor, row, of) if corrects else {}
        return Desk(f"finding:{row.pk}/{of}", about_finding(row), form, _home(row), initial, beside=beside)

    def act(said: dict[str, Any]) -> None:
        if corrects:
            giving.correct(actor, row, made[-1].rating(), said["reason"])
        else:
            giving.rate(actor, row, made[-1].rating())

    return worked(request, desk, act, _("Your rating is kept. It is shown to others once both are in."))


def _own_now(actor: Actor, row: Finding, axis: Axis) -> dict[str, object]:
    """One's own rating that stands, to begin a correction with."""
    mine = [one for one in history.open_history(actor, row).ratings[axis] if one.by == actor.id]
    given = mine[-1].rating
    return {
        "code": given.code,
        "confidence": given.confidence,
        "grounds": list(given.grounds),
        "rationale": given.rationale,
    }


@page(Act.VIEW, FINDING, ASSESSMENT, methods=ACTING, facts=of_finding)
def withdraw(request: HttpRequest, code: str, cycle: int, number: int, axis: str) -> HttpResponse:
    """Take one's own rating back while no other one is in."""
    actor, row, of = seated(request).actor, finding_at(code, cycle, number), axis_at(axis)
    form = WithdrawForm(request.POST)
    try:
        if form.is_valid():
            giving.withdraw(actor, row, of, form.cleaned_data["reason"])
            messages.success(request, _("Taken back. What you gave stays on record, and the place is open again."))
        else:
            messages.error(request, _("Say why you take it back."))
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        messages.error(request, said(fault.saying))
    return redirect(_home(row))


@page(Act.SETTLE, FINDING, ASSESSMENT, methods=FORM, facts=of_finding, reasoned=True)
def settle(request: HttpRequest, code: str, cycle: int, number: int, axis: str) -> HttpResponse:
    """Settle a difference, with both ratings before one and a reason."""
    actor, row, of = seated(request).actor, finding_at(code, cycle, number), axis_at(axis)
    seen = next((one for one in open_findings(actor, row.assessment) if one.finding == row.pk), None)
    if seen is None or seen.rated[of] not in (Rated.DIFFERING, Rated.SETTLED):
        messages.warning(request, _("There is no difference to settle here."))
        return redirect(_home(row))

    def form(data: Any, initial: dict[str, Any] | None) -> SettleForm:
        return SettleForm(of, data, initial)

    def desk() -> Desk:
        beside = _beside(actor, row, of, _("Settle a difference"), _("Settle it"))
        beside["both"] = [_rating(rating) for _who, rating in seen.ratings[of]]
        return Desk(f"finding:{row.pk}/{of}/settle", about_finding(row), form, _home(row), beside=beside)

    def act(said: dict[str, Any]) -> None:
        giving.settle(actor, row, of, said["code"], said["reason"])

    return worked(request, desk, act, _("Settled. Both ratings stay readable beside the reason."))


def _rating(rating: Any) -> dict[str, object]:
    return {
        "code": CODES[rating.code],
        "confidence": CONFIDENCES[rating.confidence],
        "grounds": [GROUNDS[one] for one in rating.grounds],
        "rationale": rating.rationale,
    }

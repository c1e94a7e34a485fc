"""The way of a draft: put before the State, replied to, taken up again, and adopted by two who are no authors of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import acting
from gatehouse.assessment.confidentiality.reading import cut_rows
from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.assessment.findings import adoption, assessments
from gatehouse.assessment.findings.method import Axis, gates
from gatehouse.assessment.findings.models import Assessment, Finding, Reply
from gatehouse.assessment.findings.states import Stand
from gatehouse.assessment.findings.store import open_findings
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment.assessed import assessment_at, crumbs_to, of_assessment
from gatehouse.web.assessment.drafting import Desk, worked
from gatehouse.web.assessment.finding_forms import ReasonForm, ReplyForm
from gatehouse.web.assessment.finding_places import place_at
from gatehouse.web.assessment.rating_words import AXES, CODES, GATES
from gatehouse.web.door import ACTING, FORM, page, seated
from gatehouse.web.sayings import said

REPORT, ASSESSMENT = SubjectClass.ASSESSMENT_REPORT, PurposeClass.ASSESSMENT


def _home(of: Assessment) -> str:
    return reverse("assessment-findings", args=(of.state.code, of.cycle_id))


def _stepped(request: HttpRequest, of: Assessment, step: Callable[[], object], says: str) -> HttpResponse:
    """Take a step that needs no form; what keeps it from being taken is said."""
    try:
        step()
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        messages.error(request, said(fault.saying))
    else:
        messages.success(request, says)
    return redirect(_home(of))


@page(Act.DRAFT, REPORT, ASSESSMENT, methods=ACTING, facts=of_assessment)
def put(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Put the whole draft before the State; refused with everything that is missing."""
    actor, of = seated(request).actor, assessment_at(code, cycle)
    says = _("The draft is before the State, which can reply now.")
    return _stepped(request, of, lambda: assessments.put_before_the_state(actor, of, assessments.today()), says)


@page(Act.DRAFT, REPORT, ASSESSMENT, methods=ACTING, facts=of_assessment)
def lapse(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """The day of the reply has passed without one."""
    actor, of = seated(request).actor, assessment_at(code, cycle)
    return _stepped(
        request, of, lambda: assessments.lapse(actor, of, assessments.today()), _("It waits for the committee now.")
    )


@page(Act.REPLY, REPORT, ASSESSMENT, methods=FORM, facts=of_assessment)
def reply(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """What the State says to the draft or to one finding, as often as it likes until it says that this is all."""
    actor, of, place = seated(request).actor, assessment_at(code, cycle), place_at(code, cycle)
    if of.stand != Stand.WITH_STATE:
        messages.warning(request, _("The draft is not before the State; a reply is given while it is."))
        return redirect(_home(of))
    seen = open_findings(actor, of)
    choices = [(str(one.number), f"{one.number}: {one.obligation}") for one in seen]

    def desk() -> Desk:
        beside: dict[str, object] = {
            "title": _("The State's reply"),
            "place": place,
            "says": _("Give the reply"),
            "hint": _("Whatever is said here stands beside the draft when the committee decides, word for word."),
            "due": of.reply_due,
            "replies": _replies(actor, of),
            "crumbs": crumbs_to(place, ("", _("The State's reply"))),
        }
        key, about = f"assessment:{of.pk}/reply", assessments.about(of)
        return Desk(key, about, lambda data, initial: ReplyForm(choices, data, initial), _home(of), beside=beside)

    def act(said: dict[str, Any]) -> None:
        number = said["finding"]
        finding = Finding.objects.get(assessment=of, number=int(number)) if number else None
        if said["text"].strip():
            assessments.reply(actor, of, said["text"], finding)
        if said["ends"]:
            assessments.end_reply(actor, of)

    return worked(request, desk, act, _("The reply is given."))


@page(Act.DRAFT, REPORT, ASSESSMENT, methods=FORM, facts=of_assessment)
def revise(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Take the draft up again after the State was heard; consents that waited have lapsed then."""
    actor, of, place = seated(request).actor, assessment_at(code, cycle), place_at(code, cycle)

    def desk() -> Desk:
        beside: dict[str, object] = {
            "title": _("Take the draft up again"),
            "place": place,
            "says": _("Take it up again"),
            "hint": _("It is put before the State anew afterwards, and consents that wait have lapsed."),
            "replies": _replies(actor, of),
            "crumbs": crumbs_to(place, ("", _("Take the draft up again"))),
        }
        return Desk(f"assessment:{of.pk}/revise", assessments.about(of), ReasonForm, _home(of), beside=beside)

    def act(said: dict[str, Any]) -> None:
        assessments.revise(actor, of, said["reason"])

    return worked(request, desk, act, _("The draft is taken up again."))


@page(Act.VIEW, REPORT, ASSESSMENT, facts=of_assessment)
def adopting(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """What is to be adopted on one page: ratings, sections, replies, who has consented, and whose consent is wanted."""
    actor, of, place = seated(request).actor, assessment_at(code, cycle), place_at(code, cycle)
    texts, waiting = assessments.open_sections(actor, of), adoption.waiting(of)
    rows = [(one, [CODES.get(one.standing.get(axis, ""), "–") for axis in Axis]) for one in open_findings(actor, of)]
    context = {
        "place": place,
        "begun": of,
        "rows": rows,
        "AXES": [AXES[axis] for axis in Axis],
        "sections": [(GATES[gate], texts[gate]) for gate in gates()],
        "replies": _replies(actor, of),
        "waiting": waiting,
        "may_consent": adoption.may_consent(actor, of),
        "is_author": actor.id in adoption.authors(of),
        "has_consented": actor.id in {row.by for row in waiting},
        "is_open": of.stand in (Stand.REPLIED, Stand.UNANSWERED),
        "crumbs": crumbs_to(place, ("", _("Adoption"))),
    }
    return render(request, "assessment/adoption.html", context)


@page(Act.VIEW, REPORT, ASSESSMENT, methods=ACTING, facts=of_assessment)
def consent(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Consent: the first waits for another person, the second adopts. The kernel is asked of the act itself there."""
    actor, of = seated(request).actor, assessment_at(code, cycle)

    def step() -> None:
        if adoption.consent(actor, of).stand == Stand.ADOPTED:
            messages.success(request, _("The assessment is adopted by two."))

    return _stepped(request, of, step, _("Your consent is kept."))


@page(Act.VIEW, REPORT, ASSESSMENT, methods=ACTING, facts=of_assessment)
def withdraw_consent(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Take one's own consent back while it waits."""
    actor, of = seated(request).actor, assessment_at(code, cycle)
    return _stepped(request, of, lambda: adoption.withdraw_consent(actor, of), _("Your consent is taken back."))


def _replies(actor: Actor, of: Assessment) -> list[Reply]:
    """What the State said, without what it keeps from this reader."""
    with acting(actor, "material.opened", assessments.about(of)):
        rows = Reply.objects.filter(assessment=of).select_related("finding__assessment").order_by("pk")
        about = [assessments.about_finding(row.finding) if row.finding else assessments.about(of) for row in rows]
        return cut_rows(actor, zip(about, rows, strict=True), "text")

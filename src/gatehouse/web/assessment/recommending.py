"""A recommendation on its page: drafted, brought before the State, replied to, adopted and shared by two.

What it says, its clock and what was reported and decided stand there for whoever may see it; a form for whoever may
do what it does. Following up is in `following`.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from gatehouse.assessment.acting import Given, may_do
from gatehouse.assessment.clocks import Due
from gatehouse.assessment.evidence.store import Shown, open_items
from gatehouse.assessment.findings.models import Assessment, Finding
from gatehouse.assessment.findings.store import Seen, open_findings
from gatehouse.assessment.follow_up.progress import open_progress, standing_of
from gatehouse.assessment.follow_up.reminders import follow_up_clock
from gatehouse.assessment.recommendations import store
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.recommendations.recommendation_stages import stages
from gatehouse.assessment.recommendations.store import subject_of
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.waiting.store import begin
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.assessment import recommendation_forms as of
from gatehouse.web.assessment.board import COLUMNS
from gatehouse.web.assessment.doing import done
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.help_forms import UptakeForm
from gatehouse.web.assessment.seconding import awaited
from gatehouse.web.assessment.translated import of_a_recommendation, translations_of
from gatehouse.web.assessment.words import CLOCK_STEPS, OBSTACLES
from gatehouse.web.door import ACTING, FORM, decides, page, seated

RECOMMENDATION, ASSESSMENT = SubjectClass.RECOMMENDATION, PurposeClass.ASSESSMENT
STEPS = {
    "propose": gettext_lazy("Put it before the State"),
    "revise": gettext_lazy("Take it back as a draft"),
    "no-reply": gettext_lazy("Go on without a reply"),
    "withdraw": gettext_lazy("Withdraw it"),
    "supersede": gettext_lazy("It is superseded"),
}
"""Events that need nothing but a decision of the team."""


def row_of(pk: int) -> Recommendation:
    """The recommendation of this number; 404 for none."""
    return get_object_or_404(Recommendation.objects.select_related("state", "cycle"), pk=pk)


def facts(request: HttpRequest, pk: int, **more: object) -> Subject:
    """For `page(facts=…)`: the recommendation in the address."""
    del request, more
    return subject_of(row_of(pk))


@page(Act.VIEW, RECOMMENDATION, ASSESSMENT, facts=facts)
def recommendation(request: HttpRequest, pk: int) -> HttpResponse:
    """One recommendation."""
    return shown(request, pk)


@page(Act.DRAFT, RECOMMENDATION, ASSESSMENT, methods=FORM, facts=of_the_state(RECOMMENDATION))
def recommend(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Draft a recommendation from findings."""
    place, actor = place_at(code, cycle), seated(request).actor
    form = of.DraftForm(_findings(actor, place.state, place.cycle), data=request.POST or None)
    made: list[Recommendation] = []

    def act(_said: dict[str, Any]) -> None:
        made.append(store.draft(actor, place.state, place.cycle, form.said()))

    if request.method == "POST" and done(request, form, act, _("Drafted. Put it before the State when it is ready.")):
        return redirect("recommendation", made[0].pk)
    home = reverse("assessment-state", args=(code, cycle))
    crumbs = [(home, f"{code} · {place.cycle.name}"), ("", _("Draft a recommendation"))]
    context = {"place": place, "form": form, "crumbs": crumbs}
    return render(request, "assessment/recommend.html", context, status=400 if form.errors else 200)


@page(Act.DRAFT, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=facts)
def rewrite(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a draft anew; of two who do at once the second is told, and keeps what was typed."""
    row, actor = row_of(pk), seated(request).actor
    form = of.DraftForm(_findings(actor, row.state, row.cycle), row, request.POST)

    def act(said: dict[str, Any]) -> None:
        row.edition = said["edition"] or 0
        store.rewrite(actor, row, form.said())

    if done(request, form, act, _("Written anew. Every edition is kept.")):
        return redirect("recommendation", pk)
    return shown(request, pk, draft=form)


@page(Act.DRAFT, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=facts)
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring it a step further."""
    row, actor, event = row_of(pk), seated(request).actor, request.POST.get("event", "")
    form = forms.Form(request.POST)
    if done(request, form, lambda _said: store.move(actor, row, event), _("Done.")):
        return redirect("recommendation", pk)
    return shown(request, pk, step=form)


@page(Act.REPLY, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=facts)
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The State says what it has to say."""
    row, actor, form = row_of(pk), seated(request).actor, of.ReplyForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        store.reply(actor, row, said["acceptance"], said["text"])

    if done(request, form, act, _("The reply is kept.")):
        return redirect("recommendation", pk)
    return shown(request, pk, reply=form)


@decides(Act.ADOPT, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=facts, begins=True)
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin its adoption: it is adopted once another person agrees."""
    row, actor, form = row_of(pk), seated(request).actor, of.AdoptForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        told = {"report_on": said["report_on"].isoformat()}
        begin(actor, "recommendation.adopted", subject_of(row), "", told, row.drafted_by)

    if done(request, form, act, _("Begun. It is done once another person agrees.")):
        return redirect("recommendation", pk)
    return shown(request, pk, adopt=form)


@page(Act.SHARE, RECOMMENDATION, ASSESSMENT, methods=ACTING, facts=facts, begins=True, reasoned=True)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin its sharing with those who help."""
    row, actor, form = row_of(pk), seated(request).actor, of.ShareForm(request.POST)

    def act(said: dict[str, Any]) -> None:
        begin(actor, "recommendation.shared", subject_of(row), said["decision"])

    if done(request, form, act, _("Begun. It is done once another person agrees.")):
        return redirect("recommendation", pk)
    return shown(request, pk, share=form)


def shown(request: HttpRequest, pk: int, **wrong: forms.Form) -> HttpResponse:
    """The page; with a form that was refused, as it was sent, and status 400."""
    actor, row = seated(request).actor, row_of(pk)
    about = subject_of(row)
    offered = {**_offered(actor, row, about), **wrong}
    steps = _steps(actor, row, about)
    seen = store.open_recommendation(actor, row_of(pk))
    numbers = Finding.objects.filter(pk__in=store.findings_of(row)).order_by("number")
    standing = standing_of(row)
    tag, word = COLUMNS[standing]
    context = {
        "row": seen,
        "stage": row.stage,
        "stands": word,
        "tag": tag,
        "obstacle": OBSTACLES[row.obstacle],
        "findings": list(numbers.values_list("number", flat=True)),
        "clock": _clock(row) if row.report_on else [],
        "followed": open_progress(actor, row),
        "statuses": of.STATUS_NAMES,
        "decisions": of.DECISION_NAMES,
        "acceptance": of.ACCEPTANCE_NAMES.get(row.acceptance, ""),
        "translations": translations_of(actor, store.source_of(row), get_language() or "", of_a_recommendation(row.pk)),
        "waiting": awaited(actor, about),
        "steps": steps,
        "forms": offered,
        "crumbs": [(reverse("recommendations") + f"?state={row.state.code}", _("Recommendations")), ("", row.code)],
    }
    return render(request, "assessment/recommendation.html", context, status=400 if wrong else 200)


def _clock(row: Recommendation) -> list[tuple[Due, object, bool]]:
    """Each step with its words, and whether it is late."""
    today = timezone.now().date()
    return [(due, CLOCK_STEPS[due.step.name], due.is_late(today)) for due in follow_up_clock(row)]


def _steps(actor: Actor, row: Recommendation, about: Subject) -> list[tuple[str, object]]:
    if not may_do(actor, "recommendation.drafted", about):
        return []
    return [(event, word) for event, word in STEPS.items() if (row.stage, event) in stages()]


def _offered(actor: Actor, row: Recommendation, about: Subject) -> dict[str, forms.Form]:
    """The forms of what this person may do to it at its stage."""

    def may(told: str, *events: str) -> bool:
        fits = not events or any((row.stage, event) in stages() for event in events)
        return fits and may_do(actor, told, about, Given("r", None, row.drafted_by, begins=True))

    found: dict[str, forms.Form] = {}
    if row.stage == "draft" and may("recommendation.drafted"):
        found["draft"] = of.DraftForm(_findings(actor, row.state, row.cycle), row)
    if may("recommendation.replied", "reply"):
        found["reply"] = of.ReplyForm()
    if may("recommendation.adopted", "adopt"):
        found["adopt"] = of.AdoptForm()
    if row.shared_at is None and may("recommendation.shared"):
        found["share"] = of.ShareForm()
    if may("progress.reported", "report"):
        found["progress"] = of.ProgressForm(evidence_of(actor, row))
    if row.shared_at and may("uptake.recorded"):
        found["uptake"] = UptakeForm()
    if may("progress.verified", "close", "further"):
        found["found"] = of.FoundForm(evidence_of(actor, row))
    return found


def evidence_of(actor: Actor, row: Recommendation) -> list[Shown]:
    """The evidence about the State that this person may see, in the cycle of the recommendation."""
    return open_items(actor, row.state, row.cycle)


def _findings(actor: Actor, state: State, cycle: Cycle) -> list[Seen]:
    begun = Assessment.objects.select_related("state", "cycle").filter(state=state, cycle=cycle).first()
    return open_findings(actor, begun) if begun else []

"""Two answers to one question by two editors, side by side; one is chosen with a reason, and both stay on record."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gatehouse.assessment.questions.answers import Conflict, open_conflicts, settle
from gatehouse.assessment.questions.bank import bank
from gatehouse.assessment.questions.errors import QuestionsError
from gatehouse.assessment.questions.given import shown
from gatehouse.assessment.questions.models import Contested
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.terms.saying import Saying
from gatehouse.web.assessment.finding_places import of_the_state, place_at
from gatehouse.web.assessment.words import called
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.sayings import said


@page(Act.VIEW, SubjectClass.ANSWER, PurposeClass.ASSESSMENT, facts=of_the_state(SubjectClass.ANSWER))
def contested(request: HttpRequest, code: str, cycle: int) -> HttpResponse:
    """Every pair that nobody has settled."""
    return _drawn(request, code, cycle)


@page(
    Act.ANSWER,
    SubjectClass.ANSWER,
    PurposeClass.ASSESSMENT,
    methods=ACTING,
    facts=of_the_state(SubjectClass.ANSWER),
)
def settle_one(request: HttpRequest, code: str, cycle: int, pk: int) -> HttpResponse:
    """Take one of the two, with a reason; a refused form comes back as it was typed."""
    row = get_object_or_404(Contested, pk=pk, state__code=code, cycle=cycle)
    reason, take = request.POST.get("reason", ""), request.POST.get("take", "")
    try:
        if take not in ("theirs", "mine"):
            raise QuestionsError(Saying("choose one of the two answers"))
        settle(seated(request).actor, row.pk, take=take == "mine", reason=reason)
    except QuestionsError as fault:
        return _drawn(request, code, cycle, {"pk": pk, "error": said(fault.saying), "reason": reason, "take": take})
    messages.success(request, _("Settled. Both answers stay on record."))
    return redirect("assessment-contested", code, cycle)


def _drawn(request: HttpRequest, code: str, cycle: int, wrong: dict[str, object] | None = None) -> HttpResponse:
    place, language = place_at(code, cycle), get_language() or "en"
    pairs = [_pair(one, language) for one in open_conflicts(seated(request).actor, place)]
    home = reverse("assessment-state", args=(code, cycle))
    context = {
        "place": place,
        "pairs": pairs,
        "wrong": wrong,
        "crumbs": [(home, f"{called(place.state)} · {place.cycle.name}"), ("", _("Two answers to one question"))],
    }
    return render(request, "assessment/contested.html", context, status=400 if wrong else 200)


def _pair(one: Conflict, language: str) -> dict[str, object]:
    question = bank()[one.question]
    return {
        "number": one.contested,
        "question": question.text_in(language),
        "theirs": shown(question, one.theirs.given.value, language),
        "mine": shown(question, one.mine.value, language),
        "conflict": one,
    }

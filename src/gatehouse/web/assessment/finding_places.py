"""From the address to a State, a cycle and a questionnaire; and what the kernel is asked about them."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.questions.answers import Place
from gatehouse.assessment.questions.errors import QuestionnaireError
from gatehouse.assessment.questions.questionnaire import questionnaire_of
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import SubjectClass

USUAL = "self-assessment"


def place_at(code: str, cycle: int, questionnaire: str = USUAL) -> Place:
    """The place that an address names; a 404 for one that is not there."""
    try:
        asked = questionnaire_of(questionnaire)
    except QuestionnaireError as fault:
        raise Http404 from fault
    return Place(get_object_or_404(State, code=code), get_object_or_404(Cycle, pk=cycle), asked)


def of_the_state(kind: SubjectClass) -> Callable[..., Subject]:
    """For `page(facts=…)`: the material of the State and cycle in the address."""

    def told(request: HttpRequest, code: str, cycle: int, **more: object) -> Subject:
        del request, more
        place = place_at(code, cycle)
        return facts(kind, f"state:{code}", place.state, place.cycle)

    return told

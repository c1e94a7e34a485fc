"""Last cycle's answers, offered with their age: confirmed by one act instead of typed again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from gatehouse.assessment.acting import acting
from gatehouse.assessment.confidentiality.marks import carry
from gatehouse.assessment.questions.answers import (
    Conflict,
    Origin,
    Place,
    Standing,
    answers_of,
    give,
    material,
    readable,
)
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.pieces import about_answer
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.states.store import cycle_before
from gatehouse.safeguards.decision import Actor
from gatehouse.terms.saying import Saying


@dataclass(frozen=True, slots=True)
class Offer:
    """What was answered in `cycle`, `age_days` ago; `asked_alike` says whether the question still means the same."""

    standing: Standing
    cycle: str
    age_days: int
    asked_alike: bool


def open_offers(actor: Actor, place: Place, today: dt.date) -> dict[str, Offer]:
    """What is offered, for somebody who may see the State's answers of the cycle before."""
    before = cycle_before(place.cycle)
    if before is None:
        return {}
    with acting(actor, "material.opened", material(place._replace(cycle=before))) as acted:
        found = _offers(place, before, readable(actor, place.state, before), today)
        acted.details["items"] = len(found)
    return found


def offers_for(place: Place, today: dt.date) -> dict[str, Offer]:
    """The answers of the cycle before, by question, for the questions that are asked and not answered yet."""
    before = cycle_before(place.cycle)
    if before is None:
        return {}
    return _offers(place, before, answers_of(place.state, before), today)


def _offers(place: Place, before: Cycle, earlier: Mapping[str, Standing], today: dt.date) -> dict[str, Offer]:
    answered = answers_of(place.state, place.cycle)
    return {
        question.id: Offer(
            old, before.name, (today - old.given_at.date()).days, old.fingerprint == question.fingerprint
        )
        for question in place.questionnaire.questions()
        if question.id not in answered and (old := earlier.get(question.id))
    }


def carry_over(actor: Actor, place: Place, question: Question, today: dt.date) -> Standing | Conflict:
    """Confirm last cycle's answer as this cycle's. Raises `AnswerError` where none is offered, or to another wording.

    Live numbers are not carried over: they are of their day. What was kept confidential stays so.
    """
    offer = open_offers(actor, place, today).get(question.id)
    if offer is None or not offer.asked_alike:
        raise AnswerError(Saying("no earlier answer to this wording is offered; answer it anew"))
    old, before = offer.standing.given, cycle_before(place.cycle)
    with transaction.atomic():
        gone = give(actor, place, question, type(old)(old.value, old.remarks), 0, Origin.CARRIED)
        if isinstance(gone, Standing) and before is not None:
            kept_as = about_answer(place.state, before, question.id).ref
            carry(actor, kept_as, about_answer(place.state, place.cycle, question.id))
    return gone


def age_of(state: State, cycle: Cycle, today: dt.date) -> int | None:
    """The days since the State last answered anything in the cycle; None where it has not."""
    newest = max((each.given_at.date() for each in answers_of(state, cycle).values()), default=None)
    return (today - newest).days if newest else None

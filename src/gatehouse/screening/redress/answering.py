"""A request answered: the clearance made where that is the answer, recipients to be told, the letter written.

Two people answer (the policy asks for a second one); both stand in the log. What was decided, the clearance and its
notices to recipients commit together with the entry. That something was corrected or erased is said where it was.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from gatehouse.printing.document import Document
from gatehouse.records import Visit, opened, subject
from gatehouse.records.law import law
from gatehouse.safeguards.vocabulary import Act
from gatehouse.screening.redress import clearances, finding, states, telling
from gatehouse.screening.redress.done import done_for
from gatehouse.screening.redress.errors import RedressError
from gatehouse.screening.redress.letters import Answer, letter
from gatehouse.screening.redress.models import RedressRequest, RequestEvent, RequestPerson
from gatehouse.screening.redress.number import shown
from gatehouse.screening.redress.outcomes import Outcome
from gatehouse.screening.redress.store import KIND, TEXT_MAX, number_of, person_of, reference, stepping, verified_of
from gatehouse.terms.saying import Saying

NEEDS_REASON = frozenset({Outcome.REFUSED, Outcome.CLEARED, Outcome.CORRECTED, Outcome.ERASED})


class Said(NamedTuple):
    """How a request is answered: the outcome, the reasons in the letter's language, the hits that are cleared."""

    outcome: Outcome
    reason: str = ""
    hits: tuple[int, ...] = ()


def answer(visit: Visit, case: str, said: Said, today: dt.date) -> Document:
    """The letter to the person. Raises `RedressError` for an answer that cannot stand, `RefusedError`."""
    check(said)
    passes_on = said.outcome is Outcome.PASSED_ON
    with stepping(visit, case, Act.REDRESS_ANSWER, states.PASSED if passes_on else states.ANSWER) as step:
        request, person = step.request, person_of(step.request)
        number = ""
        if said.outcome is Outcome.CLEARED:
            number = shown(clearances.clear(request, person, said.hits))
            telling.tell_recipients(
                request,
                finding.travellers_of(verified_of(person)).ids,
                telling.Told("cleared", reason=said.reason),
            )
        done = done_for(request, said.outcome)
        request.outcome, person.reason = said.outcome.value, said.reason
        person.save(update_fields=["reason"])
        step.details["outcome"] = said.outcome.value
        return letter(_answer(request, person, today, number)._replace(done=done), law().profile)


def letter_of(visit: Visit, case: str) -> Document:
    """The letter of a request that was answered, again. Raises `RedressError` where none was, `RefusedError`."""
    number = number_of(case)
    with opened(visit, Act.VIEW, subject(KIND, reference(number))):
        request = RedressRequest.objects.get(id=number)
        answers = RequestEvent.objects.filter(request=request, event__in=(states.ANSWER, states.PASSED))
        last = answers.order_by("-number").first()
        if last is None:
            raise RedressError(Saying("it was not answered yet"), Saying("answer it first"))
        person = person_of(request)
        given = shown(person.number) if person.number and request.outcome == Outcome.CLEARED else ""
        done = done_for(request, Outcome(str(request.outcome)))
        return letter(_answer(request, person, last.at.date(), given)._replace(done=done), law().profile)


def _answer(request: RedressRequest, person: RequestPerson, today: dt.date, number: str) -> Answer:
    addressee = (person.stated_name, *person.address)
    outcome = Outcome(str(request.outcome))
    return Answer(request.case, outcome, request.language, addressee, request.received, today, person.reason, number)


def check(said: Said) -> None:
    """Raise `RedressError` for an answer that cannot stand."""
    if len(said.reason) > TEXT_MAX:
        raise RedressError(
            Saying("the reasons are longer than %(most)s characters", most=TEXT_MAX), Saying("shorten them")
        )
    if said.outcome in NEEDS_REASON and not said.reason.strip():
        raise RedressError(
            Saying("an answer that says %(outcome)s gives its reasons", outcome=said.outcome),
            Saying('give --reason "…"'),
        )
    if (said.outcome is Outcome.CLEARED) != bool(said.hits):
        raise RedressError(
            Saying("hits are named where, and only where, the person is cleared of them"), Saying("see --hit")
        )
    if said.outcome is Outcome.PASSED_ON and not law().profile.redress.indirect_access:
        raise RedressError(Saying("the law profile gives no indirect access"), Saying("answer the person"))

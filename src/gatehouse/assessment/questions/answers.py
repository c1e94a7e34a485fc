"""Answers given and read. Versions are optimistic: whoever had not seen the newest answer loses nothing and is told.

`give` names the version that its giver saw (0: none). Where another one stands meanwhile, what was given is kept as
`Contested` and comes back as a `Conflict` with both; `settle` then takes one of them, with a reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from django.db import IntegrityError, transaction

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.questions.delegation import require_open, require_own
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.given import Given, Value
from gatehouse.assessment.questions.models import Answer, Contested, Settled, Written
from gatehouse.assessment.questions.pieces import Cut, cuts, of_reader
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.questionnaire import Questionnaire
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.measures.live_number import live_number_from
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying


class Origin(StrEnum):
    """How an answer came."""

    TYPED = "typed"
    CARRIED = "carried"
    """The last cycle's, confirmed."""
    WORKBOOK = "workbook"
    SETTLED = "settled"


class Place(NamedTuple):
    """Whose answers, in which cycle, to which questionnaire."""

    state: State
    cycle: Cycle
    questionnaire: Questionnaire


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer as it is stored: version, what was given, by whom, when, to which wording."""

    question: str
    version: int
    given: Given
    given_by: str
    given_at: dt.datetime
    fingerprint: str
    origin: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else answered in the meantime: theirs stands, mine is kept as the contested answer of this number."""

    question: str
    theirs: Standing
    mine: Given
    contested: int


def standing_of(row: Answer | Contested) -> Standing:
    """The stored row as a value."""
    cited = tuple(live_number_from(each) for each in row.cited)
    version = row.version if isinstance(row, Answer) else row.seen
    said = Given(row.value, row.remarks, cited)
    return Standing(row.question, version, said, row.given_by, row.given_at, row.fingerprint, row.origin)


def answers_of(state: State, cycle: Cycle) -> dict[str, Standing]:
    """The answers of a State that stand in a cycle, by question. For the rooms behind a door; people come by one."""
    newest = Answer.objects.filter(state=state, cycle=cycle).order_by("question", "-version").distinct("question")
    return {row.question: standing_of(row) for row in newest}


def open_answers(actor: Actor, place: Place) -> dict[str, Standing]:
    """The answers that stand, for somebody who may see them, without what the State keeps from them; the log tells."""
    with acting(actor, "material.opened", material(place)) as acted:
        found = readable(actor, place.state, place.cycle)
        acted.details["items"] = len(found)
    return found


def readable(actor: Actor, state: State, cycle: Cycle) -> dict[str, Standing]:
    """The answers that stand, as this reader has them. For the rooms behind a door that asked."""
    return of_reader(cuts(actor, state, cycle), answers_of(state, cycle), _with_words)


def _with_words(standing: Standing, cut: Cut) -> Standing:
    return replace(standing, given=cut(standing.given))


def material(place: Place) -> Subject:
    """What the kernel is asked about: the answers of a State in a cycle."""
    return facts(SubjectClass.ANSWER, f"state:{place.state.code}", place.state, place.cycle)


def values_of(standing: Mapping[str, Standing]) -> dict[str, Value]:
    """Only the values, by question: what conditions and progress look at."""
    return {question: each.given.value for question, each in standing.items()}


def versions_of(state: State, cycle: Cycle, question: str) -> list[Standing]:
    """Every version of an answer, the first one first."""
    rows = Answer.objects.filter(state=state, cycle=cycle, question=question).order_by("version")
    return [standing_of(row) for row in rows]


def give(
    actor: Actor, place: Place, question: Question, said: Given, seen: int, origin: Origin = Origin.TYPED
) -> Standing | Conflict:
    """Answer a question, having seen version `seen`; the same answer again is no new version.

    Raises `NotYoursError` where the cycle takes no answers or the section is another office's, and
    `QuestionnaireError` for a question that this questionnaire does not ask.
    """
    require_open(place.cycle)
    require_own(actor, place.state, place.cycle, place.questionnaire, question.id)
    with acting(actor, "answer.given", material(place), {"cycle": f"cycle:{place.cycle.pk}"}) as acted:
        newest = _newest(place, question.id)
        if newest and newest.given.said() == said.said():
            acted.silent = True
            return newest
        columns = _columns(actor, place, question, said) | {"origin": origin}
        if (newest.version if newest else 0) == seen and (row := _added(columns, seen + 1)):
            acted.details["answer"] = f"answer:{row.pk}"
            return standing_of(row)
        acted.details["contested"] = 1
        return _contest(place, question, said, columns | {"seen": seen})


def _added(columns: dict[str, object], version: int) -> Answer | None:
    """The answer, stored as this version; None where somebody wrote the same version between our look and our write."""
    try:
        with transaction.atomic():
            return Answer.objects.create(version=version, **columns)
    except IntegrityError:
        return None


def _newest(place: Place, question: str) -> Standing | None:
    rows = Answer.objects.filter(state=place.state, cycle=place.cycle, question=question).order_by("-version")
    row = rows.first()
    return standing_of(row) if row else None


def _contest(place: Place, question: Question, said: Given, columns: dict[str, object]) -> Conflict:
    theirs = _newest(place, question.id)
    if theirs is None:
        raise AnswerError(Saying("no such version of this answer was ever given; read the answer again"))
    same = {name: columns[name] for name in ("state", "cycle", "question", "value", "remarks", "given_by", "seen")}
    kept = Contested.objects.filter(**same, settled__isnull=True).first() or Contested.objects.create(**columns)
    return Conflict(question.id, theirs, said, kept.pk)


def _columns(actor: Actor, place: Place, question: Question, said: Given) -> dict[str, object]:
    return {
        "state": place.state,
        "cycle": place.cycle,
        "question": question.id,
        "fingerprint": question.fingerprint,
        "questionnaire": place.questionnaire.name,
        "value": said.value,
        "remarks": said.remarks,
        "cited": [number.as_json() for number in said.cited],
        "given_by": actor.id,
    }


def open_conflicts(actor: Actor, place: Place) -> list[Conflict]:
    """The contested answers of a State, for somebody who may see its answers."""
    with acting(actor, "material.opened", material(place)) as acted:
        cut = cuts(actor, place.state, place.cycle)
        every = conflicts_of(place.state, place.cycle)
        found = [one for each in every for one in of_reader(cut, {each.question: each}, _both_cut).values()]
        acted.details["items"] = len(found)
    return found


def _both_cut(conflict: Conflict, cut: Cut) -> Conflict:
    return replace(conflict, theirs=_with_words(conflict.theirs, cut), mine=cut(conflict.mine))


def conflicts_of(state: State, cycle: Cycle) -> list[Conflict]:
    """The contested answers that nobody has settled, oldest first, each with the answer that stands."""
    standing = answers_of(state, cycle)
    rows = Contested.objects.filter(state=state, cycle=cycle, settled__isnull=True).order_by("pk")
    return [Conflict(row.question, standing[row.question], standing_of(row).given, row.pk) for row in rows]


def settle(actor: Actor, contested: int, *, take: bool, reason: str) -> Standing:
    """Take a contested answer as the next version, or leave the one that stands. What stands afterwards.

    Raises `AnswerError` without a reason, and for a number that is unknown or settled.
    """
    if not reason.strip():
        raise AnswerError(Saying("say why this answer and not the other"))
    row = Contested.objects.filter(pk=contested).select_related("state", "cycle").first()
    if row is None:
        raise AnswerError(Saying("no contested answer of this number is open"))
    require_open(row.cycle)
    subject = facts(SubjectClass.ANSWER, f"state:{row.state.code}", row.state, row.cycle)
    with acting(actor, "answer.settled", subject, {"cycle": f"cycle:{row.cycle.pk}"}):
        Contested.objects.select_for_update().get(pk=contested)
        if Settled.objects.filter(contested=row).exists():
            raise AnswerError(Saying("no contested answer of this number is open"))
        newest = Answer.objects.filter(state=row.state, cycle=row.cycle, question=row.question).latest("version")
        taken = _taken(actor, row, newest.version + 1) if take else None
        Settled.objects.create(contested=row, answer=taken, reason=reason.strip(), settled_by=actor.id)
    return standing_of(taken or newest)


def _taken(actor: Actor, row: Contested, version: int) -> Answer:
    fields = [field.attname for field in Written._meta.fields if field.name not in ("given_at", "given_by")]
    copied = {name: getattr(row, name) for name in fields}
    return Answer.objects.create(**copied | {"version": version, "given_by": actor.id, "origin": Origin.SETTLED})

"""An answer as a piece that a State can keep confidential: one for all its versions, and what a reader has of it.

The piece is named by the answer's first version, so that a mark holds when the answer is given anew, and for the
contested ones beside it. An answer carried over to another cycle is another piece, and takes the marks with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from gatehouse.assessment.access.facts import facts
from gatehouse.assessment.confidentiality.marks import kept, refs_kept
from gatehouse.assessment.confidentiality.reading import cutter
from gatehouse.assessment.questions.errors import AnswerError
from gatehouse.assessment.questions.given import Given
from gatehouse.assessment.questions.models import Answer
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

Cut = Callable[[Given], Given]
Told = TypeVar("Told")


def about_answer(state: State, cycle: Cycle, question: str) -> Subject:
    """The facts about an answer, for the kernel and for marks. Raises `AnswerError` where there is no answer."""
    ref = _refs(state, cycle).get(question)
    if ref is None:
        raise AnswerError(Saying("this question is not answered; what was not said is not kept confidential"))
    return facts(SubjectClass.ANSWER, ref, state, cycle)


def about_answers(state: State, cycle: Cycle) -> dict[str, Subject]:
    """The facts about every answer of a State in a cycle, by question."""
    about = facts(SubjectClass.ANSWER, "", state, cycle)
    return {question: replace(about, ref=ref) for question, ref in _refs(state, cycle).items()}


def cuts(actor: Actor, state: State, cycle: Cycle) -> dict[str, Cut | None]:
    """For each answer on which there are marks: what cuts it for the reader; None where they may not have it at all.

    Answers that are not in it are as open as the answers of the State are.
    """
    refs = _refs(state, cycle)
    marks = kept(refs.values())
    if not marks:
        return {}
    about = facts(SubjectClass.ANSWER, f"state:{state.code}", state, cycle)
    found: dict[str, Cut | None] = {}
    for question, ref in refs.items():
        if ref in marks:
            words = cutter(actor, replace(about, ref=ref), marks[ref])
            found[question] = _cut(words) if words else None
    return found


def _cut(words: Callable[[str], str]) -> Cut:
    def cut(said: Given) -> Given:
        value = words(said.value) if isinstance(said.value, str) else said.value
        return Given(value, words(said.remarks), said.cited)

    return cut


def uncountable() -> set[tuple[str, str, int]]:
    """State, question and cycle of every answer of which anything is kept confidential: they are in no table."""
    numbers = [int(ref.partition(":")[2]) for ref in refs_kept("answer")]
    rows = Answer.objects.filter(pk__in=numbers)
    return set(rows.values_list("state__code", "question", "cycle_id"))


def of_reader(
    cut: Mapping[str, Cut | None], told: Mapping[str, Told], with_words: Callable[[Told, Cut], Told]
) -> dict[str, Told]:
    """What is told by question, without what the reader may not have; `with_words(one, cut)` cuts one."""
    return {
        question: with_words(one, of) if (of := cut.get(question)) else one
        for question, one in told.items()
        if question not in cut or cut[question] is not None
    }


def _refs(state: State, cycle: Cycle) -> dict[str, str]:
    rows = Answer.objects.filter(state=state, cycle=cycle, version=1).values_list("question", "pk")
    return {question: f"answer:{number}" for question, number in rows}

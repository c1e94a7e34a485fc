"""What taking a filled workbook would do, worked out before anything is stored: row by row, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from gatehouse.assessment.questions.answers import Standing
from gatehouse.assessment.questions.errors import AnswerError, WorkbookError
from gatehouse.assessment.questions.given import Given, Value, given
from gatehouse.assessment.questions.question import Kind, Question
from gatehouse.assessment.questions.questionnaire import Questionnaire
from gatehouse.assessment.questions.workbook_reading import Filled, Row
from gatehouse.assessment.questions.workbook_writing import in_cells
from gatehouse.terms.saying import Saying


class Taken(NamedTuple):
    """A row that answers its question; `seen` is the version that stood when the workbook was exported."""

    row: int
    question: Question
    said: Given
    seen: int


class Refusal(NamedTuple):
    """A row that is not taken, and why."""

    row: int
    question: str
    reason: Saying


@dataclass(slots=True)
class Plan:
    """What is new, what another answer has overtaken, what is the same or open, what is refused.

    `unasked` are questions whose answers contradict the one on which they hang: they are taken, and to be looked at.
    """

    new: list[Taken] = field(default_factory=list)
    conflicts: list[Taken] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    same: int = 0
    open: int = 0
    missing: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether it can be stored without a word."""
        return not self.conflicts and not self.refused


def plan(
    filled: Filled, questionnaire: Questionnaire, place: tuple[str, str], standing: Mapping[str, Standing]
) -> Plan:
    """The plan of taking a workbook as answers of `place`, a State's code and a cycle's name.

    Raises `WorkbookError` for a workbook of another State, cycle or questionnaire.
    """
    about = filled.about
    if (about.state, about.cycle) != place:
        raise WorkbookError(Saying("it was exported for another State or cycle; name that one, or export again"))
    if about.questionnaire.partition("/")[0] != questionnaire.code:
        raise WorkbookError(Saying("it was exported of another questionnaire; name that one, or export again"))
    found = Plan()
    questions = {question.id: question for question in questionnaire.questions()}
    counted = Counter(row.question for row in filled.rows)
    for row in filled.rows:
        if counted[row.question] > 1:
            found.refused.append(
                Refusal(row.number, _known(row, questions), Saying("two rows answer this question; leave one"))
            )
        else:
            _place(found, row, questions.get(row.question), standing.get(row.question))
    found.missing = [question for question in questions if question not in counted]
    found.unasked = _unasked(found, standing)
    return found


def _unasked(found: Plan, standing: Mapping[str, Standing]) -> list[str]:
    """Questions answered although another answer says that they are not asked; an open one says nothing."""
    values: dict[str, Value] = {question: each.given.value for question, each in standing.items()}
    values |= {taken.question.id: taken.said.value for taken in (*found.new, *found.conflicts)}
    return [
        taken.question.id
        for taken in sorted((*found.new, *found.conflicts), key=lambda taken: taken.row)
        if any(values.get(each.question, None) not in (None, *each.codes) for each in taken.question.conditions)
    ]


def _known(row: Row, questions: Mapping[str, Question]) -> str:
    """The question's id where it is one; what somebody typed is not repeated."""
    return row.question if row.question in questions else "?"


def _place(found: Plan, row: Row, question: Question | None, stands: Standing | None) -> None:
    if question is None:
        reason = Saying("no question of this questionnaire has this id; copy the answer to the exported row")
        found.refused.append(Refusal(row.number, "?", reason))
        return
    if row.answer in (None, "") and not row.remarks and not row.formulas:
        found.open += 1
        return
    try:
        said = _said(row, question, stands)
    except AnswerError as fault:
        found.refused.append(Refusal(row.number, question.id, fault.saying))
        return
    seen = row.version or 0
    if stands and (stands.given.value, stands.given.remarks) == (said.value, said.remarks):
        found.same += 1
    elif (stands.version if stands else 0) == seen:
        found.new.append(Taken(row.number, question, said, seen))
    else:
        found.conflicts.append(Taken(row.number, question, said, seen))


def _said(row: Row, question: Question, stands: Standing | None) -> Given:
    if row.formulas:
        raise AnswerError(Saying("a formula is no answer; type the value itself"))
    if row.asked != question.fingerprint or row.text not in (question.en, question.zh):
        raise AnswerError(
            Saying("the row does not show the question as it is asked now; export again and copy the answer")
        )
    if row.version is None:
        raise AnswerError(Saying("the column version was changed; export again and copy the answer"))
    if question.kind is Kind.DOCUMENT:
        return _document(row, stands)
    if question.kind is not Kind.NUMBER and row.year not in (None, ""):
        raise AnswerError(Saying("a year goes with a number only; clear it, or write it into the remarks"))
    value = row.answer
    if question.kind is Kind.NUMBER:
        value = {"value": row.answer, "year": row.year}
    elif question.kind is Kind.TEXT and not isinstance(value, str):
        value = "" if value is None else str(value)
    return given(question, value, row.remarks)


def _document(row: Row, stands: Standing | None) -> Given:
    """A document is not taken from a workbook: the name that stands is left, with new remarks if there are any."""
    if stands and in_cells(stands.given.value)[0] == row.answer:
        return Given(stands.given.value, row.remarks, stands.given.cited)
    raise AnswerError(Saying("a document is not sent in a workbook; add it as evidence"))

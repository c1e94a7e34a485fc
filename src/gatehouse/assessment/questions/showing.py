"""Which questions are shown, given the answers so far; and how far a questionnaire has got."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gatehouse.assessment.questions.given import Value
from gatehouse.assessment.questions.question import Question
from gatehouse.assessment.questions.questionnaire import Questionnaire, Section

Values = Mapping[str, Value]
"""Answers by question."""


class Progress(NamedTuple):
    """Of the questions that are shown, how many are answered."""

    answered: int
    shown: int

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return 100 * self.answered // self.shown if self.shown else 100


def is_shown(question: Question, values: Values, bank: Mapping[str, Question]) -> bool:
    """Whether its conditions hold. An answer to a question that is itself not shown opens nothing."""
    return all(
        values.get(condition.question) in condition.codes and is_shown(bank[condition.question], values, bank)
        for condition in question.conditions
    )


def shown_questions(section: Section, values: Values, bank: Mapping[str, Question]) -> tuple[Question, ...]:
    """The questions of a section that are shown. What is hidden keeps its answer, should it have one."""
    return tuple(question for question in section.questions if is_shown(question, values, bank))


def progress(questionnaire: Questionnaire, values: Values, bank: Mapping[str, Question]) -> dict[str, Progress]:
    """How far each section is, in order; and, under the empty name, the whole."""
    found: dict[str, Progress] = {}
    for section in questionnaire.sections:
        asked = shown_questions(section, values, bank)
        found[section.code] = Progress(sum(each.id in values for each in asked), len(asked))
    found[""] = Progress(sum(each.answered for each in found.values()), sum(each.shown for each in found.values()))
    return found

"""What this room refuses. The texts say where, why and what to do, and never repeat an answer."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class QuestionsError(AssessmentError):
    """Anything that this room refuses."""


class QuestionnaireError(QuestionsError):
    """A file of questions or a questionnaire is not what it should be."""


class AnswerError(QuestionsError):
    """What was given does not answer the question."""


class NotYoursError(QuestionsError):
    """The section was given to another office, or the cycle takes no answers."""


class WorkbookError(QuestionsError):
    """A workbook cannot be taken at all; nothing of it was read on."""

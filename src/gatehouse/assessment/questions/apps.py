"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """Its tables begin with `assessment_questions_`."""

    name = "gatehouse.assessment.questions"
    label = "assessment_questions"

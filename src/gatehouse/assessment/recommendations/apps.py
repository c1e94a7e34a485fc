"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """Its tables begin with `assessment_recommendations_`."""

    name = "gatehouse.assessment.recommendations"
    label = "assessment_recommendations"

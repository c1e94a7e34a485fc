"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Its tables begin with `assessment_visits_`."""

    name = "gatehouse.assessment.visits"
    label = "assessment_visits"

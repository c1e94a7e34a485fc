"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class AssistanceConfig(AppConfig):
    """Its tables begin with `assessment_assistance_`."""

    name = "gatehouse.assessment.assistance"
    label = "assessment_assistance"

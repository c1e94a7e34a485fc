"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class ConfidentialityConfig(AppConfig):
    """Its tables begin with `assessment_confidentiality_`."""

    name = "gatehouse.assessment.confidentiality"
    label = "assessment_confidentiality"

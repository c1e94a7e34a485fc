"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """Its tables begin with `assessment_findings_`."""

    name = "gatehouse.assessment.findings"
    label = "assessment_findings"

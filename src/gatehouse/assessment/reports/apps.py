"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Its tables begin with `assessment_reports_`."""

    name = "gatehouse.assessment.reports"
    label = "assessment_reports"

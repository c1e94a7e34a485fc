"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class WaitingConfig(AppConfig):
    """Its tables begin with `assessment_waiting_`."""

    name = "gatehouse.assessment.waiting"
    label = "assessment_waiting"

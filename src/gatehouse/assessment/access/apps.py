"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Its tables begin with `assessment_access_`."""

    name = "gatehouse.assessment.access"
    label = "assessment_access"

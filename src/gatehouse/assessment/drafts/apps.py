"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Its tables begin with `assessment_drafts_`."""

    name = "gatehouse.assessment.drafts"
    label = "assessment_drafts"

"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    """Its tables begin with `assessment_translations_`."""

    name = "gatehouse.assessment.translations"
    label = "assessment_translations"

"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class StatesConfig(AppConfig):
    """Its tables begin with `assessment_states_`."""

    name = "gatehouse.assessment.states"
    label = "assessment_states"

"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class FollowUpConfig(AppConfig):
    """Its tables begin with `assessment_follow_up_`."""

    name = "gatehouse.assessment.follow_up"
    label = "assessment_follow_up"

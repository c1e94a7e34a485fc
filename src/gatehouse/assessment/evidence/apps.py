"""The room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Its tables begin with `assessment_evidence_`."""

    name = "gatehouse.assessment.evidence"
    label = "assessment_evidence"

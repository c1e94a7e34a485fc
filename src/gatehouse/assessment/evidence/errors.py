"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class EvidenceError(AssessmentError):
    """An item cannot be added or handed over as asked for."""

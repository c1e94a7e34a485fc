"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class VisitError(AssessmentError):
    """A list or a visit cannot be had as asked for; the text says why and what to do."""

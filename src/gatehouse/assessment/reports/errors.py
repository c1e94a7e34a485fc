"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class ReportError(AssessmentError):
    """A report cannot be made as asked for; the text says why and what to do."""

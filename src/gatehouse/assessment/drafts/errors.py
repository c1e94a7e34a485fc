"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class DraftError(AssessmentError):
    """A draft is too long, or there are too many."""

"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class WaitingError(AssessmentError):
    """Something waits already, or no longer; the text says which and what to do."""

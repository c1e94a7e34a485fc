"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class AccessError(AssessmentError):
    """A person cannot be put on a team as asked for."""

"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class StatesError(AssessmentError):
    """A State or a cycle cannot be had as asked for; the text says why and what to do."""

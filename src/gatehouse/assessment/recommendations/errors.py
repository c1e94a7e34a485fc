"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class RecommendationError(AssessmentError):
    """A recommendation cannot be had or changed as asked for; the text says why and what to do."""

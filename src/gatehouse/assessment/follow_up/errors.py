"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class FollowUpError(AssessmentError):
    """A report of progress, a decision or an uptake cannot be taken as given; the text says why and what to do."""

"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class AssistanceError(AssessmentError):
    """A need, an offer or a project cannot be had as asked for; the text says why and what to do."""

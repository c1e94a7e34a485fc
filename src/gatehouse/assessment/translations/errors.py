"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class TranslationError(AssessmentError):
    """A translation cannot be written or approved as asked for; the text says why and what to do."""

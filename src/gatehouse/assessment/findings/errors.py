"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class FindingsError(AssessmentError):
    """A finding, a rating or an assessment cannot be changed as asked for."""


class NotReadyError(FindingsError):
    """Something is missing; `lacking` says all of it."""

    def __init__(self, what: str, lacking: list[str]) -> None:
        self.lacking = lacking
        super().__init__(f"{what}: {'; '.join(lacking)}")

"""What this room refuses."""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError
from gatehouse.terms.saying import Saying, together


class FindingsError(AssessmentError):
    """A finding, a rating or an assessment cannot be changed as asked for."""


class NotReadyError(FindingsError):
    """Something is missing; `lacking` says all of it."""

    def __init__(self, what: Saying, lacking: tuple[Saying, ...]) -> None:
        self.lacking = lacking
        super().__init__(Saying("%(what)s; missing: %(lacking)s", what=what, lacking=together(*lacking)))

"""What this room refuses.

ConfidentialityError    a mark or a table cannot be had as asked for
└── LeakError           something kept confidential stands in what was about to go out: nothing went out
"""

from __future__ import annotations

from gatehouse.assessment.errors import AssessmentError


class ConfidentialityError(AssessmentError):
    """A mark or a table is refused; the text says why and what to do."""


class LeakError(ConfidentialityError):
    """What was about to go out holds what the reader may not see. The text does not repeat it."""

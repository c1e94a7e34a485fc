"""What can go wrong with a review.

ReviewError         what was asked cannot be done; it says what to do instead
├── StaleError      somebody else, or a message, was quicker: nothing was stored
├── AnswerError     the answer is not one that can be kept (reason, text)
└── TableError      a table of this room is not understood
"""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class ReviewError(Exception):
    """What was asked cannot be done: the cause, and what to do. No personal data stands in it."""

    def __init__(self, cause: Saying | str, remedy: Saying | str) -> None:
        self.cause, self.remedy = cause, remedy
        super().__init__(f"{cause}; {remedy}")


class StaleError(ReviewError):
    """The hit is not as it was when the person looked at it: what happened since, and that nothing was stored."""


class AnswerError(ReviewError):
    """The answer cannot be kept as it is."""


class TableError(ReviewError):
    """A table of units, reasons or list handling has a row that nobody understands."""

"""What an enquiry refuses. Holds no personal data."""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class EnquiryError(Exception):
    """A question that cannot be answered, or a decision that cannot be made: why, and what to do."""

    def __init__(self, cause: Saying, remedy: Saying) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause: Saying | str = cause
        self.remedy: Saying | str = remedy

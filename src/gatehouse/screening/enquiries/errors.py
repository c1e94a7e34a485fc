"""What an enquiry refuses. Holds no personal data."""

from __future__ import annotations


class EnquiryError(Exception):
    """A question that cannot be answered, or a decision that cannot be made: why, and what to do."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}; {remedy}")

"""What the room of authors refuses, beside what the criteria themselves refuse.

AuthoringError
"""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class AuthoringError(Exception):
    """Refused: why, and what to do. Holds nobody's data."""

    def __init__(self, cause: Saying | str, remedy: Saying | str) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause, self.remedy = cause, remedy

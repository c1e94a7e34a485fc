"""What the room of work refuses."""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class WorkError(Exception):
    """It cannot be done so: the cause, and what to do. Pages say both in the reader's language."""

    def __init__(self, cause: Saying | str, remedy: Saying | str) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause, self.remedy = cause, remedy

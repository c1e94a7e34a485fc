"""What can go wrong with a case. No error names a person."""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class CaseError(Exception):
    """What was asked cannot be done: the cause, and what to do instead."""

    def __init__(self, cause: Saying | str, remedy: Saying | str) -> None:
        self.cause, self.remedy = cause, remedy
        super().__init__(f"{cause}; {remedy}")

"""What can go wrong with a request. No error names a person."""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class RedressError(Exception):
    """What was asked cannot be done: the cause, and what to do instead."""

    def __init__(self, cause: Saying | str, remedy: Saying | str) -> None:
        self.cause, self.remedy = cause, remedy
        super().__init__(f"{cause}; {remedy}")


class UnknownRequestError(RedressError):
    """There is no such request."""

    def __init__(self) -> None:
        super().__init__(Saying("there is no such request"), Saying("see `gatehouse redress list`"))

"""What this room refuses."""

from __future__ import annotations


class AccountError(Exception):
    """An account cannot be made or changed so. `cause` says why and `remedy` what to do; neither holds a password."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}; {remedy}")
        self.cause, self.remedy = str(cause), str(remedy)

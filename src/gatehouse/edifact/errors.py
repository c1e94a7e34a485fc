"""What the reader refuses.

EdifactError
├── NotEdifactError   no interchange can be found
└── TooLargeError     a segment or message passes a limit; reading on could exhaust memory
"""

from __future__ import annotations


class EdifactError(Exception):
    """A stream that cannot be read on. `offset` is the byte where reading stopped; `remedy` says what to do."""

    def __init__(self, cause: str, offset: int, remedy: str) -> None:
        super().__init__(f"byte {offset}: {cause}; {remedy}")
        self.cause, self.offset, self.remedy = cause, offset, remedy


class NotEdifactError(EdifactError):
    """No UNA, UNB or UNH was found."""


class TooLargeError(EdifactError):
    """A limit of `limits` was passed."""

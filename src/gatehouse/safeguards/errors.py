"""What the safeguards refuse.

SafeguardsError
├── ProfileError      a law profile that cannot be taken: every problem at once, each with its place
├── SignatureError    a key or signature that is not one, or does not fit
└── PolicyError       a policy table that says something nobody understands
"""

from __future__ import annotations

from typing import NamedTuple


class SafeguardsError(Exception):
    """The top of this room's errors. None of them holds personal data or key material."""


class Problem(NamedTuple):
    """One thing that is wrong with a file: where, why, and what to do."""

    place: str
    cause: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.cause}; {self.remedy}"


class ProfileError(SafeguardsError):
    """A law profile that cannot be taken. `problems` holds all of them, in the order of the file's tables."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(" | ".join(map(str, problems)))
        self.problems = problems


class SignatureError(SafeguardsError):
    """A key that cannot be read, or a signature that is malformed or not of this file by this key."""


class PolicyError(SafeguardsError):
    """A row of a policy table that names an unknown role, act, subject, purpose, condition or topic."""

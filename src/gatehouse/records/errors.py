"""What can go wrong at the door.

RecordsError        the door was used in a way that it refuses: a fault of the program
└── RefusedError    the kernel did not allow it: an answer for the person who asked
"""

from __future__ import annotations

from gatehouse.safeguards.decision import NeedsSecondPerson, Refuse


class RecordsError(Exception):
    """The door was used wrongly: what happened, and what to do instead."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}; {remedy}")


class RefusedError(RecordsError):
    """The act is not allowed, or not alone. `answer` is the kernel's, with its rule, reason and provision."""

    def __init__(self, answer: Refuse | NeedsSecondPerson) -> None:
        self.answer = answer
        super().__init__(answer.reason, f"see {answer.provision} (rule {answer.rule})")

    @property
    def wants_second_person(self) -> bool:
        """Whether the same act would be allowed together with another person."""
        return isinstance(self.answer, NeedsSecondPerson)

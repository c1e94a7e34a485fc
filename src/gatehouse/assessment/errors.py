"""What the assessment side refuses, whichever room it is.

AssessmentError                 an answer for whoever asked: what, why, and what to do
├── ActingError                 a store function names an act that nobody may be asked about: a fault of the program
├── NotAllowedError             the kernel refused; `answer` has its rule, reason and provision
│   └── SecondPersonNeededError     allowed together with another person, in one of `answer.roles`
└── ChangedMeanwhileError       somebody else changed it since it was read: nothing was lost, nothing overwritten
"""

from __future__ import annotations

from gatehouse.safeguards.decision import NeedsSecondPerson, Refuse


class AssessmentError(ValueError):
    """Something is not done; the text says why and what to do."""


class ActingError(AssessmentError):
    """An act that no table knows."""


class NotAllowedError(AssessmentError):
    """The kernel did not allow it."""

    def __init__(self, answer: Refuse | NeedsSecondPerson) -> None:
        self.answer = answer
        super().__init__(f"not allowed: {answer.reason} (rule {answer.rule}; {answer.provision})")


class SecondPersonNeededError(NotAllowedError):
    """The kernel allows it to two, and one asked."""


class ChangedMeanwhileError(AssessmentError):
    """Two people edited the same thing. `current` is what stands now, `offered` what was to be written."""

    def __init__(self, what: str, current: object, offered: object) -> None:
        self.current, self.offered = current, offered
        super().__init__(f"{what} was changed meanwhile; compare both, then write again on the newer one")

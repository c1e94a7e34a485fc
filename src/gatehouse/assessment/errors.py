"""What the assessment side refuses, whichever room it is.

AssessmentError                 an answer for whoever asked: what, why, and what to do
├── ActingError                 a store function names an act that nobody may be asked about: a fault of the program
├── NotAllowedError             the kernel refused; `answer` has its rule, reason and provision
│   └── SecondPersonNeededError     allowed together with another person, in one of `answer.roles`
└── ChangedMeanwhileError       somebody else changed it since it was read: nothing was lost, nothing overwritten
"""

from __future__ import annotations

from gatehouse.safeguards.decision import NeedsSecondPerson, Refuse
from gatehouse.terms.saying import Saying


class AssessmentError(ValueError):
    """Something is not done; `saying` says why and what to do. Pages say it in the reader's language."""

    def __init__(self, saying: Saying) -> None:
        self.saying = saying
        super().__init__(str(saying))


class ActingError(AssessmentError):
    """An act that no table knows."""


class NotAllowedError(AssessmentError):
    """The kernel did not allow it."""

    def __init__(self, answer: Refuse | NeedsSecondPerson) -> None:
        self.answer = answer
        told = {"reason": Saying(answer.reason), "rule": answer.rule, "provision": answer.provision}
        super().__init__(Saying("not allowed: %(reason)s (rule %(rule)s; %(provision)s)", **told))


class SecondPersonNeededError(NotAllowedError):
    """The kernel allows it to two, and one asked."""


class ChangedMeanwhileError(AssessmentError):
    """Two people edited the same thing. `current` is what stands now, `offered` what was to be written."""

    def __init__(self, what: Saying, current: object, offered: object) -> None:
        self.current, self.offered = current, offered
        super().__init__(
            Saying("%(what)s was changed meanwhile; compare both, then write again on the newer one", what=what)
        )

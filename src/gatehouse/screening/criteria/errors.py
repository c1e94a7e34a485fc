"""What the criteria room refuses.

CriterionError
├── CriterionFileError   a criterion file, a history or a file of outcomes cannot be taken
└── RegisterError        the register refuses an act: a changed file, no shadow report, the wrong person
"""

from __future__ import annotations

from gatehouse.terms.saying import Saying


class CriterionError(Exception):
    """Refused; the text says where, why and what to do, and holds no personal data."""


class CriterionFileError(CriterionError):
    """A file that is refused whole: which one, where in it, why, and what to do."""

    def __init__(self, file: str, position: str, cause: Saying | str, remedy: Saying | str) -> None:
        super().__init__(f"{file}: {position}: {cause}; {remedy}")
        self.file, self.position = file, position
        self.cause, self.remedy = cause, remedy


class RegisterError(CriterionError):
    """An act that the register does not allow: for which criterion, why, and what to do."""

    def __init__(self, criterion: str, cause: Saying | str, remedy: Saying | str) -> None:
        super().__init__(f"{criterion}: {cause}; {remedy}")
        self.criterion = criterion
        self.cause, self.remedy = cause, remedy

"""What the list readers refuse.

ListFileError   the file as a whole cannot be trusted; nothing of it is used and nothing changes
KeptListError   a change of a list that is kept here cannot be made; nothing changes
"""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.terms.saying import Saying


class ListFileError(Exception):
    """A list file that is refused whole: which file, where in it, why, and what to do. Holds no personal data."""

    def __init__(self, file: str, position: str, cause: str, remedy: str) -> None:
        super().__init__(f"{file}: {position}: {cause}; {remedy}")
        self.file, self.position, self.cause, self.remedy = file, position, cause, remedy


class Fault(NamedTuple):
    """What is wrong with one field of a listing."""

    field: str
    says: Saying

    def __str__(self) -> str:
        return f"{self.field}: {self.says}"


class KeptListError(Exception):
    """A change of a list that is kept here cannot be made: why, and what to do. Holds no personal data.

    `faults` are those of the fields of a listing, where it was one that is not whole.
    """

    def __init__(self, cause: Saying, remedy: Saying, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(f"{'; '.join(map(str, faults)) or cause}; {remedy}")
        self.cause: Saying | str = cause
        self.remedy: Saying | str = remedy
        self.faults = faults

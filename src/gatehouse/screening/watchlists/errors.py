"""What the list readers refuse.

ListFileError   the file as a whole cannot be trusted; nothing of it is used and nothing changes
"""

from __future__ import annotations


class ListFileError(Exception):
    """A list file that is refused whole: which file, where in it, why, and what to do. Holds no personal data."""

    def __init__(self, file: str, position: str, cause: str, remedy: str) -> None:
        super().__init__(f"{file}: {position}: {cause}; {remedy}")
        self.file, self.position, self.cause, self.remedy = file, position, cause, remedy


class KeptListError(Exception):
    """A change of a list that is kept here cannot be made: why, and what to do. Holds no personal data."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}; {remedy}")

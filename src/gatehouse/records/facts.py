"""What is on record about the thing that is acted on: the kernel's `Subject`, read and never taken from the caller.

The rooms above say how: each registers one function for each class of things that it keeps. A class that nobody
registered has no facts but its reference, and what is not known opens no door.
"""

from __future__ import annotations

from collections.abc import Callable

from gatehouse.records.errors import RecordsError
from gatehouse.safeguards.decision import Subject
from gatehouse.safeguards.vocabulary import SubjectClass

Reader = Callable[[str], Subject]
"""From a reference (`hit:12`) to the facts. It reads tables that hold no personal data, or views of such columns."""

_READERS: dict[SubjectClass, Reader] = {}


def known_by(kind: SubjectClass, reader: Reader) -> None:
    """Register how the facts about a class of things are read. RecordsError for a second reader of the same class."""
    if _READERS.get(kind, reader) is not reader:
        raise RecordsError(f"two rooms say what is known about a {kind}", "leave it to the one that stores it")
    _READERS[kind] = reader


def subject(kind: SubjectClass, ref: str) -> Subject:
    """The facts on record about one thing. RecordsError where the reader answers about another."""
    reader = _READERS.get(kind)
    if reader is None or ref.startswith("store:"):
        return Subject(kind, ref)
    found = reader(ref)
    if (found.kind, found.ref) != (kind, ref):
        raise RecordsError(f"the facts are those of another {kind}", "return a Subject of the reference asked for")
    return found

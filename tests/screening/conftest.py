"""Messages of fictitious people, written as carriers would, and a screener that is honest and tiny."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.terms.candidate import Candidate, Found, LeftOut, Reason, Subject
from manifest import Person
from manifest import paxlst as paxlst_of

ENGINE = "exact-name 1"
CUT_SHORT = "CUT SHORT"
"""Whoever bears this name is searched for in part only."""


def _exactly(entry_id: str, name: str) -> Candidate:
    reasons = (Reason("name", name, name, "same", 3.0),)
    return Candidate("TEST", entry_id, name, 0.9, True, reasons, ENGINE, threshold=0.5)


@pytest.fixture(scope="session")
def person() -> type[Person]:
    """Makes people."""
    return Person


@pytest.fixture(scope="session")
def paxlst() -> Callable[..., bytes]:
    """Makes a PAXLST interchange of people on ZZ123 CDG-LHR."""
    return paxlst_of


@pytest.fixture
def sent(tmp_path: Path) -> Callable[..., Path]:
    """Writes bytes to a file of that name, for ingesting."""

    def write_file(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write_file


@pytest.fixture(scope="session")
def exact_names() -> Callable[..., ListsInForce]:
    """Lists whose entries are found by their exact name only: name to entry identifier."""

    def make(listed: dict[str, str], versions: dict[str, int] | None = None) -> ListsInForce:
        def find_many(subjects: Sequence[Subject]) -> list[Found]:
            return [
                Found(
                    [_exactly(listed[name], name) for name in subject.names if name in listed],
                    (LeftOut.CUT,) if CUT_SHORT in subject.names else (),
                )
                for subject in subjects
            ]

        return ListsInForce(find_many, versions or {})

    return make

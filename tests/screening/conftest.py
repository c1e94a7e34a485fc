"""Messages of fictitious people, written as carriers would, and a screener that is honest and tiny."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from gatehouse.edifact.writer import message, segment, write
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.terms.candidate import Candidate, Found, LeftOut, Reason, Subject

ENGINE = "exact-name 1"
CUT_SHORT = "CUT SHORT"
"""Whoever bears this name is searched for in part only."""


def _exactly(entry_id: str, name: str) -> Candidate:
    reasons = (Reason("name", name, name, "same", 3.0),)
    return Candidate("TEST", entry_id, name, 0.9, True, reasons, ENGINE, threshold=0.5)


class Person:
    """Somebody on a flight: `SURNAME/GIVEN`, birth YYMMDD, passport number, locator and reference as wanted."""

    def __init__(self, name: str, birth: str = "", passport: str = "", locator: str = "", reference: str = "") -> None:
        self.surname, self.given = name.split("/")
        self.birth, self.passport, self.locator, self.reference = birth, passport, locator, reference

    def paxlst(self) -> list[str]:
        """NAD and what follows it."""
        said = [segment("NAD", "FL", "", "", [self.surname, self.given])]
        said += [segment("DTM", ["329", self.birth])] if self.birth else []
        said += [segment("RFF", ["AVF", self.locator])] if self.locator else []
        said += [segment("RFF", ["ABO", self.reference])] if self.reference else []
        if self.passport:
            said += [segment("DOC", ["P", "110", "111"], self.passport), segment("LOC", "91", "UTO")]
        return said


def _paxlst(
    people: Sequence[Person],
    *,
    code: tuple[str, str] = ("745", ""),
    control: str = "C1",
    part: str = "",
    flight: str = "ZZ123",
) -> bytes:
    body = [
        segment("BGM", *code),
        segment("TDT", "20", flight),
        segment("LOC", "125", "CDG"),
        segment("DTM", ["189", "2601200830", "201"]),
        segment("LOC", "87", "LHR"),
        segment("DTM", ["232", "2601200900", "201"]),
        *[line for person in people for line in person.paxlst()],
    ]
    sequence = part.split(":") if part else []
    kind = ["PAXLST", "D", "15B", "UN", "IATA"]
    lines = message("1", kind, body, f"{flight}/260120", sequence)
    return write(
        [
            segment("UNB", ["UNOA", "4"], "ZZAIR", "GOV", ["260119", "1200"], control),
            *lines,
            segment("UNZ", "1", control),
        ]
    )


@pytest.fixture(scope="session")
def person() -> type[Person]:
    """Makes people."""
    return Person


@pytest.fixture(scope="session")
def paxlst() -> Callable[..., bytes]:
    """Makes a PAXLST interchange of people on ZZ123 CDG-LHR."""
    return _paxlst


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

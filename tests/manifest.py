"""Messages of fictitious people, written as carriers would."""

from __future__ import annotations

from collections.abc import Sequence

from gatehouse.edifact.writer import message, segment, write


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


def paxlst(
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

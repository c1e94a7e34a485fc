"""Verdicts to a CUSRES message (BGM 962, 132 or 312).

Refuses to guess: a verdict is a `Verdict`, never a number or a text, so that no score can become one; and
`Verdict.MUST_NOT_BOARD` needs a `ConfirmedMatch`, which only a person's decision makes, or a document rule, since
resolution and law ask that one of the two stands behind it. What it refuses it refuses with `TypeError` or
`ValueError` before anything is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from gatehouse.edifact.delimiters import DEFAULT, Delimiters
from gatehouse.edifact.writer import message, segment
from gatehouse.safeguards.confirmed import ConfirmedMatch
from gatehouse.screening.messages.cusres.codes import FUNCTIONS, LEVELS, Verdict
from gatehouse.screening.messages.cusres.flights import ARRIVAL, DEPARTURE, FROM, TO
from gatehouse.terms.flight import Flight, Leg

_FUNCTION_CODES = {words: code for code, words in FUNCTIONS.items()}
_LEVEL_CODES = {words: code for code, words in LEVELS.items()}
TEXT_MAX = 512
"""FTX C108: longest free text of one component, an..512."""


class Basis(StrEnum):
    """What a refusal to board may stand on beside a confirmed match. A score is not among them."""

    DOCUMENT_RULE = "document-rule"
    """The document is reported stolen or lost, or has expired: a fact, compared exactly."""


@dataclass(frozen=True, slots=True)
class PersonVerdict:
    """One person's verdict. `reference` is the carrier's RFF+ABO, `locator` RFF+AVF; one of them is needed.

    `basis` is needed for, and only allowed with, `Verdict.MUST_NOT_BOARD`.
    """

    verdict: Verdict
    reference: str | None = None
    locator: str | None = None
    text: str | None = None
    basis: ConfirmedMatch | Basis | None = None

    def __post_init__(self) -> None:
        # `Verdict("1Z")` has to be written out by a caller; a text that happens to equal a code is refused.
        if not isinstance(self.verdict, Verdict):
            raise TypeError("a verdict is a Verdict, decided by a person or a rule; nothing is converted into one")
        refuses = self.verdict is Verdict.MUST_NOT_BOARD
        if refuses != isinstance(self.basis, ConfirmedMatch | Basis):
            raise ValueError(
                "MUST_NOT_BOARD needs its basis (a ConfirmedMatch or a Basis), and no other verdict has one"
            )
        if not (self.reference or self.locator):
            raise ValueError("the person has neither passenger reference (ABO) nor locator (AVF) to answer to")


@dataclass(frozen=True, slots=True)
class MessageVerdict:
    """What is said of a whole message: `accepted`, or an exception that `text` explains."""

    accepted: bool
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A CUSRES to be written. `function` is `response`, `status-change` or `acknowledgement`."""

    function: str
    persons: Sequence[PersonVerdict] = ()
    overall: MessageVerdict | None = None
    flights: Sequence[Flight] = ()
    transaction: str | None = None
    common_reference: str = ""
    release: str = "05B"


def write(response: Response, reference: str, delimiters: Delimiters = DEFAULT) -> list[str]:
    """The segments of one message, UNH to UNT, for `edifact.write`. `reference` is its UNH 0062.

    Raises `ValueError` for a function that no CUSRES has.
    """
    code = _FUNCTION_CODES.get(response.function)
    if code is None:
        raise ValueError(f"a CUSRES is one of {', '.join(_FUNCTION_CODES)}")
    elements: list[list[str | list[str]]] = [["BGM", code]]
    if response.transaction:
        elements.append(["RFF", ["TN", response.transaction]])
    for flight in response.flights:
        for leg in flight.legs or (Leg(None, None),):
            elements.extend(_leg(flight, leg))
    if response.overall:
        status = "0" if response.overall.accepted else "1"
        elements.extend(_reply("message", [], status, response.overall.text))
    for person in response.persons:
        elements.extend(_person(person))
    body = [segment(str(tag), *rest, delimiters=delimiters) for tag, *rest in elements]
    kind = ["CUSRES", "D", response.release, "UN", "IATA"]
    return message(reference, kind, body, response.common_reference, ["01", "F"], delimiters=delimiters)


def _leg(flight: Flight, leg: Leg) -> list[list[str | list[str]]]:
    """SG3 of one leg: a flight of several is named once for each, so that times and places stay together."""
    designator = f"{flight.carrier or ''}{flight.number or ''}{flight.suffix or ''}"
    group: list[list[str | list[str]]] = [["RFF", ["AF", designator]]]
    for qualifier, moment in ((DEPARTURE, leg.departs), (ARRIVAL, leg.arrives)):
        if moment:
            # ISO 8601 without its century and separators: YYMMDDHHMM (201) or YYMMDD (101).
            digits = "".join(c for c in moment if c.isdigit())[2:]
            group.append(["DTM", [qualifier, digits, "201" if len(digits) == 10 else "101"]])
    for qualifier, airport in ((FROM, leg.origin), (TO, leg.destination)):
        if airport:
            group.append(["LOC", qualifier, airport])
    return group


def _person(person: PersonVerdict) -> list[list[str | list[str]]]:
    keys = [("AVF", person.locator), ("ABO", person.reference)]
    return _reply("person", [[key, value] for key, value in keys if value], person.verdict.value, person.text)


def _reply(level: str, keys: list[list[str]], status: str, text: str | None) -> list[list[str | list[str]]]:
    group: list[list[str | list[str]]] = [["ERP", _LEVEL_CODES[level]]]
    group.extend(["RFF", key] for key in keys)
    group.append(["ERC", status])
    if text:
        group.append(["FTX", "AAP", "", "", text[:TEXT_MAX]])
    return group

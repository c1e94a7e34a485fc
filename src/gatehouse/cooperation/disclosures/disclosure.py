"""What is given to whom, as values."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from gatehouse.safeguards.vocabulary import SubjectClass


class Part(StrEnum):
    """What of a person's data is given: the recipient is told later of what changes in it."""

    IDENTITY = "identity"
    """Names, birth date, sex, nationality."""
    DOCUMENTS = "documents"
    JOURNEY = "journey"
    BOOKING = "booking"
    CONTACT = "contact"
    MATCH = "match"
    """That two persons found the traveller to be a listed one."""


class State(StrEnum):
    """`asked` until a second person agrees (`made`) or does not (`declined`)."""

    ASKED = "asked"
    MADE = "made"
    DECLINED = "declined"


class Wanted(NamedTuple):
    """What is to be given: of a hit or a traveller by number, to a recipient by its code in the law profile."""

    kind: SubjectClass
    number: int
    recipient: str
    parts: tuple[Part, ...]


class ReasonedRequest(NamedTuple):
    """The ground of a disclosure without a match: the request of an authority, by its reference."""

    reference: str


class Row(NamedTuple):
    """A disclosure as it is shown: references and codes, nobody's name. `at` is when it was asked for or decided."""

    number: int
    state: State
    recipient: str
    subject: str
    parts: tuple[str, ...]
    purpose: str
    reference: str
    asked_by: str
    second: str
    at: dt.datetime

"""What the border is told: one of three answers, pure. The reasons stay with the unit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gatehouse.mrz import Zone


class Answer(StrEnum):
    """`wait` asks for a person's decision and is none."""

    NOTHING_KNOWN = "nothing-known"
    WAIT = "wait"
    DOCUMENT = "document-problem"


class Fault(StrEnum):
    """What is wrong with a document, as its own zone says it."""

    NUMBER = "number"
    BIRTH = "birth"
    EXPIRY = "expiry"
    OPTIONAL = "optional"
    COMPOSITE = "composite"
    """The last check digit, which is over the others' fields: one of them was altered, or misread."""
    EXPIRED = "expired"
    BIRTH_UNREADABLE = "birth-unreadable"
    SPECIMEN = "specimen"
    """Issued by the State of the standard's specimens (ICAO Doc 9303), which there is not."""


SPECIMEN_ISSUER = "UTO"


@dataclass(frozen=True, slots=True)
class BorderAnswer:
    """The one answer. `reference` and `contact` are whom to ask and about what, where it is *wait*."""

    answer: Answer
    faults: tuple[Fault, ...] = ()
    reference: str | None = None
    contact: str | None = None


def faults_of(zone: Zone, today: dt.date, *, live: bool) -> tuple[Fault, ...]:
    """What the zone says against its own document. Specimens are good enough for demonstrations."""
    found = [Fault(name) for name in zone.failed]
    if zone.birth_date is None and Fault.BIRTH not in found:
        found.append(Fault.BIRTH_UNREADABLE)
    if zone.is_expired(today):
        found.append(Fault.EXPIRED)
    if live and zone.issuer == SPECIMEN_ISSUER:
        found.append(Fault.SPECIMEN)
    return tuple(found)


def answer_for(faults: tuple[Fault, ...], reference: str | None, contact: str) -> BorderAnswer:
    """One answer of all that is known: the unit's wish to look goes before a fault of the document, and tells both."""
    if reference:
        return BorderAnswer(Answer.WAIT, faults, reference, contact)
    if faults:
        return BorderAnswer(Answer.DOCUMENT, faults)
    return BorderAnswer(Answer.NOTHING_KNOWN)

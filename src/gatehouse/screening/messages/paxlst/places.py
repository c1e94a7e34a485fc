"""LOC: a point of the flight's route, a place of a person's journey or life, or the issuer of a document."""

from __future__ import annotations

from gatehouse.edifact.segment import at
from gatehouse.screening.messages.paxlst.codes import CODES
from gatehouse.screening.messages.paxlst.particulars import country
from gatehouse.screening.messages.paxlst.said import (
    DOCUMENT,
    FLIGHT,
    PERSON,
    UNREAD,
    Elements,
    Fault,
    Said,
    shown,
    unread,
)
from gatehouse.terms.places import is_airport

SUBDIVISION_LIST = "163"
"""1131: a code list of country subdivisions. `VA:163` is Virginia, and not the Vatican."""
_NOTHING = Said(PERSON)


def place(elements: Elements) -> Said:
    """LOC: 3227 and C517 (3225 code, 1131, 3055, 3224 name), C519 region. The table says whose place it is."""
    qualifier = at(elements, 0).upper().lstrip("0")
    known = CODES["LOC"].get(qualifier)
    if known is None:
        return unread("place-unknown", qualifier)
    if known.about == FLIGHT:
        airport, faults = _airport(at(elements, 1))
        return Said(FLIGHT, ((known.field, airport or None),), faults)
    if known.about == DOCUMENT:
        return _issuer(elements)
    if known.about == PERSON:
        return _of_person(known.field, elements)
    return Said(UNREAD, (), (), True)


def _airport(code: str) -> tuple[str, tuple[Fault, ...]]:
    """An IATA code in capitals; the US profile writes the country's alpha-2 code before it."""
    code = code.upper()
    # Five letters can only be the US form: IATA codes have three.
    code = code[2:] if len(code) == 5 else code
    known = not code or is_airport(code)
    return code, () if known else (Fault("airport-unknown", shown(code)),)


def _of_person(field: str, elements: Elements) -> Said:
    code, name = at(elements, 1), at(elements, 1, 3)
    if field == "birth_place":
        text = ", ".join(part for part in (name, at(elements, 2, 3) or at(elements, 2), code) if part)
        return Said(PERSON, ((field, text),)) if text else _NOTHING
    if not code and not name:
        return _NOTHING
    if field == "residence":
        alpha, faults = country(code or name)
        return Said(PERSON, ((field, alpha),), faults) if alpha else Said(UNREAD, (), faults, True)
    airport, faults = _airport(code)
    return Said(PERSON, ((field, airport or name),), faults)


def _issuer(elements: Elements) -> Said:
    """LOC 91: an issuing State as code, or a place of issue as text."""
    code, name = at(elements, 1), at(elements, 1, 3)
    # Without this Virginia's licences would have been issued by the Holy See.
    if code and at(elements, 1, 1) == SUBDIVISION_LIST:
        return Said(DOCUMENT, (("place_of_issue", code),))
    if not code:
        return Said(DOCUMENT, (("place_of_issue", name),)) if name else Said(DOCUMENT, (("issuer", None),))
    alpha, faults = country(code)
    facts = (("issuer", alpha), ("place_of_issue", name)) if name else (("issuer", alpha),)
    return Said(DOCUMENT, facts if alpha or name else (), faults, alpha is None)

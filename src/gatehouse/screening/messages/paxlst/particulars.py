"""What is said of a person besides name and documents: ATT, NAT, GEI, EMP, MEA, FTX, RFF."""

from __future__ import annotations

import re

from gatehouse.edifact.segment import at
from gatehouse.screening.messages.paxlst.codes import CODES
from gatehouse.screening.messages.paxlst.said import (
    ITEMS,
    MESSAGE,
    PERSON,
    UNREAD,
    Elements,
    Fault,
    Said,
    shown,
    unread,
)
from gatehouse.terms.places import country_code, country_kind
from gatehouse.terms.quantity import whole
from gatehouse.terms.traveller import Bag, Seat

NO_LONGER = frozenset({"obsolete", "specimen", "fantasy"})
"""Kinds of country codes (`terms.places`) that no valid document of today bears."""
KILOGRAMS = {"KGM": 1.0, "KG": 1.0, "LBR": 0.45359237, "LB": 0.45359237, "LBS": 0.45359237}
FILLER = "NULL"
INFANT_SEAT = "INF"
_COUPON = re.compile(r"(?<=\d{13})[ /]?C\d$")
"""The coupon behind a ticket number of 13 digits, as Sirena hosts run it on."""
_REFERENCES = CODES["RFF"]
_NOTHING = Said(PERSON)


def attribute(elements: Elements) -> Said:
    """ATT: 9017 `2` (person) and C956 9019 the sex. `U` is stated and unknown; `MI` and `FI` mark an infant."""
    if at(elements, 0) not in ("2", ""):
        return unread("attribute-unknown", at(elements, 0))
    # Some senders put the sex into C955 or in words (9018). Syntax 4 may repeat it; the first value is the person's.
    stated = at(elements, 2) or at(elements, 2, 3) or at(elements, 1)
    code = stated.upper().partition("*")[0]
    known = CODES["ATT"].get(code)
    if known is None:
        return unread("sex-unknown", code) if code else _NOTHING
    # The only marks of an infant are explicit ones: age is left to whoever decides.
    sex = (("sex", known.field or None),)
    return Said(PERSON, (*sex, ("infant", True)) if code in ("MI", "FI") else sex)


def country(text: str) -> tuple[str | None, tuple[Fault, ...]]:
    """A stated country as alpha-3 or ICAO code, with the fault of a code that is unknown or no longer in use."""
    code = country_code(text)
    if code is None:
        return None, (Fault("country-unknown", shown(text)),)
    return code, (Fault("country-obsolete", code),) if country_kind(code) in NO_LONGER else ()


def nationality(elements: Elements) -> Said:
    """NAT: 3493 `2` (current) and C042 3293. One at birth or a former one is evidence, never a nationality."""
    # 3492, the nationality in words, is all that some senders fill.
    stated = at(elements, 1) or at(elements, 1, 3)
    if at(elements, 0) not in ("2", ""):
        return unread("nationality-not-current", at(elements, 0))
    if not stated:
        return _NOTHING
    code, faults = country(stated)
    return Said(ITEMS, (("nationalities", (code,)),), faults) if code else Said(UNREAD, (), faults, True)


def verification(elements: Elements) -> Said:
    """GEI: 9649 and C012 7365, whether the data was read from or checked against the document."""
    code = at(elements, 1).upper()
    known = CODES["GEI"].get(code)
    return Said(PERSON, (("verified", known.field == "verified"),)) if known else unread("verification-unknown", code)


def employment(elements: Elements) -> Said:
    """EMP: 9003 and C948 9005, the duty of a crew member."""
    code = at(elements, 1).upper()
    return Said(PERSON, (("crew_duty", code),)) if code in CODES["EMP"] else unread("duty-unknown", code)


def measurement(elements: Elements) -> Said:
    """MEA: 6311 `CT` pieces or `WT` weight of baggage, C174 unit 6411 and value 6314. Pounds become kilograms.

    The value stands in the second component or, as some senders have it, in the first.
    """
    known = CODES["MEA"].get(at(elements, 0).upper())
    if known is None:
        return unread("measure-unknown", at(elements, 0))
    first, second = at(elements, 2), at(elements, 2, 1)
    # 6411 is empty for a count, and then some senders leave its place out.
    value = second or first
    if not value or value == FILLER:
        return _NOTHING
    if known.field == "bag_count" and (pieces := whole(value)) is not None:
        return Said(PERSON, (("bag_count", pieces),))
    # A weight without a unit is no weight: senders of pounds and of kilograms both leave it out.
    weight = _kilograms(value, first.upper()) if known.field == "bag_weight_kg" else None
    return unread("measure-unreadable") if weight is None else Said(PERSON, (("bag_weight_kg", weight),))


def _kilograms(value: str, unit: str) -> float | None:
    digits = value.replace(",", ".", 1)
    if unit not in KILOGRAMS or whole(digits.replace(".", "", 1)) is None:
        return None
    return round(float(digits) * KILOGRAMS[unit], 2)


def free_text(elements: Elements, ordinal: int) -> Said:
    """FTX: 4451 `BAG` and C108, a first tag number with how many consecutive tags (one where not stated)."""
    if at(elements, 0).upper() != "BAG":
        return unread("text-unknown", at(elements, 0))
    tag, pieces = at(elements, 3), at(elements, 3, 1)
    if not tag or tag.upper() == FILLER:
        return _NOTHING
    return Said(ITEMS, (("bags", (Bag(tag, whole(pieces) or 1, segment=ordinal),)),))


def reference(elements: Elements, ordinal: int) -> Said:
    """RFF: 1153 and 1154. `TN` is the message's, with its revision as fifth component; all others are a person's."""
    parts = elements[0] if elements else [""]
    known = _REFERENCES.get(parts[0]) or _REFERENCES.get(parts[0].strip().upper())
    if known is None:
        return unread("reference-unknown", parts[0])
    value = parts[1].strip() if len(parts) > 1 else ""
    # Known references with no field of their own: a finding each would tell nobody anything.
    if known.about == "evidence":
        return Said(UNREAD, (), (), True)
    if not value:
        return _NOTHING
    if known.field == "seats":
        return _seat(value, ordinal)
    if known.field == "transaction":
        return Said(MESSAGE, ((known.field, value), ("revision", at(elements, 0, 4) or at(elements, 0, 3) or None)))
    if known.field == "tickets":
        # A ticket is joined with the booking's by its number; the coupon is this flight's.
        return Said(ITEMS, ((known.field, (_COUPON.sub("", value),)),))
    return Said(PERSON, ((known.field, value),))


def _seat(value: str, ordinal: int) -> Said:
    if value.upper() == INFANT_SEAT:
        return Said(PERSON, (("infant", True),))
    # Hosts pad rows with zeros; a seat is compared across messages by its plain form.
    return Said(ITEMS, (("seats", (Seat(value.lstrip("0") or value, segment=ordinal),)),))

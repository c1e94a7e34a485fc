"""One of three answers, and a wish of the unit to look goes before a fault of the document."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.mrz import Check, Zone
from gatehouse.screening.enquiries.answer import Answer, Fault, answer_for, faults_of

TODAY = dt.date(2026, 11, 30)


def zone(**changed: object) -> Zone:
    said = {
        "format": "TD3", "code": "P", "issuer": "FRA", "number": "A1", "surname": "X", "given_names": "",
        "nationality": "FRA", "birth_date": "1976-05-17", "sex": None, "expires_on": "2030-01-01",
        "checks": (Check("number", True),),
    }  # fmt: skip
    return Zone(**{**said, **changed})


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, ()),
        ({"checks": (Check("expiry", False), Check("composite", False))}, (Fault.EXPIRY, Fault.COMPOSITE)),
        ({"expires_on": "2026-11-29"}, (Fault.EXPIRED,)),
        ({"birth_date": None}, (Fault.BIRTH_UNREADABLE,)),
        ({"birth_date": None, "checks": (Check("birth", False),)}, (Fault.BIRTH,)),
        ({"issuer": "UTO"}, (Fault.SPECIMEN,)),
    ],
)
def test_a_zone_says_what_is_wrong_with_its_document(changed: dict, faults: tuple[Fault, ...]) -> None:
    assert faults_of(zone(**changed), TODAY, live=True) == faults


def test_specimens_are_good_enough_for_demonstrations() -> None:
    assert faults_of(zone(issuer="UTO"), TODAY, live=False) == ()


def test_there_is_one_answer() -> None:
    assert answer_for((), None, "unit").answer is Answer.NOTHING_KNOWN
    assert answer_for((Fault.EXPIRED,), None, "unit").answer is Answer.DOCUMENT
    both = answer_for((Fault.EXPIRED,), "B-1", "unit")
    assert (both.answer, both.faults, both.reference, both.contact) == (Answer.WAIT, (Fault.EXPIRED,), "B-1", "unit")


def test_nobody_is_told_whom_to_call_for_nothing() -> None:
    assert answer_for((), None, "unit").contact is None

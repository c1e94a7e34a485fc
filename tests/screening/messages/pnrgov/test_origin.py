"""Locators, dates and originators."""

from __future__ import annotations

import pytest

from gatehouse.screening.messages.pnrgov.origin import utc
from gatehouse.terms.booking import Locator

PERSON = "TIF+LINDQVIST+ASTRID MRS:A:1"


@pytest.mark.parametrize(
    ("fault", "rci", "locators"),
    [
        ("none", "RCI+1A:QX7PLM::010625:0815", [("1A", "QX7PLM", "2025-06-01T08:15")]),
        ("seconds", "RCI+ZZ:QX7PLM::010625:081559", [("ZZ", "QX7PLM", "2025-06-01T08:15")]),
        ("type left out", "RCI+ZZ:71C4D2:010625:2220", [("ZZ", "71C4D2", "2025-06-01T22:20")]),
        ("no date", "RCI+ZZ:QX7PLM", [("ZZ", "QX7PLM", None)]),
        ("date without clock", "RCI+ZZ:QX7PLM::010625", [("ZZ", "QX7PLM", "2025-06-01")]),
        (
            "several",
            "RCI+1A:QX7PLM::010625:0815+YY:QWE2RT",
            [("1A", "QX7PLM", "2025-06-01T08:15"), ("YY", "QWE2RT", None)],
        ),
        ("departure control", "RCI+YY:89QM3LABML:C", [("YY", "89QM3LABML", None)]),
        ("system left out", "RCI+QX7PLM", [(None, "QX7PLM", None)]),
    ],
)
def test_locators(push, fault, rci, locators):
    (one,) = push("SRC", rci, PERSON).bookings
    assert list(one.locators) == [Locator(*locator) for locator in locators], fault
    assert one.locator == locators[0][1]
    assert one.created == locators[0][2]


def test_locator_under_the_flight_when_the_head_has_none(push, codes):
    reading = push("SRC", PERSON, "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611", "RCI+ZZ:QX7PLM")
    assert reading.bookings[0].locator == "QX7PLM"
    assert reading.travellers[0].locator == "QX7PLM"
    assert codes(reading) == []


def test_no_locator_at_all(push, codes):
    reading = push("SRC", PERSON)
    assert reading.bookings[0].locator is None
    assert codes(reading) == ["locator-missing"]


def test_dates_are_utc(booking):
    (one,) = booking("DAT+700:020625:1010+710:030625:1200", PERSON).bookings
    assert (one.updated, one.ticketed) == ("2025-06-02T10:10", "2025-06-03T12:00")
    assert utc("", "", 2025) is None


def test_impossible_date_is_said(booking, codes):
    reading = booking("DAT+700:999999:1010", PERSON)
    assert reading.bookings[0].updated is None
    assert codes(reading) == ["date-unreadable"]


def test_originator_and_agency(booking):
    (one,) = booking("ORG+1A:MUC+44556671:SINZZ08AA+NCE+ZZ:NCE+A+NO+ELPD", PERSON).bookings
    assert (one.originator, one.agency, one.cancelled) == ("1A:MUC", "44556671/SINZZ08AA", False)
    assert booking("ORG+1A:MUC+:LONXX2400", PERSON).bookings[0].agency == "LONXX2400"
    assert booking("ORG+ZZ", PERSON).bookings[0].agency is None


@pytest.mark.parametrize("org", ["ORG", "ORG+", "ORG+:"])
def test_empty_originator_is_a_cancelled_booking(push, org):
    (one,) = push("SRC", "RCI+1A:QX7PLM::010625:0815", org, level_zero=("MSG+:141", "ORG+1A", "EQN+1")).bookings
    assert one.cancelled
    assert one.locator == "QX7PLM"
    assert one.travellers == ()


def test_prepaid_bags_are_a_remark(booking):
    (one,) = booking("EBD+EUR:40.00+4::N", PERSON).bookings
    assert one.remarks[0].text == "prepaid bags EUR 40.00 4 N"

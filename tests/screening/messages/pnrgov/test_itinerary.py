"""Flights, code-shares in both encodings, splits and other services."""

from __future__ import annotations

import pytest

from gatehouse.screening.messages.pnrgov.itinerary import is_pushed, read_flight
from gatehouse.terms.flight import Leg

PERSON = "TIF+LINDQVIST+ASTRID MRS:A:1"


@pytest.mark.parametrize(
    ("product", "departs", "arrives"),
    [
        (["150625", "0930", "160625", "0140"], "2025-06-15T09:30", "2025-06-16T01:40"),
        (["150625", "0930", "", "1340"], "2025-06-15T09:30", "2025-06-15T13:40"),
        (["150625", "0930", "1340"], "2025-06-15T09:30", "2025-06-15T13:40"),
        (["150625", "0930"], "2025-06-15T09:30", None),
        (["150625"], "2025-06-15", None),
        ([""], None, None),
        (["311225", "2330", "010126", "0100"], "2025-12-31T23:30", "2026-01-01T01:00"),
    ],
)
def test_times_are_local_and_ddmmyy(product, departs, arrives):
    findings = []
    leg = read_flight(3, [product, ["OSL"], ["ATH"], ["ZZ"], ["0611", "Y"]], 2025, findings).leg
    assert leg == Leg("OSL", "ATH", departs, arrives)
    assert not findings


def test_impossible_date_is_said():
    findings = []
    flight = read_flight(3, [["310225", "0930"], ["OSL"], ["ATH"], ["ZZ"], ["611"]], 2025, findings)
    assert flight.leg.departs is None
    assert [finding.code for finding in findings] == ["date-unreadable"]


def test_number_suffix_and_class(booking):
    flight = booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ+0006A:K").bookings[0].flights[0]
    assert (flight.designator, flight.booking_class, flight.segment) == ("ZZ6A", "K", 9)


@pytest.mark.parametrize(
    ("encoding", "behind"),
    [
        ("second TVL, up to 13.1", ["TVL+++++0972:M"]),
        ("second TVL after other segments", ["RPI+1+HK", "APD+333", "RCI+YY:AB12CD", "TVL+++++972:M"]),
        ("TRA, from 14.1", ["TRA+YY+972:B"]),
    ],
)
def test_code_share(booking, encoding, behind):
    reading = booking(PERSON, "TVL+150625:0930:150625:1340+OSL+ATH+ZZ:YY+6011:K", *behind)
    (flight,) = reading.bookings[0].flights
    assert (flight.designator, flight.operating) == ("ZZ6011", "YY972"), encoding


def test_operating_carrier_alone_is_kept(booking):
    assert booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ:YY+6011").bookings[0].flights[0].operating == "YY"
    assert booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ+6011").bookings[0].flights[0].operating is None


def test_bare_tvl_without_code_share_is_a_flight(booking, codes):
    reading = booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ+6011", "TVL+++++972:M")
    assert [f.number for f in reading.bookings[0].flights] == ["6011", "972"]
    assert codes(reading) == ["operating-flight-alone"]


def test_status_and_equipment(booking):
    reading = booking(PERSON, "TVL+150625:0930:150625:1340+OSL+ATH+ZZ+611:Y", "RPI+1+HK", "APD+738")
    flight = reading.bookings[0].flights[0]
    assert (flight.status, flight.equipment) == ("HK", "738")
    assert reading.travellers[0].status == "HK"
    assert reading.travellers[0].sources["status"] == 9


def test_status_is_that_of_the_pushed_flight(booking):
    other = "TVL+200625:0930:200625:1340+ATH+OSL+ZZ+612:Y"
    assert booking(PERSON, other, "RPI+1+HL").travellers[0].status is None


def test_empty_org_behind_a_flight_cancels_the_flight_only(booking):
    reading = booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ+611", "ORG")
    assert reading.bookings[0].flights[0].status == "XX"
    assert not reading.bookings[0].cancelled


def test_split(booking):
    reading = booking(
        PERSON, "TVL+150625:0930+OSL+ATH+ZZ+611", "EQN+2", "RCI+ZZ:SPLIT1::010625:0800", "EQN+1", "RCI+ZZ:SPLIT2"
    )
    (one,) = reading.bookings
    assert (one.split_from, one.split_count) == (("SPLIT1", "SPLIT2"), 3)
    assert [locator.locator for locator in one.locators] == ["QX7PLM"]


def test_a_flight_after_the_split_is_a_flight(booking):
    reading = booking(
        PERSON, "TVL+150625:0930+OSL+ATH+ZZ+611", "EQN+2", "RCI+ZZ:SPLIT1", "TVL+160625:0930+ATH+OSL+ZZ+612"
    )
    assert len(reading.bookings[0].flights) == 2


def test_hotel(booking):
    hotel = "TVL+150625:1500:180625+ATH:HARBOUR INN++HX+67576:ROH"
    reading = booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ+611", "MSG+8", hotel)
    (service,) = reading.bookings[0].other_services
    assert (service.kind, service.place, service.vendor) == ("hotel", "ATH, HARBOUR INN", "HX")
    assert (service.confirmation, service.begins, service.ends) == ("67576", "2025-06-15T15:00", "2025-06-18")
    assert len(reading.bookings[0].flights) == 1


def test_other_business_functions_keep_their_code(booking):
    reading = booking(PERSON, "TVL+150625:0930+OSL+ATH+ZZ+611", "MSG+99", "TVL+150625:1500+ATH")
    assert reading.bookings[0].other_services[0].kind == "99"


def test_pushed_flight_is_known_by_places_and_day(booking):
    pushed = booking().flights[0]
    same = read_flight(1, [["150625", "1000"], ["OSL"], ["ATH"], ["YY"], ["1"]], 2025, [])
    other_day = read_flight(1, [["160625", "0930"], ["OSL"], ["ATH"], ["ZZ"], ["611"]], 2025, [])
    assert is_pushed(same, pushed)
    assert not is_pushed(other_day, pushed)
    assert not is_pushed(same, None)

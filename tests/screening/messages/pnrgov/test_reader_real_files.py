"""The third-party pushes kept beside the project: read whole, nobody lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from facts import Fact
from gatehouse.edifact import read as read_messages
from gatehouse.screening.messages.pnrgov.reader import read

FILES = Path(__file__).parents[5] / "shared" / "data" / "messages"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILES.is_dir(), reason="the third-party messages are not beside the project"),
]


def reading(name):
    with (FILES / name).open("rb") as stream:
        (message,) = read_messages(stream)
    return read(message)


@pytest.mark.parametrize(
    ("name", "bookings", "travellers", "infants", "documents"),
    [
        ("US-CBP__GTAS/adult_and_infant.edi", 1, 2, 1, 2),
        ("US-CBP__GTAS/codeshare.edi", 2, 2, 0, 2),
        ("US-CBP__GTAS/multiple_flight_leg_pnr.txt", 1, 2, 0, 2),
        ("US-CBP__GTAS/no_pnr_history.edi", 3, 4, 0, 1),
        ("US-CBP__GTAS/pnr1.txt", 1, 2, 0, 2),
        ("US-CBP__GTAS/pnr3.txt", 1, 4, 0, 4),
        ("US-CBP__GTAS/pnrMessageExample.txt", 1, 5, 0, 5),
        ("US-CBP__GTAS/pnrMessagePg76.txt", 1, 2, 0, 0),
        ("US-CBP__GTAS/pnrSeatFormats.txt", 1, 1, 0, 1),
        ("US-CBP__GTAS/pnrWithDoco.txt", 1, 1, 0, 2),
        ("US-CBP__GTAS/pnr_split.edi", 2, 3, 0, 1),
        ("adamf__jetway/pnrgov_guide_example1_adult_infant.edi", 1, 2, 1, 2),
    ],
)
def test_nobody_is_lost(name, bookings, travellers, infants, documents):
    push = reading(name)
    assert len(push.bookings) == bookings
    assert len(push.travellers) == travellers
    assert sum(traveller.infant for traveller in push.travellers) == infants
    assert sum(len(traveller.documents) for traveller in push.travellers) == documents
    assert all(traveller.is_named for traveller in push.travellers)
    assert not [finding for finding in push.findings if finding.severity == "error"]


def test_guide_example_adult_and_infant():
    push = reading("adamf__jetway/pnrgov_guide_example1_adult_infant.edi")
    adult, infant = push.travellers
    assert push.flights[0].designator == "SQ602"
    assert (push.flights[0].legs[0].departs, push.flights[0].legs[0].arrives) == (
        "2013-05-27T14:30",
        "2013-05-27T22:05",
    )
    assert (push.bookings[0].created, push.bookings[0].updated) == ("2013-03-19T13:54", "2013-05-27T05:59")
    assert (adult.number, adult.birth_date, adult.documents[0].number) == ("2", "1978-07-01", Fact("924c00337a480595"))
    assert (infant.number, infant.birth_date, infant.documents[0].number) == (
        "3",
        "2012-09-20",
        Fact("f0d271a5d5138629"),
    )
    assert (infant.sex, infant.accompanied_by) == ("F", "2")
    assert adult.loyalty == (Fact("31c9d472bc4a4aff"),)
    assert (adult.bag_count, adult.bag_weight_kg, len(adult.bags)) == (3, 33.0, 3)
    assert [seat.number + (seat.cabin or "") for seat in (*adult.seats, *infant.seats)] == ["11DJ", "11DJ"]
    assert len(push.bookings[0].services) == 5
    assert push.bookings[0].flights[0].booking_class == "D"


def test_wrapped_document_name_of_the_infant():
    adult, infant = reading("US-CBP__GTAS/adult_and_infant.edi").travellers
    assert (adult.documents[0].number, infant.documents[0].number) == (
        Fact("cb77376e74767efb"),
        Fact("f88c47125525381a"),
    )
    assert infant.accompanied_by == "1.1"


def test_first_locator_date():
    assert reading("US-CBP__GTAS/pnrMessagePg76.txt").bookings[0].created == "2013-02-15T01:49"


def test_seat_formats():
    seats = reading("US-CBP__GTAS/pnrSeatFormats.txt").travellers[0].seats
    assert [seat[:3] for seat in seats] == [("36K", "FRA", "IAD"), ("74E", "SFO", "IAD")]


def test_visa():
    visa = reading("US-CBP__GTAS/pnrWithDoco.txt").travellers[0].documents[1]
    assert (visa.type, visa.number, visa.issuer) == ("V", Fact("37ba3881108bf3e4"), "LIE")
    assert (visa.place_of_issue, visa.issued, visa.expires) == (Fact("a94760e1ffd22cad"), "2006-12-22", None)


def test_code_share_and_split():
    shared = reading("US-CBP__GTAS/codeshare.edi")
    assert [booking.flights[0].operating for booking in shared.bookings] == ["SQ303", "SQ752"]
    split = reading("US-CBP__GTAS/pnr_split.edi").bookings[1]
    assert (split.split_from, split.split_count) == ((Fact("01a756f0bd11ef43"),), 1)


def test_hotel_and_history():
    booking = reading("US-CBP__GTAS/pnr1.txt").bookings[0]
    assert booking.other_services[0].kind == "hotel"
    assert len(booking.flights) == 2
    assert {item.action for item in booking.history} == {"cancelled", "added"}

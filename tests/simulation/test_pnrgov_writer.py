"""PNRGOV written clean reads back with the same bookings and people."""

import io
from dataclasses import replace

import pytest

from gatehouse.screening.messages import read_messages
from gatehouse.simulation import pnrgov_writer
from gatehouse.simulation.style import Style
from gatehouse.terms.booking import Booking, HistoryItem, Locator, Payment, SpecialService, Ticket
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Contact, Document, Role, Seat, Traveller

STYLE = Style("13.1", "AUT", repertoire=("IATA", "1"))
FLIGHT = Flight("ZZ", "25", legs=(Leg("LHR", "VIE", "2026-01-20T07:30", "2026-01-20T10:45"),), status="HK")
ANNA = Traveller(
    Role.PASSENGER,
    surname="MUSTERFRAU",
    given_names="ANNA",
    title="MRS",
    sex="F",
    birth_date="1980-02-29",
    nationalities=("AUT",),
    documents=(Document("P", "X1234567", "AUT", "2031-05-06"),),
    reference="2001000001",
    number="1",
    accompanied_by="1",
)
BABY = replace(
    ANNA,
    given_names="EMIL",
    title="MSTR",
    sex="M",
    birth_date="2025-06-01",
    number="2",
    infant=True,
    reference="2001000002",
    accompanied_by=None,
    documents=(Document("P", "X7654321", "AUT", "2029-05-06"),),
)
BOOKING = Booking(
    "ABC234",
    (Locator("ZZ", "ABC234", "2025-11-02T09:15"),),
    updated="2026-01-19T01:30",
    ticketed="2025-11-02T09:20",
    travellers=(0, 1),
    flights=(replace(FLIGHT, booking_class="Y"),),
    contacts=(Contact("phone", "4315550100"), Contact("email", "anna_m@example.org")),
    payments=(Payment("CC", "242.00", None, "VI", "1234", "2028-07"),),
    tickets=(Ticket("0001234567890", "T", "2025-11-02", "200.00", "242.00", "EUR", traveller="1"),),
    services=(SpecialService("WCHR", "HK", 1, "ZZ", travellers=("1",)),),
    history=(HistoryItem("added", "2025-11-03T09:15", "VIEZZ", "SEAT", "/12C"),),
    agency="12345678",
    originator="1S/VIE",
    split_from=("XYZ234",),
    split_count=1,
)
READING = Reading(
    "PNRGOV",
    function_code="22",
    sender="1S",
    recipient="ATPIU",
    sent="2026-01-19T07:30",
    reference="1",
    control_reference="25F",
    common_reference="200126/0730/ZZ/25",
    flights=(FLIGHT,),
    travellers=(ANNA, BABY),
    bookings=(BOOKING,),
    counted=(("bookings", 1),),
)


def _read(reading: Reading, style: Style = STYLE) -> Reading:
    (read,) = read_messages(io.BytesIO(pnrgov_writer.write((reading,), style)))
    return read


@pytest.mark.parametrize("joint", ["", " "])
def test_people_come_back_without_the_title_that_was_run_on(joint: str) -> None:
    read = _read(READING, replace(STYLE, title_joint=joint))
    assert [(t.surname, t.given_names, t.infant) for t in read.travellers] == [
        ("MUSTERFRAU", "ANNA", False),
        ("MUSTERFRAU", "EMIL", True),
    ]
    assert [t.birth_date for t in read.travellers] == ["1980-02-29", "2025-06-01"]
    assert [t.reference for t in read.travellers] == ["2001000001", "2001000002"]
    assert [[d.number for d in t.documents] for t in read.travellers] == [["X1234567"], ["X7654321"]]


def test_the_booking_comes_back_with_what_it_holds() -> None:
    (back,) = _read(READING).bookings
    assert (back.locator, back.created) == ("ABC234", "2025-11-02T09:15")
    assert back.travellers == (0, 1)
    assert back.split_from == ("XYZ234",)
    assert [(payment.account or "")[-4:] for payment in back.payments] == ["1234"]
    assert {contact.value for contact in back.contacts} >= {"4315550100"}
    assert [ticket.number for ticket in back.tickets] == ["0001234567890"]
    assert any(service.code == "WCHR" for service in back.services)


def test_a_clean_push_has_no_faults() -> None:
    assert not [finding for finding in _read(READING).findings if finding.severity == "error"]


@pytest.mark.parametrize(
    ("release", "mark"), [("11.1", "TVL+++++25:Y"), ("13.1", "TVL+++++25:Y"), ("15.1", "TRA+ZZ+25:Y")]
)
def test_a_code_share_is_written_as_its_release_does(release: str, mark: str) -> None:
    shared = replace(BOOKING.flights[0], carrier="OS", number="7025", operating="ZZ25")
    reading = replace(READING, bookings=(replace(BOOKING, flights=(shared,)),))
    style = replace(STYLE, release=release)
    assert mark in pnrgov_writer.segments(reading, style)
    assert len(_read(reading, style).travellers) == 2


def test_seats_are_written_at_check_in_and_count_nobody_twice() -> None:
    seated = replace(ANNA, seats=(Seat("12C", cabin="Y"),))
    read = _read(replace(READING, function_code="141", travellers=(seated, BABY)))
    assert len(read.travellers) == 2
    assert [seat.number for seat in read.travellers[0].seats] == ["12C"]


def test_a_cancelled_booking_is_a_locator_and_an_empty_originator() -> None:
    gone = Booking("ABC234", BOOKING.locators, cancelled=True)
    reading = replace(READING, travellers=(), bookings=(gone,))
    assert pnrgov_writer.segments(reading, STYLE)[-2] == "ORG"
    (back,) = _read(reading).bookings
    assert back.cancelled


def test_places_of_a_group_without_names_are_one_element() -> None:
    group = Traveller(Role.GROUP, surname="TOUR ABC")
    read = _read(replace(READING, travellers=(ANNA, group)))
    assert [t.role for t in read.travellers] == [Role.PASSENGER, Role.GROUP]

"""The third-party messages kept beside the project: read with the facts their sources assert, and nobody lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from facts import Fact
from gatehouse.screening.messages import read_messages
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Role

FOLDER = Path(__file__).parents[3].parent / "shared" / "data" / "messages"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDER.exists(), reason="the real files are not kept beside this checkout"),
]
_ROW = re.compile(r"^\| (\S+) \| (PAXLST|PNRGOV) ([^|]*)\|", re.MULTILINE)
_COUNT = re.compile(r"(\d+) (passengers|crew|documents|bookings|travellers|infants)")


def _rows() -> list[tuple[str, str, dict[str, int]]]:
    if not FOLDER.exists():
        return []
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    return [(name, kind, {what: int(n) for n, what in _COUNT.findall(said)}) for name, kind, said in _ROW.findall(text)]


def _read(name: str) -> Reading:
    with (FOLDER / name).open("rb") as stream:
        (reading,) = read_messages(stream)
    return reading


@pytest.mark.parametrize(("name", "kind", "counts"), _rows(), ids=lambda v: v if isinstance(v, str) else "")
def test_counts_of_an_independent_scan(name: str, kind: str, counts: dict[str, int]) -> None:
    reading = _read(name)
    assert reading.type == kind
    roles = Counter(traveller.role for traveller in reading.travellers)
    if kind == "PAXLST":
        assert roles[Role.PASSENGER] + roles[Role.TRANSIT] == counts["passengers"]
        assert roles[Role.CREW] + roles[Role.TRANSIT_CREW] == counts["crew"]
    else:
        assert len(reading.bookings) == counts["bookings"]
        assert len(reading.travellers) == counts["travellers"]
        assert sum(traveller.infant for traveller in reading.travellers) == counts["infants"]


@pytest.mark.parametrize(("name", "kind", "counts"), _rows(), ids=lambda v: v if isinstance(v, str) else "")
def test_every_field_of_every_traveller_points_into_the_message(name: str, kind: str, counts: dict[str, int]) -> None:
    del kind, counts
    for traveller in _read(name).travellers:
        first, last = traveller.segments
        assert 1 <= first <= last
        if traveller.is_named:
            assert traveller.sources


def test_guide_example_of_a_passenger_list() -> None:
    reading = _read("adamf__jetway/paxlst_guide_example_5_1.edi")
    (flight,) = reading.flights
    (leg,) = flight.legs
    (person,) = reading.travellers
    assert (reading.reference, reading.transaction, reading.version) == ("PAX001", Fact("c775e7b757ede630"), "D.15B")
    assert [c.kind for c in reading.contacts][-3:] == ["phone", "fax", "email"]
    assert (flight.carrier, flight.number, leg.origin, leg.destination) == ("ZZ", "123", "SYD", "HNL")
    assert (leg.departs, leg.arrives) == ("2013-06-21T09:00", "2013-06-21T22:00")
    assert (person.surname, person.given_names, person.sex) == (Fact("35cd081db88ca981"), Fact("86ef4bed01243159"), "M")
    assert (person.birth_date, person.nationalities, person.residence) == ("1972-09-07", ("GBR",), "GBR")
    assert person.birth_place == Fact("d75d53002af6838c")
    assert (person.bag_count, person.verified) == (2, False)
    assert [(bag.tag, bag.pieces) for bag in person.bags] == [(Fact("63e57932486c8001"), 3)]
    assert (person.locator, person.reference) == (Fact("3409223e6067e7f9"), Fact("e0bebd2281999342"))
    assert (person.clearance, person.embarkation, person.destination) == ("HNL", "SYD", "HNL")
    (document,) = person.documents
    assert (document.type, document.number, document.expires, document.issuer) == (
        "P",
        Fact("cdbbb022d2d023be"),
        "2015-12-31",
        "GBR",
    )
    assert "address" in [contact.kind for contact in person.contacts]
    assert 160 in dict(reading.counted).values()


def test_guide_example_of_a_crew_list_with_nationality_before_places() -> None:
    reading = _read("adamf__jetway/paxlst_guide_example_5_2_crew.edi")
    (person,) = reading.travellers
    assert (reading.function, person.role) == ("crew-list", Role.CREW)
    assert (person.surname, person.given_names, person.nationalities) == (
        Fact("f9830d462250f8d7"),
        Fact("336c89bc7193dcd8"),
        ("CAN",),
    )
    assert person.residence == "CAN"
    assert 8 in dict(reading.counted).values()


def test_guide_example_of_a_progressive_flight() -> None:
    reading = _read("adamf__jetway/paxlst_guide_example_5_3_progressive.edi")
    legs = [(leg.origin, leg.destination) for flight in reading.flights for leg in flight.legs]
    assert legs == [("BCN", "IAD"), ("IAD", "SFO")]
    assert (reading.transaction, reading.revision) == (Fact("c9bff0f2624d77a7"), "1")
    _, second = reading.travellers
    assert (second.given_names, second.reference) == (Fact("08d88eb8eedbd159"), Fact("329b0c0096329fe8"))
    assert second.documents[0].number == Fact("6f552a05ab3f7d3d")


def test_adult_and_infant_are_two_people_with_their_own_documents() -> None:
    reading = _read("adamf__jetway/pnrgov_guide_example1_adult_infant.edi")
    adult, infant = reading.travellers
    assert (adult.surname, adult.given_names, adult.infant) == (
        Fact("07dd5b31cebad97c"),
        Fact("0dbb686e83b87283"),
        False,
    )
    assert (infant.surname, infant.given_names, infant.infant) == (
        Fact("07dd5b31cebad97c"),
        Fact("c11a7a164ccdf603"),
        True,
    )
    assert [d.number for d in adult.documents] == [Fact("924c00337a480595")]
    assert [d.number for d in infant.documents] == [Fact("f0d271a5d5138629")]
    assert (adult.birth_date, adult.sex) == ("1978-07-01", "F")
    assert (infant.birth_date, infant.sex) == ("2012-09-20", "F")
    assert any(seat.number == "11D" for seat in adult.seats)
    assert len(adult.bags) >= 3
    (booking,) = reading.bookings
    assert (booking.locator, booking.created) == (Fact("fe96e50e240e0bbd"), "2013-03-19T13:54")
    assert booking.updated == "2013-05-27T05:59"
    (leg,) = reading.flights[0].legs
    assert (leg.origin, leg.destination, leg.departs, leg.arrives) == (
        "SIN",
        "ICN",
        "2013-05-27T14:30",
        "2013-05-27T22:05",
    )


def test_second_adult_and_infant_where_both_documents_hang_on_the_adult() -> None:
    adult, infant = _read("US-CBP__GTAS/adult_and_infant.edi").travellers
    assert [d.number for d in adult.documents] == [Fact("cb77376e74767efb")]
    assert [d.number for d in infant.documents] == [Fact("f88c47125525381a")]
    assert adult.nationalities == ("COL",)
    assert infant.infant


def test_bag_weight_and_count_and_a_document_without_a_type() -> None:
    (person,) = _read("US-CBP__GTAS/UNedifact_testAPISParsingWithBagWeightAndCountInMEASegment.edi").travellers
    assert (person.bag_weight_kg, person.bag_count) == (80.0, 4)
    assert person.documents[0].number == Fact("0c92d2231dfd7171")
    assert [bag.tag for bag in person.bags] == [
        Fact("cab933e74ed428f9"),
        Fact("542b46b3bf93ca65"),
        Fact("7b709dbe6570e680"),
        Fact("c3c5ebec56726ab5"),
    ]


@pytest.mark.parametrize(
    ("name", "legs"),
    [
        (
            "UNedifact_testMultipleTdtWithOneLegEach.edi",
            [("123", "YVR", "JFK"), ("124", "JFK", "ATL")],
        ),
        ("UNedifact_testSingleTdtWithLoc92.edi", [("250", "JFK", "ANC"), ("250", "ANC", "ICN")]),
        ("multiple_flight_leg_apis.txt", [("877", "MIA", "IAD"), ("827", "IAD", "JFK"), ("827", "JFK", "CDG")]),
    ],
)
def test_legs(name: str, legs: list[tuple[str, str, str]]) -> None:
    flights = _read(f"US-CBP__GTAS/{name}").flights
    assert [(f.number, leg.origin, leg.destination) for f in flights for leg in f.legs] == legs


def test_seat_formats() -> None:
    (person,) = _read("US-CBP__GTAS/pnrSeatFormats.txt").travellers
    assert [(s.number, s.origin, s.destination) for s in person.seats] == [("36K", "FRA", "IAD"), ("74E", "SFO", "IAD")]


def test_visa_of_a_doco() -> None:
    (person,) = _read("US-CBP__GTAS/pnrWithDoco.txt").travellers
    visa = person.documents[1]
    assert (visa.type, visa.number, visa.place_of_issue) == ("V", Fact("37ba3881108bf3e4"), Fact("a94760e1ffd22cad"))
    assert (visa.issued, visa.expires) == ("2006-12-22", None)


def test_ticketing_date_of_the_first_ticket() -> None:
    reading = _read("US-CBP__GTAS/pnrMessagePg76.txt")
    assert reading.bookings[0].created == "2013-02-15T01:49"
    assert [ticket.issued for ticket in reading.bookings[0].tickets][:1] == ["2013-02-14"]


def test_split_booking_names_the_other_locator() -> None:
    reading = _read("US-CBP__GTAS/pnr_split.edi")
    assert Fact("01a756f0bd11ef43") in [locator for booking in reading.bookings for locator in booking.split_from]


def test_a_large_manifest_is_whole() -> None:
    reading = _read("US-CBP__GTAS/Test3.txt")
    assert len(reading.travellers) == 260
    assert sum(len(traveller.documents) for traveller in reading.travellers) == 260


@pytest.mark.parametrize("letter", "ABCDEF")
def test_dirty_and_clean_forms_read_the_same(letter: str) -> None:
    dirty = _read(f"janotaz__ediclean/tests/testfiles/original/{letter}.txt")
    clean = _read(f"janotaz__ediclean/tests/testfiles/reference/{letter}.txt")
    assert dirty.travellers == clean.travellers
    assert dirty.flights == clean.flights
    assert dirty.reference == clean.reference

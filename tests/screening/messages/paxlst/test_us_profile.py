from collections.abc import Callable

import pytest

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst.us_profile import person
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading
from gatehouse.terms.traveller import Document, Role

HEADER = ("CTA+IC+:SAM DESK+1-2:TE", "TDT++ZZ812+40+ZZ", "LOC+005+NZAKL:50", "DTM+136+260131+1030+M05")
ARRIVAL = ("LOC+008+USLAX:50", "DTM+132+260131+2200+M05", "UNS+D")
ANN = "PDT+P/182345345:301231:US+ROE:ANN:B:590429:F+PAX+NZAKL:USLAX"


def test_one_segment_is_one_person_with_a_document(reading: Callable[..., Reading]) -> None:
    (traveller,) = reading(*HEADER, *ARRIVAL, ANN).travellers
    assert (traveller.role, traveller.full_name, traveller.sex) == (Role.PASSENGER, "ANN B ROE", "F")
    assert (traveller.birth_date, traveller.embarkation, traveller.destination) == ("1959-04-29", "AKL", "LAX")
    assert traveller.documents == (Document("P", "182345345", "USA", "2030-12-31", segment=9),)
    assert traveller.segments == (9, 9)
    assert set(traveller.sources.values()) == {9}


def test_the_issuing_country_is_no_nationality(reading: Callable[..., Reading]) -> None:
    (traveller,) = reading(*HEADER, *ARRIVAL, ANN).travellers
    assert traveller.nationalities == ()


def test_the_flight_is_read_with_country_and_airport_run_together(reading: Callable[..., Reading]) -> None:
    result = reading(*HEADER, *ARRIVAL, ANN)
    leg = Leg("AKL", "LAX", "2026-01-31T10:30", "2026-01-31T22:00")
    assert result.flights == (Flight("ZZ", "812", legs=(leg,), segment=3),)
    assert [contact.value for contact in result.contacts] == ["SAM DESK", "1-2"]


def test_a_progressive_flight_chains_its_transit_points(reading: Callable[..., Reading]) -> None:
    transit = ("LOC+PT+USHNL:50", "DTM+132+260131+1900+P8", "LOC+PT+USLAX:50", "DTM+132+260131+2300+P5")
    last = ("LOC+8+USJFK:50", "DTM+132+260201+0400+P2", "UNS+D")
    (flight,) = reading(*HEADER, *transit, *last, ANN).flights
    assert [(leg.origin, leg.destination, leg.arrives) for leg in flight.legs] == [
        ("AKL", "HNL", "2026-01-31T19:00"),
        ("HNL", "LAX", "2026-01-31T23:00"),
        ("LAX", "JFK", "2026-02-01T04:00"),
    ]


STATUSES = [
    ("PAX", Role.PASSENGER),
    ("CRW", Role.CREW),
    ("ITI", Role.TRANSIT),
    ("QQQ", Role.OTHER),
    ("", Role.PASSENGER),
]


@pytest.mark.parametrize(("status", "role"), STATUSES)
def test_status_gives_the_role(status: str, role: Role) -> None:
    said = person(split(f"PDT+P/1:301231:US+ROE:ANN::590429:F+{status}"), 5, 2026)
    assert dict(said.facts)["role"] is role
    assert [fault.code for fault in said.faults] == (["status-unknown"] if role is Role.OTHER else [])


def test_a_list_of_crew_alone_is_a_crew_list(reading: Callable[..., Reading]) -> None:
    crew = ANN.replace("PAX", "CRW")
    assert reading(*HEADER, *ARRIVAL, crew).function == "crew-list"
    assert reading(*HEADER, *ARRIVAL, crew, ANN).function == "passenger-list"


SHORT = ["PDT", "PDT+P/1", "PDT+P+ROE:ANN", "PDT+P/2::NZ+ROE:ANN:B", "PDT+V/3:990101+ROE", "PDT++++LAX:"]


@pytest.mark.parametrize("text", SHORT)
def test_a_short_segment_is_still_one_person(reading: Callable[..., Reading], text: str) -> None:
    assert len(reading(*HEADER, *ARRIVAL, text, ANN).travellers) == 2


def test_an_unreadable_part_is_kept_and_costs_nothing_else(reading: Callable[..., Reading]) -> None:
    text = "PDT+P/1:301399:QQQ+ROE:ANN::599999:F+PAX+NZAKL:USLAX"
    result = reading(*HEADER, *ARRIVAL, text)
    (traveller,) = result.travellers
    assert (traveller.surname, traveller.birth_date, traveller.sex) == ("ROE", None, "F")
    assert traveller.documents == (Document("P", "1", segment=9),)
    assert [item.text for item in traveller.evidence] == [text]
    assert {"date-unreadable", "country-unknown"} <= {found.code for found in result.findings}

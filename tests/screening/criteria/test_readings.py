"""What each field reads, counted to the day of departure, and what is not stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.criteria.fields import Type, fields
from gatehouse.screening.criteria.journey import Journey
from gatehouse.screening.criteria.readings import READINGS, age_years, possible_ages
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.traveller import Role, Traveller

FLIGHTS = [
    {
        "carrier": "ZZ",
        "number": "12",
        "legs": [{"origin": "SIN", "destination": "ICN", "departs": "2026-10-05T08:30"}],
    }
]
BACK = {"carrier": "YY", "number": "7", "legs": [{"origin": "ICN", "destination": "SIN", "departs": "2026-10-15"}]}
TRAVELLER = {
    "sex": "f", "birth_date": "1990-10-06", "nationalities": ["UTO", "XXA"], "residence": "SGP", "bag_count": 2,
    "bag_weight_kg": 30.5, "seats": [{"cabin": "Y"}], "contacts": [{"kind": "email"}], "loyalty": ["1", "2"],
    "tickets": ["3"], "embarkation": "SIN", "destination": "ICN", "verified": True, "number": "1",
    "documents": [{"type": "P", "issuer": "UTO", "expires": "2026-10-15", "issued": "2026-09-05"}, {"type": "V"}],
}  # fmt: skip
BOOKING = {
    "locator": "AAA", "created": "2026-10-01T22:00:00Z", "ticketed": "2026-10-02", "travellers": 3, "agency": "x1",
    "flights": [*FLIGHTS, BACK], "contacts": [{"kind": "phone"}], "payments": [{"kind": "CA", "currency": "EUR"}],
    "tickets": [{"kind": "T"}], "history": [{}, {}], "other_services": [{"kind": "hotel"}], "split_from": ["BBB"],
    "services": [{"code": "WCHR"}, {"code": "GRPS"}, {"code": "MINE", "travellers": ["1"]},
                 {"code": "THEIRS", "travellers": ["2"]}],
}  # fmt: skip
EXPECTED = {
    "traveller.role": "PASSENGER",
    "traveller.age_years": 35,
    "traveller.sex": "F",
    "traveller.nationalities": {"UTO", "XXA"},
    "traveller.infant": False,
    "traveller.residence": "SGP",
    "traveller.bag_count": 2,
    "traveller.bag_weight_kg": 30.5,
    "traveller.cabins": {"Y"},
    "traveller.contact_kinds": {"EMAIL"},
    "traveller.loyalty_count": 2,
    "traveller.ticket_count": 1,
    "traveller.embarkation": "SIN",
    "traveller.destination": "ICN",
    "traveller.document_checked": True,
    "document.count": 2,
    "document.types": {"P", "V"},
    "document.issuers": {"UTO"},
    "document.days_left": 10,
    "document.days_since_issue": 30,
    "booking.days_ahead": 4,
    "booking.ticketed_days_ahead": 3,
    "booking.travellers": 3,
    "booking.agency": "X1",
    "booking.services": {"GRPS", "MINE"},
    "booking.contact_kinds": {"PHONE"},
    "booking.changes": 2,
    "booking.split": True,
    "booking.cancelled": False,
    "booking.other_services": {"HOTEL"},
    "payment.kinds": {"CA"},
    "payment.count": 1,
    "payment.currencies": {"EUR"},
    "ticket.kinds": {"T"},
    "itinerary.legs": 2,
    "itinerary.airports": {"SIN", "ICN"},
    "itinerary.countries": {"SGP", "KOR"},
    "itinerary.origin": "SIN",
    "itinerary.destination": "SIN",
    "itinerary.returns": True,
    "itinerary.days": 10,
    "itinerary.carriers": {"ZZ", "YY"},
    "itinerary.flights": {"ZZ12", "YY7"},
    "itinerary.departure_hour": 8,
    "itinerary.departure_weekday": "MONDAY",
}
COUNTED_FROM_NOTHING = {
    "traveller.role", "traveller.infant", "traveller.loyalty_count", "traveller.ticket_count", "document.count",
}  # fmt: skip


@pytest.fixture
def journey(journey_of: Callable) -> Journey:
    """A journey that states every field."""
    return journey_of(TRAVELLER, booking=BOOKING, flights=FLIGHTS)


def test_the_expectations_name_every_field() -> None:
    assert list(EXPECTED) == list(READINGS)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_stated_field_is_read_in_its_type(name: str, journey: Journey) -> None:
    value = READINGS[name](journey)
    assert value == EXPECTED[name]
    kinds = {Type.WORD: str, Type.WORDS: frozenset, Type.FLAG: bool, Type.NUMBER: int | float}
    assert isinstance(value, kinds[fields()[name].type])


@pytest.mark.parametrize("name", sorted(EXPECTED.keys() - COUNTED_FROM_NOTHING))
def test_what_is_not_stated_is_none(name: str, journey_of: Callable) -> None:
    assert READINGS[name](journey_of()) is None


@pytest.mark.parametrize("code", ["MOML", "KSML", "WCHR", "MEDA", "LANG", "UMNR"])
def test_a_code_that_reveals_a_protected_attribute_is_never_read(code: str, journey_of: Callable) -> None:
    assert READINGS["booking.services"](journey_of(booking={"services": [{"code": code}]})) is None


@pytest.mark.parametrize(
    ("born", "ages"),
    [
        ("1990-10-05", (36, 36)),
        ("1990-10-06", (35, 35)),
        ("1990-10", (35, 36)),
        ("1990", (35, 36)),
        ("1990-11", (35, 35)),
        ("2027", None),
        (None, None),
    ],
)
def test_a_partial_birth_date_leaves_the_ages_open_that_it_leaves(
    born: str | None, ages: tuple[int, int] | None, journey_of: Callable
) -> None:
    journey = journey_of({"birth_date": born} if born else {}, flights=FLIGHTS)
    assert possible_ages(journey) == ages
    assert age_years(journey) == (ages[0] if ages and ages[0] == ages[1] else None)


@given(born=st.dates(dt.date(1920, 1, 1), dt.date(2020, 1, 1)), left=st.dates(dt.date(2020, 1, 2), dt.date(2060, 1, 1)))
def test_the_possible_ages_of_a_cut_date_hold_the_age_of_the_whole_one(born: dt.date, left: dt.date) -> None:
    flights = (Flight(None, None, legs=(Leg(None, None, left.isoformat()),)),)
    ages = [
        possible_ages(Journey("made", 1, Traveller(Role.PASSENGER, birth_date=text), None, flights))
        for text in (born.isoformat(), born.isoformat()[:7], born.isoformat()[:4])
    ]
    assert all(one is not None for one in ages)
    exact, month, year = ages
    assert year[0] <= month[0] <= exact[0] == exact[1] <= month[1] <= year[1]

"""Flights of a CUSRES."""

import pytest

from gatehouse.screening.messages.cusres.flights import FlightGroup
from gatehouse.terms.flight import Leg


def group(*places, designator="ZZ0012A"):
    built = FlightGroup(designator, 3, 2026)
    for qualifier, airport in places:
        built.take_place(qualifier, airport)
    return built


@pytest.mark.parametrize(
    ("places", "legs"),
    [
        ([("125", "ICN"), ("87", "CAN")], [("ICN", "CAN")]),
        ([("87", "CAN"), ("125", "ICN")], [("ICN", "CAN")]),
        ([("92", "ICN"), ("92", "CAN")], [("ICN", "CAN")]),
        ([("92", "A"), ("92", "B"), ("92", "B"), ("92", "C")], [("A", "B"), ("B", "C")]),
        ([("87", "CAN")], [(None, "CAN")]),
        ([("125", "ICN")], [("ICN", None)]),
        ([], []),
    ],
)
def test_places_make_legs(places, legs):
    flight = group(*places).flight()
    assert [(leg.origin, leg.destination) for leg in flight.legs] == legs
    assert (flight.carrier, flight.number, flight.suffix, flight.segment) == ("ZZ", "12", "A", 3)


@pytest.mark.parametrize(
    ("value", "departs"),
    [
        ("2609241620", "2026-09-24T16:20"),
        ("202609241620", "2026-09-24T16:20"),
        ("260924 1620", "2026-09-24T16:20"),
        ("260924", "2026-09-24"),
        ("20260924", "2026-09-24"),
    ],
)
def test_times(value, departs):
    built = group(("125", "ICN"), ("87", "CAN"))
    assert built.take_time("189", value)
    assert built.flight().legs == (Leg("ICN", "CAN", departs),)


def test_what_is_no_time_is_refused():
    built = group()
    assert not built.take_time("189", "soon")
    assert not built.take_time("999", "2609241620")
    assert built.flight().legs == ()

"""Journeys: their key, party, itinerary and day of departure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from gatehouse.screening.criteria.journey import day, legs

HOP = {"origin": "SIN", "destination": "ICN", "departs": "2026-10-05T08:30"}
BACK = {"origin": "ICN", "destination": "SIN", "departs": "2026-10-15T09:00"}


def test_the_flight_at_hand_gives_the_day_and_the_booking_the_itinerary(journey_of: Callable) -> None:
    journey = journey_of(flights=[{"legs": [HOP]}], booking={"flights": [{"legs": [BACK]}, {"legs": [HOP]}]})
    assert journey.departure_day == dt.date(2026, 10, 5)
    assert [leg.origin for leg in legs(journey.itinerary)] == ["ICN", "SIN"]


def test_without_a_booking_the_message_gives_both(journey_of: Callable) -> None:
    journey = journey_of(flights=[{"legs": [{"origin": "SIN"}, HOP]}])
    assert journey.itinerary == journey.flights
    assert journey.departs == HOP["departs"]


def test_a_party_is_a_booking_or_one_person(journey_of: Callable) -> None:
    assert journey_of(booking={"locator": "AAA"}).party == journey_of({"locator": "AAA"}, number=9).party
    assert journey_of(number=1).party != journey_of(number=2).party


def test_the_key_names_a_place_and_nobody(journey_of: Callable) -> None:
    assert journey_of({"surname": "Fiktiv"}, number=3, source="abc:0").key == "abc:0#3"


@pytest.mark.parametrize("text", [None, "", "2026", "2026-10", "2026-13-01", "20261005T08:30"])
def test_what_is_no_whole_day_is_none(text: str | None) -> None:
    assert day(text) is None

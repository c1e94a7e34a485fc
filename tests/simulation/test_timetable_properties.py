"""Flights of any seed and day could be flown, and their numbers fit where messages put them."""

from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatehouse.simulation.geography import CITY_LENGTH_MAX, TAXI_AND_CLIMB_HOURS, city, flight_hours, stations
from gatehouse.simulation.romanise import document_form
from gatehouse.simulation.timetable import FEWEST_SEATS, HOME, HOME_STATIONS, LONG_HAUL_HOURS, MOST_SEATS, service
from gatehouse.terms.places import airport_country, airport_timezone

SEEDS = st.integers(0, 10**6)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))
AIRPORTS = st.sampled_from([station.airport for station in (*stations(), *HOME_STATIONS)])
QUICK = settings(max_examples=100, deadline=None)


@given(SEEDS, DAYS)
@QUICK
def test_one_leg_and_only_one_touches_the_home_state(seed: int, day: dt.date) -> None:
    one = service(1, day, Random(seed))
    at_home = [HOME in {airport_country(leg.origin or ""), airport_country(leg.destination or "")} for leg in one.legs]
    assert sum(at_home) == 1
    assert at_home[one.border]
    assert one.foreign.country != HOME
    assert one.foreign.airport in (one.border_leg.origin, one.border_leg.destination)


@given(SEEDS, DAYS)
@QUICK
def test_legs_are_flown_one_after_another(seed: int, day: dt.date) -> None:
    """The next leg begins where the last ended, no earlier, and the first departs on the day in UTC."""
    one = service(1, day, Random(seed))
    for first, second in zip(one.legs, one.legs[1:], strict=False):
        assert first.destination == second.origin
        assert (first.arrives or "") < (second.departs or "")
    assert one.departs.date() - day in (dt.timedelta(0), dt.timedelta(1))
    if one.border == 0:
        assert one.departs.date() == day


@given(SEEDS, DAYS)
@QUICK
def test_times_are_those_of_timetables(seed: int, day: dt.date) -> None:
    for leg in service(1, day, Random(seed)).legs:
        for text in (leg.departs, leg.arrives):
            assert dt.datetime.fromisoformat(text or "").minute % 5 == 0


@given(SEEDS)
@QUICK
def test_seats_and_equipment_fit_the_distance(seed: int) -> None:
    one = service(1, dt.date(2026, 1, 20), Random(seed))
    assert FEWEST_SEATS <= one.seats < MOST_SEATS
    long_haul = flight_hours(one.foreign.airport, "VIE") > LONG_HAUL_HOURS
    assert (one.equipment == "789") == long_haul == (one.seats >= 200)


@pytest.mark.parametrize(("number", "designator"), [(1, "0101"), (899, "0999"), (900, "1000"), (9899, "9999")])
def test_flight_numbers_keep_to_four_digits(number: int, designator: str) -> None:
    """A day of ten thousand flights still fits the four digits of a designator."""
    assert service(number, dt.date(2026, 1, 20), Random(1)).designator[2:] == designator


@given(AIRPORTS, AIRPORTS)
@QUICK
def test_distances_are_symmetric_and_within_the_globe(origin: str, destination: str) -> None:
    hours = flight_hours(origin, destination)
    assert hours == pytest.approx(flight_hours(destination, origin))
    # Half the equator at cruising speed is the longest that any two airports can be apart.
    assert TAXI_AND_CLIMB_HOURS <= hours <= 20_040 / 800 + TAXI_AND_CLIMB_HOURS


@given(AIRPORTS, AIRPORTS, AIRPORTS)
@QUICK
def test_a_stop_never_shortens_the_way(origin: str, stop: str, destination: str) -> None:
    assert flight_hours(origin, destination) <= flight_hours(origin, stop) + flight_hours(stop, destination)


@pytest.mark.parametrize("station", [*stations(), *HOME_STATIONS], ids=lambda station: station.airport)
def test_the_clock_of_a_station_is_january_s(station: object) -> None:
    """`utc_offset_hours` is the real offset of the day that is simulated."""
    from zoneinfo import ZoneInfo

    zone = airport_timezone(station.airport)
    assert zone
    offset = dt.datetime(2026, 1, 20, 12, tzinfo=ZoneInfo(zone)).utcoffset()
    assert offset == dt.timedelta(hours=station.utc_offset_hours)


@given(st.sampled_from(sorted({station.country for station in stations()})), SEEDS)
@QUICK
def test_a_city_fits_its_field(country: str, seed: int) -> None:
    name = city(country, Random(seed))
    assert name
    assert len(name) <= CITY_LENGTH_MAX
    assert name == document_form(name)

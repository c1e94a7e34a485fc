"""Stations are real and flights take as long as they take."""

from random import Random

import pytest

from gatehouse.simulation.geography import Station, city, flight_hours, stations
from gatehouse.terms.places import airport_country


@pytest.mark.parametrize("station", stations(), ids=lambda station: station.airport)
def test_a_station_is_an_airport_of_its_country(station: Station) -> None:
    assert airport_country(station.airport) == station.country
    assert -12 <= station.utc_offset_hours <= 14


@pytest.mark.parametrize(
    ("origin", "destination", "least", "most"),
    [("VIE", "MUC", 0.9, 1.3), ("VIE", "JFK", 8.5, 10.0), ("VIE", "VIE", 0.6, 0.6)],
)
def test_flight_hours_are_those_of_the_great_circle(origin: str, destination: str, least: float, most: float) -> None:
    assert least <= flight_hours(origin, destination) <= most
    assert flight_hours(origin, destination) == pytest.approx(flight_hours(destination, origin))


def test_a_city_is_spelled_as_documents_do() -> None:
    name = city("TUR", Random(1))
    assert name
    assert name.replace(" ", "").isalpha()
    assert name.isupper()


def test_a_country_without_airports_has_no_city() -> None:
    assert city("VAT", Random(1)) is None

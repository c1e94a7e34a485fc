"""Where flights go and people are born: stations of `stations.csv`, coordinates and cities from airportsdata."""

from __future__ import annotations

import csv
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from random import Random
from typing import NamedTuple

import airportsdata

from gatehouse.simulation.romanise import HERE, document_form
from gatehouse.terms.places import country_code

EARTH_RADIUS_KM = 6371.0
CRUISE_KM_PER_HOUR = 800.0
TAXI_AND_CLIMB_HOURS = 0.6
CITY_LENGTH_MAX = 20


class Station(NamedTuple):
    """An airport that flights of the day serve. `utc_offset_hours` is that of January, when the day is."""

    airport: str
    country: str
    utc_offset_hours: float
    weight: float


@lru_cache(maxsize=1)
def stations() -> tuple[Station, ...]:
    """Every foreign station, in the order of the file."""
    with (HERE / "stations.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Station(row["airport"], row["country"], float(row["utc_offset_hours"]), float(row["weight"]))
            for row in csv.DictReader(rows)
        )


@lru_cache(maxsize=1)
def _airports() -> dict[str, tuple[float, float, str, str]]:
    return {
        code: (float(airport["lat"]), float(airport["lon"]), str(airport["city"]), str(airport["country"]))
        for code, airport in airportsdata.load("IATA").items()
    }


@lru_cache(maxsize=1024)
def flight_hours(origin: str, destination: str) -> float:
    """Hours from gate to gate along the great circle between two IATA airports."""
    lat1, lon1, lat2, lon2 = (radians(x) for code in (origin, destination) for x in _airports()[code][:2])
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half)) / CRUISE_KM_PER_HOUR + TAXI_AND_CLIMB_HOURS


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[str, ...]]:
    table: dict[str, set[str]] = {}
    for _, _, city, alpha2 in _airports().values():
        country = country_code(alpha2)
        name = document_form(city)
        # Longer names would be cut by some carriers and not by others, which is another fault than those simulated.
        if country and name and len(name) <= CITY_LENGTH_MAX:
            table.setdefault(country, set()).add(name)
    # Sorted, because a set would give another city on another run.
    return {country: tuple(sorted(names)) for country, names in table.items()}


def city(country: str, dice: Random) -> str | None:
    """A city of the country (alpha-3) in A to Z; None for a country without an airport."""
    names = _cities().get(country)
    return dice.choice(names) if names else None

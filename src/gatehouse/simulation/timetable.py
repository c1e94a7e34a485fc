"""The flights of the day: carriers of `carriers.csv` between the home State and real airports, at local times."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from random import Random
from typing import NamedTuple

from gatehouse.simulation.geography import Station, flight_hours, stations
from gatehouse.simulation.romanise import HERE
from gatehouse.terms.flight import Flight, Leg

HOME = "AUT"
"""The State whose border the flights cross."""

HOME_STATIONS = (Station("VIE", HOME, 1.0, 18), Station("SZG", HOME, 1.0, 1), Station("INN", HOME, 1.0, 1))
LONG_HAUL_HOURS = 5.0
TWO_LEGS = 0.06
CODE_SHARED = 0.25
TURN_MINUTES = 75
FEWEST_SEATS, MOST_SEATS = 90, 330
LOCAL_CARRIER_CHANCE = 0.6


class Carrier(NamedTuple):
    """One row of `carriers.csv`: who flies, from which country, and in which releases they report."""

    designator: str
    country: str
    system: str
    pnr_version: str
    api_release: str
    habit: str
    weight: float


@dataclass(frozen=True, slots=True)
class Service:
    """One flight of the day. `border` is the index of the leg that crosses the home border.

    `departs` is the border leg's departure in UTC; `marketed` is a partner's designator where the seats are shared.
    """

    carrier: Carrier
    number: str
    legs: tuple[Leg, ...]
    border: int
    departs: dt.datetime
    foreign: Station
    seats: int
    equipment: str
    marketed: str | None = None

    @property
    def designator(self) -> str:
        """Carrier and number padded to four digits."""
        return f"{self.carrier.designator}{self.number.zfill(4)}"

    @property
    def border_leg(self) -> Leg:
        """The leg that crosses the home border."""
        return self.legs[self.border]

    def flight(self, only_border: bool) -> Flight:
        """The flight in the readers' terms, with every leg or the border leg only."""
        legs = (self.border_leg,) if only_border else self.legs
        return Flight(self.carrier.designator, self.number, legs=legs, equipment=self.equipment, status="HK")


@lru_cache(maxsize=1)
def carriers() -> tuple[Carrier, ...]:
    """Every carrier, in the order of the file."""
    with (HERE / "carriers.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Carrier(
                row["carrier"],
                row["country"],
                row["system"],
                row["pnr_version"],
                row["api_release"],
                row["habit"],
                float(row["weight"]),
            )
            for row in csv.DictReader(rows)
        )


def _carrier(country: str, dice: Random) -> Carrier:
    local = [carrier for carrier in carriers() if carrier.country == country]
    if local and dice.random() < LOCAL_CARRIER_CHANCE:
        return dice.choices(local, [carrier.weight for carrier in local])[0]
    anywhere = [carrier for carrier in carriers() if carrier.country in ("", HOME)]
    return dice.choices(anywhere, [carrier.weight for carrier in anywhere])[0]


def _leg(origin: Station, destination: Station, departs: dt.datetime) -> tuple[Leg, dt.datetime]:
    """The leg in local times and its arrival in UTC, to the five minutes that timetables use."""
    minutes = 5 * round(flight_hours(origin.airport, destination.airport) * 12)
    arrives = departs + dt.timedelta(minutes=minutes)
    local = [
        (time + dt.timedelta(hours=place.utc_offset_hours)).isoformat(timespec="minutes")
        for time, place in ((departs, origin), (arrives, destination))
    ]
    return Leg(origin.airport, destination.airport, local[0], local[1]), arrives


def _stops(dice: Random) -> tuple[Station, ...]:
    home = dice.choices(HOME_STATIONS, [station.weight for station in HOME_STATIONS])[0]
    weights = [station.weight for station in stations()]
    stops = [dice.choices(stations(), weights)[0], home]
    if dice.random() < TWO_LEGS:
        beyond = dice.choices(stations(), weights)[0]
        # Two stations of one country would make the first leg domestic, which no list reports.
        if beyond.country != stops[0].country:
            stops.insert(0, beyond)
    return tuple(stops) if dice.random() < 0.55 else tuple(reversed(stops))


def service(number: int, day: dt.date, dice: Random) -> Service:
    """A flight that departs on `day` UTC; `number` makes its flight number distinct."""
    stops = _stops(dice)
    # From five in the morning to eleven at night, in UTC: the hours in which passenger flights leave.
    departs = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=5 * dice.randrange(60, 276))
    legs, starts = [], []
    for origin, destination in pairwise(stops):
        starts.append(departs)
        leg, arrives = _leg(origin, destination, departs)
        legs.append(leg)
        departs = arrives + dt.timedelta(minutes=TURN_MINUTES)
    border = next(i for i, pair in enumerate(pairwise(stops)) if HOME in {s.country for s in pair})
    foreign = next(station for station in stops[border : border + 2] if station.country != HOME)
    flown_by = _carrier(foreign.country, dice)
    # From Vienna whichever the home airport: the others are within an hour of it.
    long_haul = flight_hours(foreign.airport, "VIE") > LONG_HAUL_HOURS
    seats = dice.randrange(200, MOST_SEATS) if long_haul else dice.randrange(FEWEST_SEATS, 200)
    return Service(
        flown_by,
        str(100 + number),
        tuple(legs),
        border,
        starts[border],
        foreign,
        seats,
        "789" if long_haul else dice.choice(("320", "321", "73H", "E95")),
        _partner(flown_by, dice),
    )


def _partner(flown_by: Carrier, dice: Random) -> str | None:
    partners = [carrier for carrier in carriers() if carrier.system == flown_by.system and carrier != flown_by]
    if dice.random() >= CODE_SHARED or not partners:
        return None
    return f"{dice.choice(partners).designator}{dice.randrange(1000, 9999)}"

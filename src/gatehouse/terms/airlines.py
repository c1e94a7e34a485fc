"""Airlines: the designators a message names a carrier by.

`airlines.csv` is this project's own short table of carriers with international traffic: IATA two-character
designator, ICAO three-letter designator, three-digit ticket prefix, name and country. It is there to read and to
join records, never to refuse one: a carrier that is not in it is simply not known here.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

AIRLINES_FILE = Path(__file__).with_name("airlines.csv")


class Airline(NamedTuple):
    """One carrier. `prefix` is the first three digits of its tickets (IATA accounting code); `country` alpha-3."""

    iata: str
    icao: str
    prefix: str | None
    name: str
    country: str


@lru_cache(maxsize=1)
def airlines() -> tuple[Airline, ...]:
    """Every airline of the table, in order of IATA designator."""
    with AIRLINES_FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Airline(row["iata"], row["icao"], row["prefix"] or None, row["name"], row["country"])
            for row in csv.DictReader(rows)
        )


@lru_cache(maxsize=1)
def _by_designator() -> dict[str, Airline]:
    table = {airline.icao: airline for airline in airlines()}
    return table | {airline.iata: airline for airline in airlines()}


def airline(designator: str) -> Airline | None:
    """The airline with this IATA or ICAO designator, in either case; `None` if it is not in the table."""
    return _by_designator().get(designator.strip().upper())


@lru_cache(maxsize=1)
def _by_prefix() -> dict[str, Airline]:
    return {airline.prefix: airline for airline in airlines() if airline.prefix}


def airline_of_ticket(number: str) -> Airline | None:
    """The airline that issued a ticket, from the first three digits of its 13- or 14-digit number."""
    digits = number.strip().replace("-", "").replace(" ", "")
    return _by_prefix().get(digits[:3]) if digits.isdigit() and len(digits) in (13, 14) else None

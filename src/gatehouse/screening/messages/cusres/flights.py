"""SG3 of a CUSRES: the flight a verdict is about, echoed from the carrier's list."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest

from gatehouse.terms.dates import expiry_yymmdd, local_time
from gatehouse.terms.flight import Flight, Leg, split_designator

DEPARTURE, ARRIVAL = "189", "232"
"""DTM 2005: scheduled departure and arrival, local time."""
NOWHERE: tuple[str | None, str | None] = (None, None)
FROM, TO = "125", "87"
"""LOC 3227: last airport before the border and first behind it; 92 (routing) is read by its order."""


@dataclass
class FlightGroup:
    """One RFF+AF with its DTM and LOC as far as they have been read; two-digit years are read against `year`."""

    designator: str
    segment: int
    year: int
    places: list[tuple[str, str]] = field(default_factory=list)
    departures: list[str] = field(default_factory=list)
    arrivals: list[str] = field(default_factory=list)

    def take_time(self, qualifier: str, value: str) -> bool:
        """Add a DTM; False when it is no departure or arrival time of the calendar."""
        times = {DEPARTURE: self.departures, ARRIVAL: self.arrivals}.get(qualifier)
        moment = _moment(value, self.year)
        if times is None or moment is None:
            return False
        times.append(moment)
        return True

    def take_place(self, qualifier: str, airport: str) -> None:
        """Add a LOC."""
        self.places.append((qualifier, airport.upper()))

    def flight(self) -> Flight:
        """The group as a value: places in pairs, departure first unless 87 and 125 say otherwise."""
        rows = zip_longest(self._hops(), self.departures, self.arrivals)
        legs = tuple(
            Leg(origin, destination, departs, arrives)
            for hop, departs, arrives in rows
            for origin, destination in [hop or NOWHERE]
        )
        return Flight(*split_designator(self.designator), legs, segment=self.segment)

    def _hops(self) -> list[tuple[str | None, str | None]]:
        hops: list[tuple[str | None, str | None]] = []
        for i in range(0, len(self.places), 2):
            pair = [*self.places[i : i + 2], ("", "")][:2]
            # 87 and 125 name their role; two 92 are departure and arrival by order only.
            backwards = pair[0][0] == TO or pair[1][0] == FROM
            (_, origin), (_, destination) = reversed(pair) if backwards else pair
            hops.append((origin or None, destination or None))
        return hops


def _moment(value: str, year: int) -> str | None:
    """ISO 8601 local time of (CC)YYMMDDHHMM or (CC)YYMMDD; stray blanks occur in real traffic."""
    digits = value.replace(" ", "")
    cut = {10: 6, 12: 8}.get(len(digits), len(digits))
    return local_time(expiry_yymmdd(digits[:cut], year), digits[cut:])

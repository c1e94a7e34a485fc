"""A journey: one traveller on one flight, with the booking where there is one. What a criterion is asked about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gatehouse.terms.booking import Booking
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.traveller import Traveller

DAY_LENGTH = len("2026-11-21")


@dataclass(frozen=True, slots=True)
class Journey:
    """A traveller, the flights of the message that told of them, and their booking.

    `source` and `number` say where it stands (a message, a flight leg) and name nobody; journeys of one source come
    together. No other traveller is in it: of those in the booking only how many they are.
    """

    source: str
    number: int
    traveller: Traveller
    booking: Booking | None = None
    flights: tuple[Flight, ...] = ()

    @property
    def key(self) -> str:
        """What outcomes of past hits are filed under."""
        return f"{self.source}#{self.number}"

    @property
    def party(self) -> str:
        """People of one party are no independent cases: the booking within its source, else the person alone."""
        locator = (self.booking and self.booking.locator) or self.traveller.locator
        return f"locator {locator}" if locator else f"number {self.number}"

    @property
    def itinerary(self) -> tuple[Flight, ...]:
        """The booking's flights where it states any, else the message's."""
        return (self.booking.flights if self.booking else ()) or self.flights

    @property
    def departs(self) -> str | None:
        """Local time of departure of the flight at hand, ISO 8601."""
        return next((leg.departs for leg in legs(self.flights or self.itinerary) if leg.departs), None)

    @property
    def departure_day(self) -> dt.date | None:
        """The day of departure: every age and every number of days is counted to it, never to today."""
        return day(self.departs)


def legs(flights: tuple[Flight, ...]) -> list[Leg]:
    """Every leg in order."""
    return [leg for flight in flights for leg in flight.legs]


def day(text: str | None) -> dt.date | None:
    """The day of an ISO 8601 date or time; `None` when it is partial, absent, or no day of the calendar."""
    if text is None or len(text) < DAY_LENGTH or text[4] != "-":
        return None
    try:
        return dt.date.fromisoformat(text[:DAY_LENGTH])
    except ValueError:
        return None

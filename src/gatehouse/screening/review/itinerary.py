"""The journey of one traveller: the hops that their bookings state, in order, with the leg that is looked at. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

HOPS_MAX = 40
"""A booking with more hops than this is a group's or a fault; the rest is not drawn."""


class Hop(NamedTuple):
    """One flight from one airport to the next; times are local, as stated. `is_here`: the leg that is looked at."""

    flight: str
    origin: str | None
    destination: str | None
    departs: str | None
    arrives: str | None
    booking_class: str | None = None
    status: str | None = None
    is_here: bool = False

    @property
    def key(self) -> tuple[str | None, ...]:
        """By what the same hop is known in two bookings."""
        return (self.flight, self.origin, (self.departs or "")[:10])


class Leg(NamedTuple):
    """The stored leg that is looked at."""

    id: int
    flight: str
    origin: str | None
    destination: str | None
    departs: str | None
    arrives: str | None
    state: str


def itinerary(leg: Leg, bookings: Iterable[Mapping[str, Any]]) -> list[Hop]:
    """Every hop once, soonest first; the stored leg too where no booking states it."""
    here = Hop(leg.flight, leg.origin, leg.destination, leg.departs, leg.arrives, is_here=True)
    found = {hop.key: hop for said in bookings for hop in _hops(said)}
    stated = found.get(here.key)
    found[here.key] = stated._replace(is_here=True) if stated else here
    # Hops without a time stand where their booking put them: the sort is stable, and they come last.
    return sorted(found.values(), key=lambda hop: hop.departs or "9999")[:HOPS_MAX]


def _hops(said: Mapping[str, Any]) -> Iterator[Hop]:
    for flight in said.get("flights", ()):
        name = f"{flight.get('carrier') or '?'}{flight.get('number') or '?'}{flight.get('suffix') or ''}"
        for leg in flight.get("legs", ()):
            yield Hop(
                name,
                leg.get("origin"),
                leg.get("destination"),
                leg.get("departs"),
                leg.get("arrives"),
                flight.get("booking_class"),
                flight.get("status"),
            )


def breaks(hops: Iterable[Hop]) -> list[bool]:
    """For each hop after the first: whether it begins elsewhere than the one before ended (by land, or not told)."""
    return [one.destination != after.origin for one, after in pairwise(hops)]

"""TDT and the points behind it: flights with their legs, in whatever order a carrier states them.

A run is one TDT with its stops. One TDT may have one pair of places, many pairs, or a chain of single points; several
TDT of one designator in a row are one flight.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from gatehouse.edifact.segment import at
from gatehouse.screening.messages.paxlst.said import OPENS_FLIGHT, Elements, Fault, Said
from gatehouse.terms.flight import Flight, Leg, split_designator, split_number

MASTER_CREW_MARK = "MCL"
"""Ends the flight identification of a US master crew list, which has a carrier and no flight number."""
STOPS_BACK_MAX = 8
"""How many stops back a time may belong to, and how many times may wait for one: bounds work on hostile input."""
_NUMBER = re.compile(r"[0-9]{1,4}[A-Z]?")
"""A flight number with its operational suffix, the carrier being stated apart from it."""
DEPARTURE, ARRIVAL, EITHER = "departure", "arrival", "either"


@dataclass(slots=True)
class Stop:
    """A point of the route as one LOC states it, with the times put to it (`departs`, `arrives`, `…-otherwise`)."""

    role: str
    airport: str | None
    times: dict[str, str] = field(default_factory=dict)

    def time(self, kind: str) -> str | None:
        """The scheduled time of a kind, else another one stated (actual, estimated)."""
        return self.times.get(kind) or self.times.get(f"{kind}-otherwise")


@dataclass(slots=True)
class Run:
    """One TDT with its stops, and times that wait for a stop to belong to."""

    carrier: str | None = None
    number: str | None = None
    suffix: str | None = None
    segment: int | None = None
    stops: list[Stop] = field(default_factory=list)
    waiting: list[tuple[str, str, int]] = field(default_factory=list)
    known: set[str | None] = field(default_factory=set)

    def add_stop(self, role: str, airport: str | None) -> None:
        """The next LOC; a time that came before it is tried on it."""
        self.stops.append(Stop(role, airport))
        self.known.add(airport)
        if len(self.waiting) > STOPS_BACK_MAX:
            return
        waiting, self.waiting = self.waiting, []
        for kind, moment, ordinal in waiting:
            self.add_time(kind, moment, ordinal)

    def add_time(self, kind: str, moment: str, ordinal: int) -> None:
        """Puts a time to the stop it means: the last one that can have it, else the next one to come."""
        self.known.add(moment)
        stop = self._departing(kind) if kind.startswith("departs") else self._arriving(kind)
        if stop is None:
            self.waiting.append((kind, moment, ordinal))
        else:
            stop.times[kind] = moment

    def knows(self, value: str | None) -> bool:
        """Whether an airport or a time is already of this run."""
        return value in self.known

    def legs(self) -> tuple[Leg, ...]:
        """The legs of the run; times without any place make one leg with both ends open."""
        # Lorries and ships state when, and not where.
        if not self.stops and self.waiting:
            anywhere = Stop(EITHER, None, {kind: moment for kind, moment, _ in self.waiting})
            return (_leg(anywhere, anywhere),)
        return legs(self.stops)

    def _departing(self, kind: str) -> Stop | None:
        able = [stop for stop in self.stops[-STOPS_BACK_MAX:] if stop.role != ARRIVAL and kind not in stop.times]
        # A place marked as the departure has the time that follows it.
        if able and able[-1] is self.stops[-1] and able[-1].role == DEPARTURE:
            return able[-1]
        # Both places first and both times after: the departure is that of the place before, if it has no time yet.
        if len(able) > 1 and able[-1] is self.stops[-1] is not able[-2] is self.stops[-2] and not able[-2].times:
            return able[-2]
        # A chain of points: the border's arrival is where the next hop begins.
        if not able and self.stops and self.stops[-1].role == ARRIVAL and "arrives" in self.stops[-1].times:
            return self.stops[-1]
        return able[-1] if able else None

    def _arriving(self, kind: str) -> Stop | None:
        if self._arrives_on_the_way(kind):
            return self.stops[-1]
        able = [stop for stop in self.stops[-STOPS_BACK_MAX:] if stop.role != DEPARTURE and kind not in stop.times]
        return able[-1] if able and (able[-1].role == ARRIVAL or able[-1] is not self.stops[0]) else None

    def _arrives_on_the_way(self, kind: str) -> bool:
        """Whether the border's departure, stated last, is where the hop before it ends: a chain of points."""
        if len(self.stops) < 2 or self.stops[-1].role != DEPARTURE or self.stops[-1].times:
            return False
        before = self.stops[-2]
        return before.airport != self.stops[-1].airport and "departs" in before.times and kind not in before.times


def transport(elements: Elements) -> Said:
    """TDT: 8028 flight identification and, in e4, C040 3127 carrier, which is preferred where they differ."""
    identification, stated = at(elements, 1).replace(" ", "").upper(), at(elements, 4).upper() or None
    if identification.endswith(MASTER_CREW_MARK):
        identification = identification.removesuffix(MASTER_CREW_MARK)
        # At most three letters are left: a carrier and no number.
        if len(identification) <= len(MASTER_CREW_MARK):
            return Said(OPENS_FLIGHT, (("carrier", stated or identification or None),))
    number: str | None
    if stated and identification.startswith(stated):
        carrier: str | None = stated
        number, suffix = split_number(identification[len(stated) :])
    elif not identification or (stated and _NUMBER.fullmatch(identification)) or identification.isdigit():
        carrier, (number, suffix) = stated, split_number(identification)
    else:
        carrier, number, suffix = split_designator(identification)
    faults = []
    if number and not number.isdigit():
        faults.append(Fault("flight-unreadable"))
    if stated and carrier and carrier != stated:
        faults.append(Fault("carrier-conflict"))
    facts = (("carrier", stated or carrier), ("number", number), ("suffix", suffix))
    return Said(OPENS_FLIGHT, facts, tuple(faults))


def legs(stops: Iterable[Stop]) -> tuple[Leg, ...]:
    """The legs that a run of stops means.

    Points pair up as departure and arrival; a point that follows an arrival elsewhere continues from there; an
    arrival stated before its departure waits for it; a point left alone makes a leg with one end open.
    """
    found: list[Leg] = []
    begun: Stop | None = None
    early: Stop | None = None
    last: Stop | None = None
    for stop in stops:
        if begun is not None:
            # The border departure is often stated again as a point of the route.
            if stop.role == DEPARTURE and stop.airport == begun.airport:
                begun.times = {**stop.times, **begun.times}
                continue
            found.append(_leg(begun, stop))
            last, begun = stop, stop if stop.role == DEPARTURE else None
        elif early is not None:
            origin, last = (early, stop) if stop.role == ARRIVAL else (stop, early)
            found.append(_leg(origin, last))
            early = None
        elif last is None and stop.role == ARRIVAL:
            early = stop
        elif last is None or _departs_anew(stop, last):
            begun = stop
        else:
            found.append(_leg(last, stop))
            last = stop
    return (*found, *_open_ended(begun, early, last))


def _departs_anew(stop: Stop, last: Stop) -> bool:
    only_departs = stop.time("departs") is not None and stop.time("arrives") is None
    return stop.airport == last.airport or stop.role == DEPARTURE or (stop.role == EITHER and only_departs)


def _open_ended(begun: Stop | None, early: Stop | None, last: Stop | None) -> Iterable[Leg]:
    """A departure without arrival, unless it only repeats where the flight ended; an arrival without departure."""
    if begun is not None and (last is None or begun.airport != last.airport or begun.time("departs")):
        yield Leg(begun.airport, None, begun.time("departs"), None)
    if early is not None:
        yield Leg(None, early.airport, None, early.time("arrives"))


def _leg(origin: Stop, destination: Stop) -> Leg:
    is_border = True if (origin.role, destination.role) == (DEPARTURE, ARRIVAL) else None
    return Leg(origin.airport, destination.airport, origin.time("departs"), destination.time("arrives"), is_border)


def flights(runs: Iterable[Run]) -> tuple[Flight, ...]:
    """One flight per designator in a row, with the legs of all its runs."""
    made = []
    for (carrier, number, suffix), group in groupby(runs, key=lambda run: (run.carrier, run.number, run.suffix)):
        same = list(group)
        route = tuple(leg for run in same for leg in run.legs())
        made.append(Flight(carrier, number, suffix, route, segment=same[0].segment))
    return tuple(made)

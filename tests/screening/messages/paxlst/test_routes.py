from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.edifact.segment import split
from gatehouse.screening.messages.paxlst.routes import ARRIVAL, DEPARTURE, EITHER, Run, Stop, flights, legs, transport
from gatehouse.terms.reading import Reading

DESIGNATORS = [
    ("carrier in the identification", "TDT+20+ZZ123", ("ZZ", "123", None), []),
    ("leading zeros", "TDT+20+ZZ0023", ("ZZ", "23", None), []),
    ("suffix", "TDT+20+ZZ123A", ("ZZ", "123", "A"), []),
    ("carrier apart", "TDT+20+0123+++ZZ", ("ZZ", "123", None), []),
    ("carrier apart, with a suffix", "TDT+20+2001A+++W6", ("W6", "2001", "A"), []),
    ("carrier twice", "TDT+20+ZZ0123A+++ZZ", ("ZZ", "123", "A"), []),
    ("carrier with a digit", "TDT+20+B2740", ("B2", "740", None), []),
    ("three-letter carrier", "TDT+20+ZZZ740", ("ZZZ", "740", None), []),
    ("stray blanks", "TDT+20+ZZ 123 +++ ZZ ", ("ZZ", "123", None), []),
    ("small letters", "TDT+20+zz123", ("ZZ", "123", None), []),
    ("two carriers that differ", "TDT+20+ZX877+++XZ", ("XZ", "877", None), ["carrier-conflict"]),
    ("no flight number at all", "TDT+11++++LOCK:172", ("LOCK", None, None), []),
    ("not a designator", "TDT+20+CHARTER", (None, "CHARTER", None), ["flight-unreadable"]),
    ("nothing", "TDT", (None, None, None), []),
]


@pytest.mark.parametrize(("text", "parts", "codes"), [v[1:] for v in DESIGNATORS], ids=[v[0] for v in DESIGNATORS])
def test_designators(text: str, parts: tuple[str | None, ...], codes: list[str]) -> None:
    said = transport(split(text))
    assert tuple(value for _, value in said.facts) == parts
    assert [fault.code for fault in said.faults] == codes


def test_a_master_crew_list_has_a_carrier_and_no_number() -> None:
    assert dict(transport(split("TDT+20+ZZMCL")).facts)["carrier"] == "ZZ"
    assert dict(transport(split("TDT+20+ZZ123MCL")).facts) == {"carrier": "ZZ", "number": "123", "suffix": None}


def route(text: str) -> list[Stop]:
    """Stops from `>A <B -C`: departure, arrival, either; `@` marks a stated departure, `!` a stated arrival."""
    roles = {">": DEPARTURE, "<": ARRIVAL, "-": EITHER}
    stops = []
    for word in text.split():
        times = {kind: f"{word} {kind}" for mark, kind in (("@", "departs"), ("!", "arrives")) if mark in word}
        stops.append(Stop(roles[word[0]], word[1], times))
    return stops


ROUTES = [
    ("one pair", ">A <B", "A-B"),
    ("pair of other points", "-A -B", "A-B"),
    ("arrival stated first", "<B >A", "A-B"),
    ("two pairs in one TDT", "-A -B >B <C", "A-B B-C"),
    ("pairs of other points repeating the stop", "-A -B -B -C", "A-B B-C"),
    ("single points in a row", "-A -B -C", "A-B B-C"),
    ("border pair and onward point", ">A <B -C", "A-B B-C"),
    ("point before the border pair", "-A >B <C", "A-B B-C"),
    ("a departure elsewhere begins anew", "-A@ -B! -C@ -D!", "A-B C-D"),
    ("an explicit departure elsewhere begins anew", ">A <B >C <D", "A-B C-D"),
    ("the same departure twice", ">A >A <B", "A-B"),
    ("departure alone", ">A", "A-?"),
    ("arrival alone", "<B", "?-B"),
    ("last stop repeated as point", "-A -B -B", "A-B"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("stops", "expected"), [v[1:] for v in ROUTES], ids=[v[0] for v in ROUTES])
def test_stops_become_legs(stops: str, expected: str) -> None:
    found = " ".join(f"{leg.origin or '?'}-{leg.destination or '?'}" for leg in legs(route(stops)))
    assert found == expected


@given(st.lists(st.tuples(st.sampled_from("><-"), st.sampled_from("ABCD")), max_size=8))
def test_every_airport_of_a_route_is_in_its_legs(points: list[tuple[str, str]]) -> None:
    stops = route(" ".join(role + airport for role, airport in points))
    named = {airport for leg in legs(stops) for airport in (leg.origin, leg.destination) if airport}
    assert named == {airport for _, airport in points}


D, A = "DTM+189:2606210900:201", "DTM+232:2606212200:201"
ORDERS = [
    ("each place with its time", ("LOC+125+SYD", D, "LOC+87+HNL", A)),
    ("places, then times", ("LOC+125+SYD", "LOC+87+HNL", D, A)),
    ("times, then places", (D, A, "LOC+125+SYD", "LOC+87+HNL")),
    ("each time before its place", (D, "LOC+125+SYD", A, "LOC+87+HNL")),
    ("arrival first", ("LOC+87+HNL", A, "LOC+125+SYD", D)),
    ("times the other way round", ("LOC+125+SYD", "LOC+87+HNL", A, D)),
    ("other points, each with its time", ("LOC+92+SYD", D, "LOC+92+HNL", A)),
    ("other points, then times", ("LOC+92+SYD", "LOC+92+HNL", D, A)),
    ("other points, each time before", (D, "LOC+92+SYD", A, "LOC+92+HNL")),
]


@pytest.mark.parametrize("segments", [v[1] for v in ORDERS], ids=[v[0] for v in ORDERS])
def test_places_and_times_in_any_order(reading: Callable[..., Reading], segments: tuple[str, ...]) -> None:
    result = reading("BGM+745", "TDT+20+ZZ1", *segments)
    ((leg,),) = (flight.legs for flight in result.flights)
    assert (leg.origin, leg.departs) == ("SYD", "2026-06-21T09:00")
    assert (leg.destination, leg.arrives) == ("HNL", "2026-06-21T22:00")
    assert "time-unplaced" not in [found.code for found in result.findings]


def test_a_scheduled_time_is_preferred_to_an_actual_one() -> None:
    run = Run()
    run.add_stop(DEPARTURE, "SYD")
    run.add_time("departs-otherwise", "actual", 3)
    run.add_time("departs", "scheduled", 4)
    assert run.legs()[0].departs == "scheduled"


def test_a_time_without_a_place_is_told(reading: Callable[..., Reading]) -> None:
    result = reading("BGM+745", "TDT+20+ZZ1", "LOC+125+SYD", A)
    assert "time-unplaced" in [found.code for found in result.findings]


def test_a_route_without_end_is_read_to_its_end(reading: Callable[..., Reading]) -> None:
    points = [text for _ in range(3_000) for text in ("LOC+92+SYD", D, "LOC+92+HNL", A)]
    waiting = [A] * 3_000
    ((flight,),) = (reading("BGM+745", "TDT+20+ZZ1", *points, *waiting, "LOC+92+SYD").flights,)
    assert len(flight.legs) >= 3_000


def test_times_without_any_place_make_an_open_leg(reading: Callable[..., Reading]) -> None:
    result = reading("BGM+745", "TDT+20+ZZ1", A)
    ((leg,),) = (flight.legs for flight in result.flights)
    assert (leg.origin, leg.destination, leg.arrives) == (None, None, "2026-06-21T22:00")


def test_one_designator_in_a_row_is_one_flight_and_others_are_others() -> None:
    runs = [
        Run("ZZ", number, None, 3, route(stops)) for number, stops in (("1", ">A <B"), ("2", ">B <C"), ("2", ">C <D"))
    ]
    found = flights(runs)
    assert [(flight.number, len(flight.legs)) for flight in found] == [("1", 1), ("2", 2)]
    assert [flight.number for flight in flights([runs[1], runs[0], runs[2]])] == ["2", "1", "2"]


def test_a_chain_of_points_gives_each_its_arrival_and_departure(reading: Callable[..., Reading]) -> None:
    body = ("LOC+92+SYD", "DTM+189:2606210900:201", "LOC+125+HNL", "DTM+232:2606202200:201", "DTM+189:2606202330:201")
    border = ("LOC+87+SFO", "DTM+232:2606210700:201", "DTM+189:2606210900:201", "LOC+92+JFK", "DTM+232:2606211700:201")
    result = reading("BGM+745", "TDT+20+ZZ1", *body, *border)
    times = [(leg.origin, leg.departs, leg.destination, leg.arrives) for leg in result.flights[0].legs]
    assert times == [
        ("SYD", "2026-06-21T09:00", "HNL", "2026-06-20T22:00"),
        ("HNL", "2026-06-20T23:30", "SFO", "2026-06-21T07:00"),
        ("SFO", "2026-06-21T09:00", "JFK", "2026-06-21T17:00"),
    ]
    assert "time-unplaced" not in [found.code for found in result.findings]


def test_the_leg_that_the_message_marks_as_the_borders_is_marked(reading: Callable[..., Reading]) -> None:
    route = ("TDT+20+ZZ123", "LOC+92+LHR", "LOC+92+ZRH", "LOC+125+ZRH", "LOC+87+VIE")
    found = reading("BGM+745", *route)
    assert [leg.is_border for flight in found.flights for leg in flight.legs] == [None, True]


def test_a_time_after_a_place_marked_as_departure_is_its_own(reading: Callable[..., Reading]) -> None:
    places = ("TDT+20+ZZ123", "LOC+92+LHR", "LOC+92+ZRH", "LOC+125+ZRH", "DTM+189:2606201000:201", "LOC+87+VIE")
    (flight,) = reading("BGM+745", *places).flights
    assert [(leg.origin, leg.departs) for leg in flight.legs] == [("LHR", None), ("ZRH", "2026-06-20T10:00")]

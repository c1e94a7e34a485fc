from collections.abc import Callable

import pytest

from gatehouse.screening.messages.paxlst.routes_quality import leg_findings
from gatehouse.terms.flight import Flight, Leg
from gatehouse.terms.reading import Reading

LEGS = [
    ("an ordinary leg", Leg("LHR", "JFK", "2026-06-21T09:00", "2026-06-21T12:00"), None),
    ("eastward over the date line", Leg("SYD", "HNL", "2026-06-21T21:00", "2026-06-21T10:00"), None),
    ("westward over midnight", Leg("LAX", "SYD", "2026-06-21T22:00", "2026-06-23T06:00"), None),
    (
        "arrives before it departs",
        Leg("LHR", "CDG", "2026-06-21T09:00", "2026-06-21T08:00"),
        "arrival-before-departure",
    ),
    ("arrives a year before", Leg("LHR", "JFK", "2026-06-21T09:00", "2025-06-21T12:00"), "arrival-before-departure"),
    ("lasts days", Leg("LHR", "JFK", "2026-06-21T09:00", "2026-06-24T12:00"), "leg-too-long"),
    ("dates alone a day back", Leg("SYD", "HNL", "2026-06-21", "2026-06-20"), None),
    ("dates alone two days back", Leg("SYD", "HNL", "2026-06-21", "2026-06-19"), "arrival-before-departure"),
    ("unknown airports a day back", Leg("QQ8", "QQ9", "2026-06-21T09:00", "2026-06-20T09:00"), None),
    (
        "unknown airports a month back",
        Leg("QQ8", "QQ9", "2026-06-21T09:00", "2026-05-20T09:00"),
        "arrival-before-departure",
    ),
    ("no arrival", Leg("LHR", "JFK", "2026-06-21T09:00"), None),
]


@pytest.mark.parametrize(("leg", "code"), [v[1:] for v in LEGS], ids=[v[0] for v in LEGS])
def test_a_leg_takes_its_time(leg: Leg, code: str | None) -> None:
    found = [finding.code for finding in leg_findings([Flight("ZZ", "1", legs=(leg,), segment=4)])]
    assert found == ([code] if code else [])


def test_the_finding_stands_at_the_flight() -> None:
    late = Leg("LHR", "CDG", "2026-06-21T09:00", "2026-06-21T08:00")
    assert [finding.segment for finding in leg_findings([Flight("ZZ", "1", legs=(late,), segment=4)])] == [4]


def test_a_flight_on_a_day_of_00_has_no_clock_and_stops_nothing(reading: Callable[..., Reading]) -> None:
    places = ("LOC+125+SYD", "DTM+189:2606000900:201", "LOC+87+HNL", "DTM+232:2606202200:201")
    ((leg,),) = (flight.legs for flight in reading("BGM+745", "TDT+20+ZZ1", *places).flights)
    assert (leg.departs, leg.arrives) == ("2026-06", "2026-06-20T22:00")

"""The hops of a journey, each once and in order."""

from __future__ import annotations

from gatehouse.screening.review.itinerary import HOPS_MAX, Hop, Leg, breaks, itinerary

LEG = Leg(1, "ZZ1", "CDG", "LHR", "2026-01-20T08:30", None, "scheduled")


def said(number: str, origin: str, destination: str, departs: str | None) -> dict[str, object]:
    leg = {"origin": origin, "destination": destination, "departs": departs}
    return {"carrier": "ZZ", "number": number, "legs": [leg], "status": "HK"}


def test_each_hop_stands_once_soonest_first_and_the_leg_is_marked() -> None:
    booking = {"flights": [said("2", "LHR", "JFK", "2026-01-21T10:00"), said("1", "CDG", "LHR", "2026-01-20T08:30")]}
    hops = itinerary(LEG, [booking, booking])
    assert [(hop.flight, hop.is_here, hop.status) for hop in hops] == [("ZZ1", True, "HK"), ("ZZ2", False, "HK")]


def test_without_a_booking_the_leg_is_the_journey() -> None:
    assert [hop.flight for hop in itinerary(LEG, [{}])] == ["ZZ1"]


def test_a_break_is_where_one_goes_on_from_elsewhere() -> None:
    hops = [Hop("A", "CDG", "LHR", None, None), Hop("B", "LGW", "JFK", None, None), Hop("C", "JFK", "BOS", None, None)]
    assert breaks(hops) == [True, False]


def test_a_booking_without_end_is_cut() -> None:
    endless = {"flights": [said(str(n), "CDG", "LHR", "2026-01-20T08:30") for n in range(99)]}
    assert len(itinerary(LEG, [endless])) == HOPS_MAX

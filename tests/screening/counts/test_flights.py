"""The board of a day says what came for each flight and what did not."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.counts import flights
from gatehouse.screening.counts.pushes import Seen
from gatehouse.screening.review import decisions
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.travellers.models import FlightLeg
from reviewing import ANALYST, NAME_ONLY, Screening, look

NOW = dt.datetime.now(dt.UTC)


def test_a_flight_without_bookings_is_missing_them(screening: Screening) -> None:
    screening.fly(screening.ann())
    day = flights.newest_day(dt.date(2999, 1, 1))
    (row,) = flights.board(day, NOW)
    assert (row.api.messages, row.pnr.messages, row.missing) == (1, 0, ("PNRGOV",))
    assert (row.travellers, row.hits, row.waiting, row.confirmed, row.cleared, row.silent) == (1, 1, 1, 0, 0, 0)
    assert {(one.type, one.state) for one in row.pushes} == {("PAXLST", Seen.LATE), ("PNRGOV", Seen.MISSING)}
    assert row.wants_asking
    assert [one.push for one in row.pushes_of("PNRGOV")] == ["first", "closing"]
    assert flights.board(day + dt.timedelta(days=1), NOW) == []


@pytest.mark.usefixtures("database")
def test_without_flights_the_day_is_the_one_asked_for() -> None:
    assert flights.newest_day(dt.date(2026, 11, 30)) == dt.date(2026, 11, 30)


def test_before_departure_messages_are_due_or_seen_and_a_cleared_hit_is_counted(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    day = NOW.date() + dt.timedelta(days=5)
    FlightLeg.objects.update(departs=f"{day}T12:00", origin="CDG")
    (row,) = flights.board(day, NOW)
    assert {(one.push, one.state) for one in row.pushes} == {
        ("list", Seen.SEEN),
        ("first", Seen.DUE),
        ("closing", Seen.DUE),
    }
    assert not row.wants_asking
    assert (row.waiting, row.cleared) == (0, 1)


@pytest.mark.parametrize("change", [{"state": "cancelled"}, {"departs": "2026-11-30"}])
def test_of_a_cancelled_flight_nothing_is_due(screening: Screening, change: dict[str, str]) -> None:
    screening.fly(screening.ann())
    day = flights.newest_day(dt.date(2999, 1, 1))
    FlightLeg.objects.update(**change)
    rows = flights.board(dt.date.fromisoformat(change.get("departs", str(day))), NOW)
    assert [bool(row.pushes) for row in rows] == [change.get("state") != "cancelled"]

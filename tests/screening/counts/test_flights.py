"""The board of a day says what came for each flight and what did not."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.counts import flights
from reviewing import Screening


def test_a_flight_without_bookings_is_missing_them(screening: Screening) -> None:
    screening.fly(screening.ann())
    day = flights.newest_day(dt.date(2999, 1, 1))
    (row,) = flights.board(day)
    assert (row.api.messages, row.pnr.messages, row.missing) == (1, 0, ("PNRGOV",))
    assert (row.travellers, row.hits, row.waiting, row.confirmed) == (1, 1, 1, 0)
    assert flights.board(day + dt.timedelta(days=1)) == []


@pytest.mark.usefixtures("database")
def test_without_flights_the_day_is_the_one_asked_for() -> None:
    assert flights.newest_day(dt.date(2026, 11, 30)) == dt.date(2026, 11, 30)

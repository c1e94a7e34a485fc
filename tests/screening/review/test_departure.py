"""Departures as moments of the world's clock."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.review.departure import NEVER, due_at


def test_local_time_of_the_airport_is_turned_into_utc() -> None:
    assert due_at("2026-01-20T08:30", "SIN") == dt.datetime(2026, 1, 20, 0, 30, tzinfo=dt.UTC)
    assert due_at("2026-07-20", "CDG") == dt.datetime(2026, 7, 19, 22, tzinfo=dt.UTC)


def test_an_unknown_airport_has_the_earliest_clock() -> None:
    assert due_at("2026-01-20T14:00", None) == dt.datetime(2026, 1, 20, tzinfo=dt.UTC)
    assert due_at("2026-01-20T14:00", "ZZZ") == due_at("2026-01-20T14:00", None)


@pytest.mark.parametrize("departs", [None, "", "2026-01", "2026-02-31T10:00", "no date at all", "0001-01-01T00:00"])
def test_what_is_no_date_comes_after_all_others(departs: str | None) -> None:
    assert due_at(departs, "SIN") == NEVER

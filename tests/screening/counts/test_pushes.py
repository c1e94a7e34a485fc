"""Pushes of a flight: on time up to the grace, late after it, missing once their time is over, due before."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.counts.pushes import Seen, messages_due, pushes
from gatehouse.screening.counts.timing import GRACE

DEPARTS = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)


def _before(hours: float) -> dt.datetime:
    return DEPARTS - dt.timedelta(hours=hours)


def _states(received: dict[str, list[dt.datetime]], now: dt.datetime) -> dict[str, Seen]:
    return {one.push: one.state for one in pushes(DEPARTS, received, now)}


@pytest.mark.parametrize(
    ("hours", "now", "first", "closing"),
    [
        ([], 30, Seen.DUE, Seen.DUE),
        ([], 10, Seen.MISSING, Seen.DUE),
        ([], -1, Seen.MISSING, Seen.MISSING),
        ([72], 50, Seen.SEEN, Seen.DUE),
        ([24], 10, Seen.SEEN, Seen.DUE),
        ([20], 10, Seen.LATE, Seen.DUE),
        ([30, 1], -1, Seen.SEEN, Seen.SEEN),
        ([30, -1], -2, Seen.SEEN, Seen.LATE),
        ([8], -1, Seen.MISSING, Seen.SEEN),
        ([8.1], -1, Seen.LATE, Seen.MISSING),
    ],
)
def test_a_push_stands_as_its_time_says(hours: list[float], now: float, first: Seen, closing: Seen) -> None:
    states = _states({"PNRGOV": [_before(one) for one in hours]}, _before(now))
    assert (states["first"], states["closing"]) == (first, closing)


def test_the_grace_is_the_edge() -> None:
    at = DEPARTS + GRACE
    assert _states({"PAXLST": [at]}, at)["list"] is Seen.SEEN
    assert _states({"PAXLST": [at + dt.timedelta(seconds=1)]}, at + dt.timedelta(hours=1))["list"] is Seen.LATE
    assert _states({}, at)["list"] is Seen.DUE
    assert _states({}, at + dt.timedelta(seconds=1))["list"] is Seen.MISSING


def test_the_first_that_came_is_told() -> None:
    (push,) = [one for one in pushes(DEPARTS, {"PAXLST": [_before(2), _before(5)]}, DEPARTS) if one.type == "PAXLST"]
    assert (push.due, push.came) == (DEPARTS, _before(5))


def test_every_row_opens_before_it_is_due() -> None:
    assert all(row.opens_hours is None or row.opens_hours > row.hours for row in messages_due())

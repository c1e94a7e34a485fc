"""Bands before departure, on both sides of each edge."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.counts.timing import BANDS, band

DEPARTS = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("minutes", "name"),
    [
        (48 * 60, "from-48"),
        (48 * 60 - 1, "24-48"),
        (24 * 60, "24-48"),
        (24 * 60 - 1, "8-24"),
        (8 * 60 - 1, "1-8"),
        (60, "1-8"),
        (59, "0-1"),
        (0, "0-1"),
        (-15, "0-1"),
        (-16, "late"),
    ],
)
def test_a_message_is_in_its_band(minutes: int, name: str) -> None:
    assert band(DEPARTS - dt.timedelta(minutes=minutes), DEPARTS) == name
    assert name in BANDS

"""Sums of a span by carrier, day and type; shares leave repeats out and say nothing where there is nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.screening.counts import carriers
from gatehouse.screening.counts.carriers import NOTHING
from gatehouse.screening.counts.counting import Span
from gatehouse.screening.counts.fault_kinds import FaultKind
from gatehouse.screening.counts.models import CarrierDay

pytestmark = pytest.mark.usefixtures("database")
DAY = dt.date(2026, 11, 30)
SPAN = Span.until(DAY, 7)


def _kept(day: dt.date, carrier: str, kind: str = "PAXLST", **counts: object) -> None:
    none = dict.fromkeys(("messages", "travellers", "repeats", "missing", "syntax", "lost", "content"), 0)
    CarrierDay.objects.create(day=day, carrier=carrier, type=kind, **{**none, **counts})


@pytest.fixture(autouse=True)
def days(database: object) -> None:
    """Two days of ZZ, one of YY, and one that is out of the span."""
    del database
    _kept(DAY, "ZZ", messages=10, repeats=2, missing=4, codes={"element-missing": 4}, timing={"late": 2, "1-8": 6})
    _kept(DAY, "ZZ", "PNRGOV", messages=5, syntax=5, codes={"segment-count": 5})
    _kept(DAY - dt.timedelta(days=1), "ZZ", messages=5, missing=1, codes={"element-missing": 1}, timing={"1-8": 5})
    _kept(DAY, "YY", messages=1)
    _kept(DAY - dt.timedelta(days=9), "ZZ", messages=100, missing=100)


def test_carriers_that_sent_most_come_first() -> None:
    first, second = carriers.by_carrier(SPAN)
    assert (first.carrier, first.sums.messages, first.sums.missing) == ("ZZ", 20, 5)
    assert (second.carrier, second.sums.messages) == ("YY", 1)
    assert first.sums.share("missing") == 5 / 18
    assert first.sums.share("late") == 2 / 13
    assert second.sums.share("late") is None
    assert NOTHING.share("missing") is None


def test_days_and_types_and_bands() -> None:
    assert carriers.by_day(SPAN, "ZZ")[DAY, "ZZ"].messages == 15
    assert set(carriers.by_type(SPAN, "ZZ")) == {"PAXLST", "PNRGOV"}
    assert carriers.timing(SPAN, "ZZ")["PAXLST"] == {
        "from-48": 0,
        "24-48": 0,
        "8-24": 0,
        "1-8": 11,
        "0-1": 0,
        "late": 2,
    }
    assert len(carriers.kept(SPAN, "ZZ")) == 3


def test_faults_say_what_they_mean() -> None:
    first, second = carriers.faults(SPAN, "ZZ")
    assert {(one.code, one.kind, one.messages) for one in (first, second)} == {
        ("segment-count", FaultKind.SYNTAX, 5),
        ("element-missing", FaultKind.MISSING, 5),
    }
    assert "mandatory elements" in {first.code: first, second.code: second}["element-missing"].meaning
    assert carriers.last_counted() is not None

"""Live numbers are measured on what came, and are those that `assess cite` takes."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.measures.live_number import live_number_from, measures
from gatehouse.screening.counts import live
from gatehouse.screening.counts.counting import Span
from gatehouse.screening.counts.live import Came
from gatehouse.screening.intake.models import Transmission
from reviewing import Screening

NOON = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)


def before(hours: float) -> dt.datetime:
    """So long before noon."""
    return NOON - dt.timedelta(hours=hours)


def test_what_came_too_late_covers_nothing() -> None:
    flights = [Came(NOON, before(3), None), Came(NOON, before(1), before(24)), Came(NOON, before(-1), None)]
    assert live.share_before_arrival(flights, "api") == (pytest.approx(200 / 3), 3)
    assert live.share_before_arrival(flights, "pnr") == (pytest.approx(100 / 3), 3)
    assert live.lead_minutes(flights) == (120, 2)
    assert live.share_before_arrival([], "api") == (0, 0)
    assert live.lead_minutes([]) == (0, 0)


def test_ten_flights_through_the_system_are_a_number(screening: Screening) -> None:
    for number in range(10):
        screening.fly(screening.ann(), flight=f"ZZ{100 + number}")
    arrivals = [flight.arrives for flight in live.flights_of(Span(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))]
    last = max(arrivals)
    Transmission.objects.update(received_at=last - dt.timedelta(hours=2))
    span = Span.until(last.date() + dt.timedelta(days=1), 4)
    told = live.measured("api-coverage", span)
    assert (told.value, told.unit, live_number_from(told.as_json())) == (100.0, "percent", told)
    assert live.measured("api-lead", span).value == 120
    assert live.measured("pnr-coverage", span).value == 0
    with pytest.raises(ValueError, match="fewer than 10 cases"):
        live.measured("hit-precision", span)
    with pytest.raises(ValueError, match="no such number"):
        live.measured("names", span)
    assert set(live.MEASURES) <= set(measures())

"""A cited number has a closed name, a unit, a day and a source, and no room for a person."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.measures.live_number import CASES_MIN, LiveNumber, live_number, live_number_from, measures

DAY = dt.date(2026, 5, 1)


def test_it_survives_json() -> None:
    number = live_number("hit-precision", 12.5, DAY, "screening", 400)
    assert number.unit == "percent"
    assert live_number_from(number.as_json()) == number


@pytest.mark.parametrize(
    ("name", "value", "source", "cases"),
    [
        ("anything", 1.0, "screening", 100),
        ("hit-precision", 101.0, "screening", 100),
        ("hit-precision", -1.0, "screening", 100),
        ("api-lead", float("inf"), "screening", 100),
        ("hit-precision", 50.0, "Ahmed Khan", 100),
        ("hit-precision", 50.0, "screening", CASES_MIN - 1),
    ],
)
def test_what_is_no_measure_is_refused(name: str, value: float, source: str, cases: int) -> None:
    with pytest.raises(ValueError, match=r"name|value|source|fewer"):
        live_number(name, value, DAY, source, cases)


@pytest.mark.parametrize("change", [{"unit": "days"}, {"value": "12"}, {"value": True}, {"note": "x"}, {"as_of": "x"}])
def test_json_of_another_shape_is_refused(change: dict) -> None:
    told = live_number("hit-precision", 12.5, DAY, "screening", 400).as_json()
    with pytest.raises(ValueError, match=r".+"):
        live_number_from(told | change)


def test_every_measure_says_what_it_means() -> None:
    assert all(measure.unit and measure.meaning for measure in measures().values())
    assert LiveNumber._fields == ("name", "value", "unit", "as_of", "source")

"""Periods of the OFAC list's advanced form, read back to what its publisher knew."""

from __future__ import annotations

import datetime as dt
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.watchlists.ofac_periods import period, stated_day
from gatehouse.terms.dates import DateSpan


def _point(into: Element, tag: str, date: str) -> None:
    point = SubElement(into, tag)
    for name, part in zip(("Year", "Month", "Day"), date.split("-"), strict=False):
        SubElement(point, name).text = str(int(part))


def _stated(first: str, last: str, circa: str = "false") -> Element:
    feature = Element("Feature")
    stated = SubElement(feature, "DatePeriod")
    for tag, date in (("Start", first), ("End", last)):
        end = SubElement(stated, tag, Approximate=circa)
        _point(end, "From", date)
        _point(end, "To", date)
    return feature


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("1976-05-17", "1976-05-17", DateSpan.exact("1976-05-17")),
        ("1976-01-01", "1976-12-31", DateSpan.exact("1976")),
        ("1976-01-01", "1978-12-31", DateSpan("1976", "1978")),
        ("1976-02-01", "1976-02-29", DateSpan.exact("1976-02")),
        ("1977-02-01", "1977-02-27", DateSpan("1977-02-01", "1977-02-27")),
    ],
)
def test_whole_years_and_months_are_what_was_known(first: str, last: str, span: DateSpan) -> None:
    assert period(_stated(first, last)) == span


def test_what_is_approximate_is_circa_and_what_is_no_date_is_none() -> None:
    assert period(_stated("1976-01-01", "1976-12-31", "true")) == DateSpan.exact("1976", circa=True)
    assert period(Element("Feature")) is None
    assert period(_stated("0-0-0", "0-0-0")) is None
    point = Element("From")
    _point(point, "To", "1976-13-40")
    assert stated_day(point[0]) is None


@given(st.dates(dt.date(1900, 1, 1)), st.dates(dt.date(1900, 1, 1)))
def test_no_day_of_a_period_falls_out_of_its_span(one: dt.date, other: dt.date) -> None:
    first, last = min(one, other).isoformat(), max(one, other).isoformat()
    span = period(_stated(first, last))
    assert span is not None
    assert first.startswith(span.earliest)
    assert last.startswith(span.latest)

"""Dates as lists print them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.watchlists.listed_dates import date_span, month_number, partial_date, span
from gatehouse.terms.dates import DateSpan, is_partial_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1976", "1976"),
        ("1976-05", "1976-05"),
        ("1976-05-17", "1976-05-17"),
        ("1976-05-17T00:00:00", "1976-05-17"),
        ("2015-04-07-04:00", "2015-04-07"),
        ("1976-05-17Z", "1976-05-17"),
        ("17 May 1976", "1976-05-17"),
        ("7 Sept. 1976", "1976-09-07"),
        ("May 1976", "1976-05"),
        ("Nov. 1973", "1973-11"),
        ("August 1961", "1961-08"),
        ("17/05/1976", "1976-05-17"),
        ("00/05/1976", "1976-05"),
        ("00/00/1976", "1976"),
        ("dd/mm/1976", "1976"),
        ("17/00/1976", None),
        ("31/02/1976", None),
        ("05/17/1976", None),
        ("30 Feb 1976", None),
        ("17 Mayo 1976", None),
        ("Ma 1976", None),
        ("30-35 years old", None),
        ("24/06/1402 (Hijri Calendar)", None),
        ("", None),
    ],
)
def test_one_date(text: str, date: str | None) -> None:
    assert partial_date(text) == date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("circa 1951", DateSpan("1951", "1951", circa=True)),
        ("c. 1951", DateSpan("1951", "1951", circa=True)),
        ("Approximately 1951", DateSpan("1951", "1951", circa=True)),
        ("1974 to 1976", DateSpan("1974", "1976")),
        ("01 Jan 1974 to 31 Dec 1976", DateSpan("1974-01-01", "1976-12-31")),
        ("between 1974 and 1976", DateSpan("1974", "1976")),
        ("circa 1974-1976", DateSpan("1974", "1976", circa=True)),
        ("1974–1976", DateSpan("1974", "1976")),
        ("1974 to 1974-06", DateSpan("1974", "1974-06")),
        ("1976 to 1974", None),
        ("Between Aug. and Sep. 1977", None),
        ("circa", None),
        ("to", None),
        ("", None),
    ],
)
def test_a_date_or_a_range(text: str, expected: DateSpan | None) -> None:
    assert date_span(text) == expected


@given(st.dates(), st.dates(), st.booleans())
def test_a_range_is_read_back_only_in_order(one: dt.date, other: dt.date, circa: bool) -> None:
    first, last = one.isoformat(), other.isoformat()
    found = date_span(f"{'circa ' if circa else ''}{first} to {last}")
    assert found == (DateSpan(first, last, circa) if one <= other else None)
    assert span(first, last) == (DateSpan(first, last) if one <= other else None)


@given(st.text(max_size=30))
def test_no_text_gives_a_span_of_anything_but_dates(text: str) -> None:
    found = date_span(text)
    assert found is None or (is_partial_date(found.earliest) and is_partial_date(found.latest))


@pytest.mark.parametrize(("word", "number"), [("jan", 1), ("Sept.", 9), ("DECEMBER", 12), ("ju", None), ("junk", None)])
def test_a_month_by_its_english_name(word: str, number: int | None) -> None:
    assert month_number(word) == number

"""Partial dates: every wire form, its limits, and what is not a date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.terms.dates import (
    DateSpan,
    birth_yymmdd,
    ddmmmyy,
    ddmmyy,
    expiry_yymmdd,
    is_partial_date,
    local_time,
    precision,
)

DATES = st.dates(min_value=dt.date(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1976", True),
        ("1976-05", True),
        ("1976-05-17", True),
        ("2000-02-29", True),
        ("1900-02-29", False),
        ("1976-13", False),
        ("1976-00", False),
        ("1976-05-00", False),
        ("0000", False),
        ("76-05-17", False),
        ("1976-5-17", False),
        ("1976-05-17T10:00", False),
        ("1976-05-17\n", False),
        ("", False),
        ("١٩٧٦", False),
    ],
)
def test_a_partial_date_is_iso_text_cut_at_what_is_known(text: str, is_one: bool) -> None:
    assert is_partial_date(text) is is_one


@given(DATES)
def test_every_day_of_the_calendar_is_a_partial_date_at_every_precision(day: dt.date) -> None:
    text = day.isoformat()
    for length, name in ((10, "day"), (7, "month"), (4, "year")):
        assert is_partial_date(text[:length])
        assert precision(text[:length]) == name


@pytest.mark.parametrize(
    ("text", "latest", "expected"),
    [
        ("740812", 2026, "1974-08-12"),
        ("260101", 2026, "2026-01-01"),
        ("270101", 2026, "1927-01-01"),
        ("000101", 2026, "2000-01-01"),
        ("19740812", 2026, "1974-08-12"),
        ("7408<<", 2026, "1974-08"),
        ("740800", 2026, "1974-08"),
        ("740000", 2026, "1974"),
        ("74<<<<", 2026, "1974"),
        ("74XXXX", 2026, "1974"),
        ("<<<<<<", 2026, None),
        ("740230", 2026, None),
        ("741301", 2026, None),
        ("740012", 2026, None),
        ("741300", 2026, None),
        ("00000101", 2026, None),
        ("74081", 2026, None),
        ("74O812", 2026, None),
        ("٧٤٠٨١٢", 2026, None),
        ("", 2026, None),
    ],
)
def test_a_birth_date_lies_in_the_century_before_the_reference(text: str, latest: int, expected: str | None) -> None:
    assert birth_yymmdd(text, latest) == expected


@given(DATES.filter(lambda day: 1927 <= day.year <= 2026))
def test_any_birth_date_of_the_last_hundred_years_is_read_back(day: dt.date) -> None:
    assert birth_yymmdd(day.strftime("%y%m%d"), 2026) == day.isoformat()


@given(st.text(alphabet="0123456789<X ", max_size=9))
def test_no_text_gives_a_birth_date_that_is_not_one(text: str) -> None:
    found = birth_yymmdd(text, 2026)
    assert found is None or is_partial_date(found)


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [("300101", 2026, "2030-01-01"), ("560101", 2026, "2056-01-01"), ("570101", 2026, "1957-01-01")],
)
def test_an_expiry_date_may_lie_ahead(text: str, reference: int, expected: str) -> None:
    assert expiry_yymmdd(text, reference) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("311226", "2026-12-31"), ("320126", None), ("3112", None), ("AB1226", None), ("", None), ("000026", "2026")],
)
def test_a_padis_date_is_day_first(text: str, expected: str | None) -> None:
    assert ddmmyy(text, 2026) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14OCT94", "1994-10-14"),
        ("4oct94", "1994-10-04"),
        ("14OCT1894", "1894-10-14"),
        ("30FEB94", None),
        ("14OKT94", None),
        ("OCT94", None),
        ("14OCT94X", None),
    ],
)
def test_an_ssr_date_names_its_month(text: str, expected: str | None) -> None:
    assert ddmmmyy(text, 2026) == expected


@pytest.mark.parametrize(
    ("hhmm", "expected"),
    [
        ("2359", "2026-01-02T23:59"),
        ("0000", "2026-01-02T00:00"),
        (" 0915 ", "2026-01-02T09:15"),
        ("2400", "2026-01-02"),
        ("0960", "2026-01-02"),
        ("915", "2026-01-02"),
        ("", "2026-01-02"),
        ("٠٩١٥", "2026-01-02"),
    ],
)
def test_an_impossible_clock_leaves_the_date(hhmm: str, expected: str) -> None:
    assert local_time("2026-01-02", hhmm) == expected


def test_no_date_means_no_time() -> None:
    assert local_time(None, "0915") is None
    assert local_time("2026-01", "0915") == "2026-01"


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (DateSpan.exact("1976"), "1976"),
        (DateSpan("1976", "1978"), "1976 to 1978"),
        (DateSpan.exact("1976-05", circa=True), "about 1976-05"),
    ],
)
def test_a_span_says_itself(span: DateSpan, text: str) -> None:
    assert str(span) == text

"""Dates and numbers in the reader's form."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import RequestFactory
from django.utils import timezone, translation

from gatehouse.assessment.obligations.catalogue import obligation
from gatehouse.web.templatetags import reading

WHEN = dt.datetime(2026, 3, 1, 16, 5, 59, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [
        ("en", "1 Mar 2026", "1,234.5"),
        ("fr", "1 mars 2026", "1\u202f234,5"),
        ("zh-hans", "2026年3月1日", "1,234.5"),
        ("ru", "1 мар. 2026", "1\xa0234,5"),
    ],
)
def test_in_each_language_as_its_readers_write(language: str, day: str, number: str) -> None:
    with translation.override(language):
        assert reading.day(WHEN).startswith(day)
        assert reading.number(1234.5) == number
        assert 'datetime="2026-03-01T16:05:59+00:00"' in reading.moment(WHEN)
        assert "59" not in reading.moment(WHEN).split(">", 1)[1]


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "1 Mar, 16:05"), ("zh-hans", "3月1日 16:05"), ("ru", "1 мар., 16:05")]
)
def test_a_brief_moment_has_neither_year_nor_zone(language: str, shown: str) -> None:
    with translation.override(language):
        assert reading.brief_moment(WHEN) == f'<time datetime="2026-03-01T16:05:59+00:00">{shown}</time>'


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1980-01-02", "2 Jan 1980"),
        ("1980-01", "Jan 1980"),
        ("1980", "1980"),
        ("2026-12-02T04:35", "2 Dec 2026, 04:35"),
        ("1980-13-02", "1980-13-02"),
        ("about 1980", "about 1980"),
        ("P1, expires 2029-04-03", "P1, expires \u20683 Apr 2029\u2069"),
        (None, ""),
    ],
)
def test_what_a_message_states_is_shown_as_far_as_it_is_stated(said: str | None, shown: str) -> None:
    with translation.override("en"):
        assert reading.stated(said) == shown


def test_nothing_is_shown_for_nothing() -> None:
    assert (
        reading.day(None),
        reading.moment(None),
        reading.number(None),
        reading.percent(None),
        reading.countdown(None),
    ) == ("",) * 5


@pytest.mark.parametrize(
    ("minutes", "state", "words"),
    [
        (-13, "past", "13 min ago"),
        (95, "near", "in 1 h 35 min"),
        (600, "far", "in 10 h 0 min"),
        (5 * 1440 + 9, "far", "in 5 days"),
    ],
)
def test_a_countdown_says_how_long_in_words_and_shape(minutes: int, state: str, words: str) -> None:
    drawn = reading.countdown(timezone.now() + dt.timedelta(minutes=minutes, seconds=30))
    assert f"countdown-{state}" in drawn
    assert words in drawn or minutes < 0


def test_an_address_keeps_its_filters_and_forgets_its_place() -> None:
    context = {"request": RequestFactory().get("/x/?q=a&after=7")}
    assert reading.here_with(context, state="open") == "?q=a&state=open"
    assert reading.here_with(context, q=None) == "?"


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert (reading.of({"a": "A word"}, "a"), reading.of({}, "b")) == ("A word", "b")


def test_a_role_is_named() -> None:
    assert reading.role("list-manager") == "List manager"


def test_a_duty_is_told_in_chinese_and_elsewhere_in_english() -> None:
    known = obligation("2396-2")
    with translation.override("zh-hans"):
        assert reading.duty_words(known) == f'<span lang="zh">{known.duty_zh}</span>'
        short = reading.duty_words(known, 4)
        assert short.startswith('<span lang="zh">有效管制边界')
        assert known.duty_zh not in short
    with translation.override("fr"):
        assert reading.duty_words(known) == f'<span lang="en">{known.duty}</span>'

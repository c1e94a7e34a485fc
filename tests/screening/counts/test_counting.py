"""Numbers of a span; small cells of lists are kept back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gatehouse.screening.counts import counting
from gatehouse.screening.counts.counting import Span
from gatehouse.screening.review import decisions
from gatehouse.screening.review.answers import Answer
from reviewing import ANALYST, NAME_ONLY, Screening, look


def test_a_span_ends_with_its_last_day() -> None:
    assert Span.until(dt.date(2026, 11, 30), 2) == (dt.date(2026, 11, 29), dt.date(2026, 12, 1))
    for wrong in (0, 1000):
        with pytest.raises(ValueError, match="1 to 366"):
            Span.until(dt.date(2026, 11, 30), wrong)


def test_a_day_says_what_came_in_and_what_was_decided(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    span = Span.until(timezone.now().date(), 3)
    *before, today = counting.days(span)
    assert [tuple(one[1:]) for one in before] == [(0, 0, 0, 0, 0)] * 2
    assert (today.messages, today.travellers, today.cleared, today.confirmed) == (1, 1, 1, 0)
    lead = counting.lead_times(span)
    assert (lead.decisions, lead.hours is not None) == (1, True)


def test_of_a_list_with_few_decisions_nothing_is_told_but_how_many_hits(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    (one,) = counting.lists(Span.until(timezone.now().date(), 3))
    assert (one.hits, one.waiting, one.cleared, one.confirmed, one.precision) == (1, 0, None, None, None)


@pytest.mark.usefixtures("database")
def test_of_nothing_there_is_nothing() -> None:
    span = Span.until(timezone.now().date(), 3)
    assert counting.lists(span) == []
    assert counting.lead_times(span) == (0, 0, None)

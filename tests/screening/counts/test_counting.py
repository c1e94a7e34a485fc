"""Numbers of a span; small cells of lists are kept back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gatehouse.screening.counts import counting, live
from gatehouse.screening.counts.counting import Span
from gatehouse.screening.counts.timing import BANDS
from gatehouse.screening.hits.models import Hit
from gatehouse.screening.review import decisions
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Act, Review
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
    assert (today.messages, today.travellers, today.cleared, today.confirmed) == (1, 1, None, None)
    lead = counting.lead_times(span)
    assert lead == (None, None, None, None), "so few are not even counted"


def test_of_a_list_with_few_decisions_nothing_is_told_but_what_waits(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    (one,) = counting.lists(Span.until(timezone.now().date(), 3))
    assert (one.waiting, one.silent) == (0, 0)
    assert (one.hits, one.cleared, one.confirmed, one.precision) == (None, None, None, None)


@pytest.mark.usefixtures("database")
def test_of_nothing_there_is_nothing() -> None:
    span = Span.until(timezone.now().date(), 3)
    assert counting.lists(span) == []
    assert counting.lead_times(span) == (0, 0, None, None)


def test_a_span_tells_of_its_decisions_what_no_day_of_it_may(screening: Screening) -> None:
    screening.fly(screening.ann())
    span = Span.until(timezone.now().date(), 3)
    assert counting.decided(span) == (0, 0)
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    assert counting.decided(span) is None
    assert live.precision(span) == (0, 0)
    _decided_often(cleared=29, confirmed=10)
    assert counting.decided(span) == (40, 10)
    assert live.precision(span) == (25, 40)


def _decided_often(cleared: int, confirmed: int) -> None:
    """So many decisions of one hit more, as if it had come back each time."""
    review = Review.objects.get()
    act = Act.objects.filter(review=review).order_by("number").last()
    states = ["cleared"] * cleared + ["confirmed"] * confirmed
    for number, state in enumerate(states, act.number + 1):
        act.pk, act.number, act.state = None, number, state
        act.save(force_insert=True)


def test_of_many_decisions_times_and_bands_are_told(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    _decided_often(19, 10)
    span = Span.until(timezone.now().date(), 3)
    lead = counting.lead_times(span)
    assert (lead.decisions, lead.late) == (30, 30)
    assert lead.hours is not None
    assert lead.taken is not None
    assert lead.taken[1] >= 0
    bands = {one.band: one.decisions for one in counting.lead_bands(span)}
    assert bands == {**dict.fromkeys(BANDS, 0), "late": 30}
    *_, today = counting.days(span)
    assert (today.cleared, today.confirmed) == (20, 10)
    (one,) = counting.lists(span)
    assert (one.cleared, one.confirmed) == (20, 10)


def test_of_few_decisions_bands_are_not_told(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    assert {one.band for one in counting.lead_bands(Span.until(timezone.now().date(), 3)) if one.decisions is None} == {
        "late"
    }


def test_criteria_are_counted_by_version_and_lists_as_one(screening: Screening) -> None:
    screening.fly(screening.ann())
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    span = Span.until(timezone.now().date(), 3)
    assert counting.criteria(span) == []
    Hit.objects.update(list="CRITERIA", entry_id="cash-one-way/2")
    (one,) = counting.criteria(span)
    assert (one.name, one.hits, one.waiting, one.cleared) == ("cash-one-way/2", None, 0, None)
    _decided_often(19, 10)
    (one,) = counting.criteria(span)
    assert (one.hits, one.cleared, one.confirmed) == (1, 20, 10)
    assert one.precision is not None
    assert one.precision.low < 1 / 3 < one.precision.high

"""All of it works as the database role of the web process, which sees nothing without the door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from gatehouse.screening.review import assignment, decisions, matches, queue, reopening, saved_views, sheet
from gatehouse.screening.review.acting import Look, Said
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.errors import ReviewError
from gatehouse.screening.review.wanted import Wanted
from reviewing import ANALYST, ASKING, BY_DOCUMENT, NAME_ONLY, OTHER_SENIOR, SENIOR, Screening
from web_role import as_web


@pytest.fixture(autouse=True)
def as_the_web_process(screening: Screening) -> Iterator[None]:
    """Two hits of one traveller's pair, and then the role that the web process logs in as."""
    screening.fly(screening.ann())
    screening.fly(screening.ann("P777", reference="U2"), flight="ZZ124")
    with as_web():
        yield


def looks() -> list[Look]:
    return [Look(row.hit, row.acts, row.version) for row in queue.seen(ANALYST, Wanted())[0].rows]


def look_of(hit: int) -> Look:
    return sheet.seen(ANALYST, hit).look


def test_a_pair_is_cleared_questioned_and_reopened() -> None:
    first, _ = looks()
    decisions.decide(ANALYST, first, Answer.NOT_SAME, NAME_ONLY)
    assert len(looks()) == 1
    reopening.ask(ASKING, look_of(first.hit), Said("mistake", "read wrongly"))
    reopening.agree(OTHER_SENIOR, look_of(first.hit), Said())
    assert len(looks()) == 2


def test_a_match_is_made_by_two_and_the_message_is_read() -> None:
    first, _ = looks()
    assignment.take(ANALYST, first)
    decisions.decide(ANALYST, look_of(first.hit), Answer.SAME, BY_DOCUMENT)
    decisions.agree(SENIOR, look_of(first.hit), Said())
    found = sheet.seen(ANALYST, first.hit)
    assert found.state == "confirmed"
    assert sheet.segments_seen(ANALYST, first.hit, found.statements[0].id)
    # Outside the door there is nothing to make a match of.
    with pytest.raises(ReviewError), transaction.atomic():
        matches.confirmed_match(first.hit)


def test_many_are_given_and_a_view_is_kept() -> None:
    assert len(assignment.assign(SENIOR, looks(), "account:1")) == 2
    saved_views.save("account:1", "mine", Wanted(assignee="account:1"))
    saved_views.forget("account:1", "mine")
    assert saved_views.views_of("account:1") == []

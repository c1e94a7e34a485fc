"""What each room declares of itself: that the fullest places are masked, and the log has no person to mask."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gatehouse.audit import keeps as of_log
from gatehouse.retention.inventory import rooms
from gatehouse.retention.keeps import erase_logged
from gatehouse.retention.models import Certificate, Hold, HoldRequest, Run, Step
from gatehouse.screening.hits import keeps as of_hits
from gatehouse.terms.keep import Clock, Masking


def test_every_json_column_about_people_says_what_each_member_is() -> None:
    found = {
        f"{keep.model}.{name}"
        for room in rooms()
        for keep in room.KEEPS
        for name, column in keep.columns.items()
        if column.masking is Masking.MEMBERS and column.members
    }
    assert found >= {
        "travellers.TravellerRecord.payload",
        "travellers.BookingVersion.payload",
        "hits.Hit.explanation",
        "hits.HitVersion.explanation",
    }


def test_the_log_is_masked_by_nobody() -> None:
    assert {column.masking for keep in of_log.KEEPS for column in keep.columns.values()} == {Masking.STAYS}


def test_an_explanation_keeps_the_listed_side_only() -> None:
    assert {name for name, element in of_hits.REASONS.items() if element} == {"traveller", "how"}


def test_every_room_that_keeps_something_as_long_as_the_log_erases_it() -> None:
    with_the_log = [room for room in rooms() if any(keep.clock is Clock.LOG for keep in room.KEEPS) and room != of_log]
    assert with_the_log
    assert [room.__name__ for room in with_the_log if not hasattr(room, "erase_logged")] == []


@pytest.mark.usefixtures("database")
def test_runs_and_certificates_and_requests_go_with_the_log_and_what_stands_stays() -> None:
    now = timezone.now()
    today = now.date()
    ended, going = (Run.objects.create(as_of=today, law="0" * 64, mode="demo", ended_at=at) for at in (now, None))
    for run in (ended, going):
        Step.objects.create(run=run, act="erase", counts={}, references="")
    Certificate.objects.create(run=ended, body="{}", note="")
    holds = [
        Hold.objects.create(
            case="case:1", reason="O", placed_by="a", second="b", placed_at=now, until=today, ended_at=at
        )
        for at in (now, None)
    ]
    for hold in (*holds, None):
        HoldRequest.objects.create(
            case="case:1", travellers=[1], until=today, why="", purpose="p", reference="r", asked_by="a",
            state="placed", decided_at=now, hold=hold,
        )  # fmt: skip
    assert erase_logged(today - dt.timedelta(days=1)) == {}
    assert erase_logged(today) == {
        "retention.HoldRequest": 2, "retention.Hold": 1, "retention.Certificate": 1, "retention.Step": 1,
        "retention.Run": 1,
    }  # fmt: skip
    assert list(Run.objects.all()) == [going]
    assert list(HoldRequest.objects.values_list("hold", flat=True)) == [holds[1].pk]

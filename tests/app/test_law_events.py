"""A law profile whose review lapsed stands in the log: once for each level to which it fell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from gatehouse.app.law import Law, Mode, law_hash
from gatehouse.app.law_events import tell_of_lapse
from gatehouse.safeguards.shipped import demo_profile
from signed_in import entries

pytestmark = pytest.mark.usefixtures("database")


def _overdue(days: int) -> Law:
    profile, today = demo_profile(), timezone.now().date()
    due = today - dt.timedelta(days=days)
    approved = due - dt.timedelta(days=300)
    stops = {"criteria_stop_days_after": 10, "screening_stops_days_after": 20}
    review = replace(profile.review, due_on=due, approved_on=approved, **stops)
    return Law(Mode.DEMO, replace(profile, review=review))


def test_each_level_is_told_once() -> None:
    told = [tell_of_lapse(_overdue(day), timezone.now()) for day in (0, 1, 1, 11, 21)]
    assert told == [False, True, False, True, True]
    lapsed = entries("profile.lapsed")
    assert [entry.reason for entry in lapsed] == ["lapsed", "criteria-stopped", "screening-stopped"]
    assert {entry.subject for entry in lapsed} == {f"profile:{law_hash(_overdue(1))}"}
    assert lapsed[0].details == {"days": 1}

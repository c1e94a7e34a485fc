"""The clock of twelve months, what is late, and reminders that are made once."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.follow_up import progress, reminders
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.safeguards.decision import Actor


def test_the_days_of_the_clock(adopted: Recommendation, focal: Actor) -> None:
    first, committee, _ = reminders.follow_up_clock(adopted)
    assert (first.due, committee.due) == (dt.date(2027, 2, 28), dt.date(2027, 8, 31))
    progress.report(focal, adopted, progress.Reported("under-way", "We begin.", dt.date(2027, 3, 3)))
    assert reminders.follow_up_clock(adopted)[0].days_late == 3


def test_reminders_are_made_once_and_late_ones_are_listed(
    adopted: Recommendation, lead: Actor, stranger: Actor
) -> None:
    assert reminders.remind(dt.date(2027, 1, 1)) == []
    (made,) = reminders.remind(dt.date(2027, 2, 1))
    assert (made.step, made.owed_by, made.due) == ("progress", "state-focal-point", dt.date(2027, 2, 28))
    assert reminders.remind(dt.date(2027, 2, 2)) == []
    ((row, due),) = reminders.late(lead, dt.date(2027, 3, 1))
    assert (row, due.step.name) == (adopted, "progress")
    assert reminders.late(stranger, dt.date(2027, 3, 1)) == []

"""Somebody is reminded once at each step, and the log says so."""

from __future__ import annotations

import datetime as dt

from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.screening.redress.models import RequestEvent
from gatehouse.screening.redress.reminders import remind


def test_once_at_each_step(opened_case) -> None:
    days = [dt.date(2026, 11, day) for day in (2, 16, 17, 29)] + [dt.date(2026, 12, day) for day in (1, 2, 3)]
    told = [[row.step for row in remind(day)] for day in days]
    assert told == [[], ["half"], [], ["near"], ["last-day"], ["overdue"], []]
    acts = [decoded(leaf).act for _, leaf in log.leaves(0, log.size())]
    assert acts == ["redress.opened", *["redress.reminded"] * 4]
    assert RequestEvent.objects.filter(event="reminded").count() == 4
    assert remind(days[-1]) == []
    assert opened_case

"""The calendar of visits: whose days are in it, which lie too close, which deadlines contradict each other."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits import planning
from gatehouse.assessment.visits.calendar import open_calendar, too_close
from gatehouse.assessment.visits.clashes import Stay
from gatehouse.safeguards.decision import Actor, KeptTo
from gatehouse.safeguards.vocabulary import Role

DAY, WEEK = dt.date(2026, 5, 4), dt.timedelta(weeks=1)
PLANNER = Actor("account:78", Role.TEAM_LEAD)
"""A lead of another team."""


def test_ours_are_compared_with_those_of_others_and_moved_days_contradict_deadlines(
    lead: Actor, focal: Actor, altona: State, cycle: Cycle
) -> None:
    visit = planning.plan(lead, altona, cycle, "focused", "the list")
    planning.move(lead, visit, "ask-consent", DAY - 9 * WEEK, "letter 1")
    planning.move(focal, visit, "consent", DAY - 8 * WEEK, "letter 2")
    assert open_calendar(lead) == [], "it has no day yet"
    planning.set_days(lead, visit, DAY, DAY + dt.timedelta(days=4), "agreed")
    planning.move(lead, visit, "begin", DAY, "they arrived")
    planning.set_deadline(lead, visit, "draft", DAY + 2 * WEEK, "soon")
    [entered] = open_calendar(lead)
    assert entered.contradictory == ()
    other = Stay("X-AL", "1267 Monitoring Team", DAY + 4 * WEEK, DAY + 4 * WEEK)
    [(ours, its)] = too_close([entered], [other, Stay("X-BE", "UNODC", DAY, DAY)])
    assert (ours, its) == (entered.stay, other)
    planning.set_days(lead, visit, DAY, DAY + 3 * WEEK, "it lasts longer")
    [entered] = open_calendar(lead)
    assert [one.step.name for one in entered.contradictory] == ["draft"]
    [elsewhere] = open_calendar(PLANNER)
    assert (elsewhere.is_open, elsewhere.clock, elsewhere.stay) == (False, (), entered.stay)
    keep(focal, planning.subject_of(visit), "not to be known yet", "", KeptTo.TEAM)
    assert open_calendar(PLANNER) == []
    assert len(open_calendar(lead)) == 1
    with pytest.raises(NotAllowedError):
        open_calendar(focal)

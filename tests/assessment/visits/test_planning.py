"""A visit from plan to adoption: consent first, days that hold, and two who change it at once."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.clocks import ClockError
from gatehouse.assessment.errors import ChangedMeanwhileError, NotAllowedError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits import planning
from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.models import Consent, Visit
from gatehouse.safeguards.decision import Actor

DAY = dt.date(2026, 5, 4)


@pytest.fixture
def visit(lead: Actor, altona: State, cycle: Cycle) -> Visit:
    return planning.plan(lead, altona, cycle, "comprehensive", "list of 2026")


@pytest.fixture
def agreed(visit: Visit, lead: Actor, focal: Actor) -> Visit:
    planning.move(lead, visit, "ask-consent", dt.date(2026, 2, 1), "letter 1")
    return planning.move(focal, visit, "consent", dt.date(2026, 2, 20), "letter 2")


def test_no_days_without_consent_and_none_after_it_was_withdrawn(visit: Visit, lead: Actor, focal: Actor) -> None:
    with pytest.raises(VisitError, match="consent"):
        planning.set_days(lead, visit, DAY, DAY, "plan")
    planning.move(lead, visit, "ask-consent", dt.date(2026, 2, 1), "letter 1")
    planning.move(focal, visit, "consent", dt.date(2026, 2, 20), "letter 2")
    planning.set_days(lead, visit, DAY, DAY, "plan")
    planning.move(focal, visit, "withdraw", dt.date(2026, 3, 1), "letter 3")
    assert [one.said for one in Consent.objects.order_by("pk")] == ["asked", "given", "withdrawn"]
    with pytest.raises(VisitError, match="consent"):
        planning.set_days(lead, visit, DAY, DAY, "plan")


def test_nobody_consents_for_a_state(visit: Visit, lead: Actor, stranger: Actor, member: Actor) -> None:
    planning.move(lead, visit, "ask-consent", dt.date(2026, 2, 1), "letter 1")
    for other in (lead, stranger, member):
        with pytest.raises(NotAllowedError):
            planning.move(other, visit, "consent", dt.date(2026, 2, 2), "letter")


def test_the_clock_of_the_report_runs_from_the_end(agreed: Visit, lead: Actor, focal: Actor, member: Actor) -> None:
    planning.set_days(lead, agreed, DAY, DAY + dt.timedelta(days=4), "plan")
    planning.move(lead, agreed, "begin", DAY, "begun")
    planning.move(lead, agreed, "end", DAY + dt.timedelta(days=4), "ended")
    draft, comments, _, _ = planning.report_clock(agreed)
    assert (draft.due, comments.due) == (dt.date(2026, 7, 7), dt.date(2026, 8, 6))
    planning.move(lead, agreed, "send-draft", dt.date(2026, 6, 15), "draft")
    planning.move(focal, agreed, "comment", dt.date(2026, 7, 20), "comments")
    draft, comments, final, _ = planning.report_clock(agreed)
    assert (draft.done, comments.due, comments.days_late) == (dt.date(2026, 6, 15), dt.date(2026, 7, 15), 5)
    assert final.due == dt.date(2026, 8, 19)
    planning.move(lead, agreed, "hand-in", dt.date(2026, 8, 1), "report")
    planning.move(member, agreed, "adopt", dt.date(2026, 9, 1), "adopted")
    assert agreed.stage == "adopted"


def test_days_that_contradict_each_other_are_refused(agreed: Visit, lead: Actor) -> None:
    with pytest.raises(VisitError):
        planning.set_days(lead, agreed, DAY, DAY - dt.timedelta(days=1), "plan")
    with pytest.raises(VisitError, match="60"):
        planning.set_days(lead, agreed, DAY, DAY + dt.timedelta(days=90), "plan")
    planning.set_days(lead, agreed, DAY, DAY, "plan")
    with pytest.raises(VisitError, match="set its days"):
        planning.move(lead, agreed, "begin", DAY - dt.timedelta(days=3), "too early")
    planning.move(lead, agreed, "begin", DAY, "begun")
    with pytest.raises(ClockError):
        planning.set_deadline(lead, agreed, "draft", DAY - dt.timedelta(days=1), "sooner")
    planning.set_deadline(lead, agreed, "draft", DAY + dt.timedelta(days=10), "a short visit")
    assert planning.report_clock(agreed)[0].due == DAY + dt.timedelta(days=10)


def test_of_two_who_change_it_at_once_the_second_is_told(agreed: Visit, lead: Actor) -> None:
    seen = Visit.objects.get(pk=agreed.pk)
    planning.set_days(lead, agreed, DAY, DAY, "plan")
    with pytest.raises(ChangedMeanwhileError) as caught:
        planning.set_days(lead, seen, DAY + dt.timedelta(days=7), DAY + dt.timedelta(days=7), "another plan")
    assert caught.value.current == {"starts": DAY, "ends": DAY}
    assert Visit.objects.get(pk=agreed.pk).starts == DAY


def test_a_kind_that_is_none_is_refused(lead: Actor, altona: State, cycle: Cycle) -> None:
    with pytest.raises(VisitError):
        planning.plan(lead, altona, cycle, "holiday", "sun")

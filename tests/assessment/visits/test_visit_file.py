"""The file of a visit, and that the State sees its own and no other's."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.errors import NotAllowedError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.assessment.visits import planning, visit_file
from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.models import Visit
from gatehouse.safeguards.decision import Actor

DAY = dt.date(2026, 5, 4)


@pytest.fixture
def visit(lead: Actor, altona: State, cycle: Cycle, focal: Actor) -> Visit:
    visit = planning.plan(lead, altona, cycle, "comprehensive", "list of 2026")
    planning.move(lead, visit, "ask-consent", dt.date(2026, 2, 1), "letter 1")
    planning.move(focal, visit, "consent", dt.date(2026, 2, 20), "letter 2")
    return planning.set_days(lead, visit, DAY, DAY + dt.timedelta(days=4), "plan")


def _at(day: int, hour: int) -> dt.datetime:
    return dt.datetime(2026, 5, day, hour, tzinfo=dt.UTC)


def test_the_state_sees_its_own_file_and_no_other(
    visit: Visit, lead: Actor, focal: Actor, stranger: Actor, donor: Actor, anybody: Actor
) -> None:
    partner = visit_file.invite(lead, visit, "ICAO", dt.date(2026, 3, 1))
    visit_file.replied(lead, partner, "accepted", dt.date(2026, 3, 9))
    visit_file.add_meeting(lead, visit, visit_file.Meeting(_at(5, 9), _at(5, 11), "Borders", "Border police", "2396/2"))
    visit_file.see_to(lead, visit, "travel", dt.date(2026, 4, 1))
    seen = visit_file.visit_file(focal, visit)
    assert [one.said for one in seen.consents] == ["asked", "given"]
    assert (seen.partners[0].body, seen.partners[0].reply) == ("ICAO", "accepted")
    assert seen.agenda[0].title == "Borders"
    assert [item.name for item, done in seen.checklist if done] == ["travel"]
    assert [due.step.name for due in seen.clock] == ["draft", "comments", "final", "adoption"]
    for other in (stranger, donor, anybody):
        with pytest.raises(NotAllowedError):
            visit_file.visit_file(other, visit)


@pytest.mark.parametrize(
    ("starts", "ends", "title"),
    [(_at(5, 11), _at(5, 9), "Borders"), (_at(3, 9), _at(3, 10), "Borders"), (_at(5, 9), _at(5, 10), " ")],
)
def test_meetings_that_contradict_the_visit_are_refused(
    visit: Visit, lead: Actor, starts: dt.datetime, ends: dt.datetime, title: str
) -> None:
    with pytest.raises(VisitError):
        visit_file.add_meeting(lead, visit, visit_file.Meeting(starts, ends, title, "Police"))


def test_an_item_is_seen_to_once_and_has_to_be_on_the_list(visit: Visit, lead: Actor) -> None:
    visit_file.see_to(lead, visit, "visas", dt.date(2026, 4, 1))
    with pytest.raises(VisitError, match="already"):
        visit_file.see_to(lead, visit, "visas", dt.date(2026, 4, 2))
    with pytest.raises(VisitError, match="checklist"):
        visit_file.see_to(lead, visit, "beach", dt.date(2026, 4, 2))


def test_a_state_may_ask_unasked_and_reads_its_ledger(
    altona: State, focal: Actor, stranger: Actor, lead: Actor
) -> None:
    visit_file.request_visit(focal, altona, "note verbale 7")
    assert [one.said for one in visit_file.ledger(focal, altona)] == ["requested"]
    assert visit_file.ledger(lead, altona)
    with pytest.raises(NotAllowedError):
        visit_file.ledger(stranger, altona)
    with pytest.raises(NotAllowedError):
        visit_file.request_visit(stranger, altona, "not mine")


def test_a_reply_before_the_invitation_is_refused(visit: Visit, lead: Actor) -> None:
    partner = visit_file.invite(lead, visit, "UNODC", dt.date(2026, 3, 1))
    with pytest.raises(VisitError):
        visit_file.replied(lead, partner, "accepted", dt.date(2026, 2, 1))
    with pytest.raises(VisitError):
        visit_file.replied(lead, partner, "perhaps", dt.date(2026, 3, 2))

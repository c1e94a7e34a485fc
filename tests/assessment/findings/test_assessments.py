"""Nothing is adopted while a gate is empty, a rating open or the State not heard."""

from __future__ import annotations

import datetime as dt

import pytest

from gatehouse.assessment.errors import NotAllowedError, SecondPersonNeededError
from gatehouse.assessment.findings import adoption, assessments, store
from gatehouse.assessment.findings.errors import FindingsError, NotReadyError
from gatehouse.assessment.findings.method import gates, method
from gatehouse.assessment.findings.models import Assessment, Finding, GateText, Moved, Reply
from gatehouse.assessment.states import store as states
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor
from gatehouse.terms.saying import Saying

JUNE = dt.date(2026, 6, 1)
DAYS = dt.timedelta(days=method().reply_days)
ONE = dt.timedelta(days=1)


def test_a_state_is_assessed_once_in_a_cycle(assessor: Actor, assessment: Assessment) -> None:
    assert assessments.begin(assessor, assessment.state, assessment.cycle) == assessment


def test_only_an_open_cycle_is_assessed_in(actor: Actor, assessor: Actor, altona: State, cycle: Cycle) -> None:
    closed = states.move_cycle(actor, cycle, "close")
    with pytest.raises(FindingsError, match="is closed"):
        assessments.begin(assessor, altona, closed)


@pytest.mark.parametrize("gate", sorted(gates()))
@pytest.mark.parametrize("text", ["", "   ", "n/a", "- " * 200, "." * 500])
def test_an_empty_gate_holds_everything_up(lead: Actor, ready: Assessment, gate: str, text: str) -> None:
    assert not assessments.lacking(ready)
    assessments.write_gate(lead, ready, gate, text)
    with pytest.raises(NotReadyError) as refusal:
        assessments.put_before_the_state(lead, ready, JUNE)
    assert list(map(str, refusal.value.lacking)) == [f"the section on {gates()[gate].en} is empty ({_short(gate)})"]
    assert GateText.objects.filter(gate=gate).count() == 2


def _short(gate: str) -> str:
    return f"under {method().gate_chars_min} characters; {gates()[gate].cites}"


def test_open_ratings_and_no_findings_hold_it_up(lead: Actor, assessment: Assessment) -> None:
    assert Saying("nothing is found yet") in assessments.lacking(assessment)
    store.find(lead, assessment, "2396-11a", "Airlines supply data.")
    with pytest.raises(
        NotReadyError, match="finding 1, Technical compliance: not rated; finding 1, Effectiveness: not rated"
    ):
        assessments.put_before_the_state(lead, assessment, JUNE)


def test_the_state_replies_and_two_adopt(
    lead: Actor, focal: Actor, member: Actor, other_member: Actor, ready: Assessment
) -> None:
    put = assessments.put_before_the_state(lead, ready, JUNE)
    assert put.reply_due == JUNE + DAYS
    finding = Finding.objects.get()
    assessments.reply(focal, ready, "Departures are covered by decree 7.", finding)
    assessments.reply(focal, ready, "Thank you.")
    with pytest.raises(FindingsError, match="cannot adopt"):
        adoption.adopt(member, ready, other_member)
    assessments.end_reply(focal, ready)
    with pytest.raises(SecondPersonNeededError):
        adoption.adopt(member, ready)
    adopted = adoption.adopt(member, ready, other_member)
    assert adopted.stand == "adopted"
    assert list(Moved.objects.values_list("event", "stand")) == [
        ("put", "with-the-state"), ("reply", "replied"), ("adopt", "adopted"),
    ]  # fmt: skip
    assert Reply.objects.count() == 2
    for actor in (lead, member):
        assert len(store.open_findings(actor, ready)) == 1
    with pytest.raises(FindingsError, match="adopted"):
        assessments.write_gate(lead, ready, "gender", "other words")


def test_nothing_lapses_before_its_day(lead: Actor, member: Actor, other_member: Actor, ready: Assessment) -> None:
    assessments.put_before_the_state(lead, ready, JUNE)
    with pytest.raises(NotAllowedError):
        store.open_findings(member, ready)
    with pytest.raises(FindingsError, match="up to and including"):
        assessments.lapse(lead, ready, JUNE + DAYS)
    assert assessments.lapse(lead, ready, JUNE + DAYS + ONE).stand == "unanswered"
    assert len(store.open_findings(member, ready)) == 1, "the committee reads what it is to adopt"
    assert adoption.adopt(member, ready, other_member).stand == "adopted"


def test_a_revised_draft_is_put_before_the_state_again(
    lead: Actor, focal: Actor, member: Actor, other_member: Actor, ready: Assessment
) -> None:
    assessments.put_before_the_state(lead, ready, JUNE)
    assessments.end_reply(focal, ready)
    with pytest.raises(FindingsError, match="say why"):
        assessments.revise(lead, ready, " ")
    assessments.revise(lead, ready, "the decree was not known")
    with pytest.raises(FindingsError, match="cannot adopt"):
        adoption.adopt(member, ready, other_member)
    assert assessments.put_before_the_state(lead, ready, JUNE).stand == "with-the-state"


def test_what_a_gate_lost_meanwhile_is_found_at_adoption(
    lead: Actor, focal: Actor, member: Actor, other_member: Actor, ready: Assessment
) -> None:
    assessments.put_before_the_state(lead, ready, JUNE)
    assessments.end_reply(focal, ready)
    GateText.objects.create(assessment=ready, gate="gender", text="", by="account:1")
    with pytest.raises(NotReadyError, match="women and gender"):
        adoption.adopt(member, ready, other_member)


def test_only_the_state_replies_and_only_while_it_has_the_draft(
    lead: Actor, focal: Actor, stranger: Actor, ready: Assessment
) -> None:
    with pytest.raises(NotAllowedError):
        assessments.reply(focal, ready, "too early")
    assessments.put_before_the_state(lead, ready, JUNE)
    for other in (stranger, lead):
        with pytest.raises(NotAllowedError):
            assessments.reply(other, ready, "not mine")
    with pytest.raises(FindingsError, match="in words"):
        assessments.reply(focal, ready, " ")
    assessments.end_reply(focal, ready)
    with pytest.raises(FindingsError, match="not before the State"):
        assessments.reply(focal, ready, "too late")


def test_who_put_the_draft_forward_does_not_adopt_it(
    lead: Actor, member: Actor, focal: Actor, ready: Assessment
) -> None:
    assessments.put_before_the_state(lead, ready, JUNE)
    assessments.end_reply(focal, ready)
    with pytest.raises(NotAllowedError):
        adoption.adopt(lead, ready, member)


def test_there_are_no_other_gates(lead: Actor, assessment: Assessment) -> None:
    with pytest.raises(FindingsError, match="gender"):
        assessments.write_gate(lead, assessment, "weather", "x")

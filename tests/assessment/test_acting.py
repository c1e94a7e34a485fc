"""An act of the assessment and its entry in the log stand or fall together."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from gatehouse.assessment.acting import Given, acting, acts_told, may_see
from gatehouse.assessment.errors import ActingError, NotAllowedError, SecondPersonNeededError
from gatehouse.assessment.states.models import State
from gatehouse.audit import log
from gatehouse.audit.acts import acts as audited
from gatehouse.safeguards.acts import acts
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import Role, SubjectClass


def test_the_entry_refers_and_holds_no_text(altona: State, actor: Actor) -> None:
    _, leaf = next(log.leaves(0, 1))
    said = orjson.loads(leaf)
    assert (said["act"], said["actor"], said["subject"]) == ("state.added", actor.id, "state:X-AL")
    assert altona.name_en.encode() not in leaf


def failing(actor: Actor) -> None:
    """Add a State in a block that fails."""
    with acting(actor, "state.added", "state:KEN"):
        State.objects.create(code="KEN", name_en="Kenya", name_zh="肯尼亚", region="x")
        raise ZeroDivisionError


def test_what_fails_leaves_neither(database: Path, actor: Actor) -> None:
    del database
    with pytest.raises(ZeroDivisionError):
        failing(actor)
    assert (State.objects.count(), log.size()) == (0, 0)


def test_what_was_written_goes_where_its_entry_cannot_be_kept(
    database: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    del database

    def breaks(_entries: object) -> None:
        assert State.objects.filter(code="KEN").exists(), "the act is done, its entry is not"
        raise OSError("the log cannot be written")

    before = log.size()
    with monkeypatch.context() as patch:
        patch.setattr(log, "record", breaks)
        with pytest.raises(OSError, match="cannot be written"), acting(actor, "state.added", "state:KEN"):
            State.objects.create(code="KEN", name_en="Kenya", name_zh="肯尼亚", region="x")
    assert not State.objects.filter(code="KEN").exists()
    assert log.size() == before


def test_what_turned_out_to_be_nothing_is_not_told(database: Path, actor: Actor) -> None:
    del database
    with acting(actor, "state.added", "state:KEN") as acted:
        acted.silent = True
    assert log.size() == 0


def _told() -> list[dict[str, object]]:
    return [orjson.loads(leaf) for _, leaf in log.leaves(0, 1_000)]


def test_a_refusal_is_in_the_log_with_its_rule_and_nothing_was_done(altona: State, anybody: Actor) -> None:
    subject = Subject(SubjectClass.ASSESSMENT_REPORT, "report:1", state=altona.code)
    with pytest.raises(NotAllowedError, match="not published"), acting(anybody, "material.opened", subject):
        raise AssertionError
    said = _told()[-1]
    assert (said["act"], said["decision"], said["reason"]) == ("material.opened", "refused", "else-public")


def test_two_are_asked_for_and_both_are_told(altona: State, member: Actor, other_member: Actor) -> None:
    subject = Subject(SubjectClass.RECOMMENDATION, "recommendation:1", state=altona.code)
    given = Given(requester="account:2")
    with pytest.raises(SecondPersonNeededError), acting(member, "recommendation.adopted", subject, given=given):
        raise AssertionError
    given = Given(requester="account:2", second=other_member)
    with acting(member, "recommendation.adopted", subject, given=given):
        pass
    assert [said["decision"] for said in _told()[-2:]] == ["second-person", "allowed"]
    assert _told()[-1]["details"] == {"second": other_member.id}


def test_nobody_who_screens_travellers_sees_what_a_state_told(database: Path) -> None:
    del database
    for role in (Role.ANALYST, Role.SENIOR_ANALYST, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR, Role.ADMINISTRATOR):
        assert not may_see(Actor("account:5", role), Subject(SubjectClass.ANSWER, "answer:1", published=True))


def test_an_act_without_a_row_and_one_on_another_class_are_refused(database: Path, actor: Actor) -> None:
    del database
    with pytest.raises(ActingError, match="add one"), acting(actor, "state.sold", "state:KEN"):
        pass
    with pytest.raises(ActingError), acting(actor, "state.added", Subject(SubjectClass.ANSWER, "answer:1")):
        pass


def test_what_is_told_is_an_act_of_the_kernel_and_an_entry_of_the_log() -> None:
    for told, (act, kinds) in acts_told().items():
        assert told in audited(), told
        assert set(kinds) <= acts()[act].subjects, told

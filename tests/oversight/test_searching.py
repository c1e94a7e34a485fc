"""The log is searched by those who supervise, and each search is an entry."""

from __future__ import annotations

import pytest

from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.question import Question
from gatehouse.oversight.searching import search, uses
from gatehouse.oversight.topics import topic_of
from gatehouse.records import RefusedError, Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_entries_come_by_actor_act_subject_and_decision(told, supervisor) -> None:
    assert told == 34
    assert len(search(supervisor(), Question(acts=topic_of("refusals").acts), 100)) == 3
    assert [one.entry.subject for one in search(supervisor(), Question(subject="traveller:5"), 100)] == ["traveller:5"]
    assert len(search(supervisor(), Question(decision="second-person"), 100)) == 1
    assert [one.number for one in search(supervisor(), Question(acts=("hit.decided",)), 3)] == [27, 28, 29]


def test_a_search_is_an_entry_that_the_next_one_finds(told, supervisor) -> None:
    search(supervisor(), Question(actor="account:8"), 100)
    found = search(supervisor(Role.DATA_PROTECTION_OFFICER), Question(acts=("log.searched",)), 100)
    assert {one.entry.actor for one in found} == {"account:90"}
    assert any(dict(one.entry.details) == {"shown": 2} for one in found)
    assert told


def test_uses_are_counted(told, supervisor) -> None:
    found = uses(supervisor(), Question(acts=("hit.decided",)))
    assert [(one.purpose, one.act, one.decision, one.count) for one in found] == [
        ("screening", "hit.decided", "allowed", 30)
    ]
    assert told


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("of", [{"actor": "account:7"}, {"subject": "traveller:5"}])
def test_counts_name_nobody(supervisor, of) -> None:
    with pytest.raises(OversightError):
        uses(supervisor(), Question(**of))


@pytest.mark.usefixtures("told")
def test_an_analyst_does_not_read_the_log() -> None:
    with pytest.raises(RefusedError):
        search(Visit(Actor("account:7", Role.ANALYST), "oversight"), Question(), 1)

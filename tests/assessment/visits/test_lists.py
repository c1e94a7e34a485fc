"""The list of a year: explained, adopted by two, amended with a reason, and every version stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatehouse.assessment.errors import ChangedMeanwhileError, NotAllowedError, SecondPersonNeededError
from gatehouse.assessment.visits import lists
from gatehouse.assessment.visits.errors import VisitError
from gatehouse.assessment.visits.models import VisitList
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

INPUTS = {"X-AL": {"gaps": 7, "never-visited": 1}, "X-BE": {"gaps": 9}, "X-CE": {"gaps": 1}}
LEAD = Actor("account:1", Role.TEAM_LEAD)


@pytest.fixture
def proposed(database: Path) -> VisitList:
    del database
    return lists.propose(LEAD, 2027, INPUTS, 2, "the year's list")


def test_the_list_is_the_head_of_the_ranking_and_can_be_made_again(proposed: VisitList) -> None:
    assert proposed.chosen == ["X-AL", "X-BE"]
    assert [one.state for one in lists.ranking_of(proposed)] == ["X-AL", "X-BE", "X-CE"]


def test_it_is_adopted_by_two_who_did_not_make_it(proposed: VisitList, member: Actor, other_member: Actor) -> None:
    with pytest.raises(SecondPersonNeededError):
        lists.adopt(member, Actor("account:7", Role.DONOR), proposed)
    lists.adopt(member, other_member, proposed)
    assert proposed.adopted_by == member.id
    with pytest.raises(VisitError, match="already"):
        lists.adopt(member, other_member, proposed)


def test_an_amendment_is_another_version_with_its_reason(
    proposed: VisitList, member: Actor, other_member: Actor
) -> None:
    lists.adopt(member, other_member, proposed)
    second = lists.amend(member, proposed, ["X-AL", "X-CE"], "Berga asked to wait", {"gaps": 10})
    assert (second.version, second.weights["gaps"], second.adopted_at) == (2, 10, None)
    assert [one.version for one in lists.versions(member, 2027)] == [2, 1]
    assert VisitList.objects.get(version=1).chosen == ["X-AL", "X-BE"]


def test_of_two_who_amend_at_once_the_second_is_told_and_nothing_is_lost(proposed: VisitList, member: Actor) -> None:
    seen = VisitList.objects.get(pk=proposed.pk)
    lists.amend(member, proposed, ["X-AL"], "one")
    with pytest.raises(ChangedMeanwhileError) as caught:
        lists.amend(LEAD, seen, ["X-BE"], "two")
    assert (caught.value.current, caught.value.offered) == (["X-AL"], ["X-BE"])


@pytest.mark.parametrize(
    ("year", "places", "reason"), [(1999, 1, "why"), (2028, 0, "why"), (2028, 9, "why"), (2028, 1, " ")]
)
def test_what_is_no_list_is_refused(database: Path, year: int, places: int, reason: str) -> None:
    del database
    with pytest.raises(VisitError):
        lists.propose(LEAD, year, INPUTS, places, reason)


def test_a_second_list_for_a_year_and_unknown_states_are_refused(proposed: VisitList, member: Actor) -> None:
    with pytest.raises(VisitError, match="amend"):
        lists.propose(LEAD, 2027, INPUTS, 1, "again")
    with pytest.raises(VisitError):
        lists.amend(member, proposed, ["X-ZZ"], "why")


def test_who_helps_or_is_assessed_sees_no_list(proposed: VisitList, donor: Actor, focal: Actor) -> None:
    del proposed
    for reader in (donor, focal):
        with pytest.raises(NotAllowedError):
            lists.versions(reader, 2027)

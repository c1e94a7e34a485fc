"""Frozen tables: safe beside those frozen before, shared and published by two."""

from __future__ import annotations

import pytest

from gatehouse.assessment.acting import may_see
from gatehouse.assessment.confidentiality import released
from gatehouse.assessment.errors import SecondPersonNeededError
from gatehouse.assessment.states.models import Cycle, State
from gatehouse.safeguards.decision import Actor

COLUMNS = ("met", "partly")


def _answers(count: int) -> dict[str, str]:
    codes = [f"X-{first}{second}" for first in "BC" for second in "ABCDEFGH"][:count]
    for place, code in enumerate(codes):
        State.objects.get_or_create(code=code, defaults={"name_en": code, "name_zh": code, "region": f"r{place % 2}"})
    return {code: COLUMNS[place // 2 % 2] for place, code in enumerate(codes)}


def test_a_frozen_table_comes_back_as_it_was(cycle: Cycle, lead: Actor) -> None:
    row = released.freeze(lead, "2396/11", cycle, _answers(16), COLUMNS)
    table = released.thawed(row)
    assert table.withheld == 0
    assert [one.total for one in table.rows] == [8, 8, 16]


def test_the_next_table_is_checked_against_the_first(cycle: Cycle, lead: Actor) -> None:
    released.freeze(lead, "2396/11", cycle, _answers(15), COLUMNS)
    later = released.thawed(released.freeze(lead, "2396/11", cycle, _answers(16), COLUMNS))
    assert later.withheld > 0
    other = released.thawed(released.freeze(lead, "2396/12", cycle, _answers(16), COLUMNS))
    assert other.withheld == 0


def test_it_is_shared_and_published_by_two(
    cycle: Cycle, lead: Actor, member: Actor, other_member: Actor, donor: Actor, anybody: Actor
) -> None:
    row = released.freeze(lead, "2396/11", cycle, _answers(16), COLUMNS)
    assert not may_see(donor, released.subject_of(row))
    with pytest.raises(SecondPersonNeededError):
        released.share(member, Actor("account:5", donor.role), row, "decision 4")
    released.share(member, other_member, row, "decision 4")
    assert may_see(donor, released.subject_of(row))
    assert not may_see(anybody, released.subject_of(row))
    released.publish(member, other_member, row, "decision 5")
    assert may_see(anybody, released.subject_of(row))


def test_a_table_beside_fuller_ones_does_not_show_which_state_it_lacks(lead: Actor, cycle: Cycle) -> None:
    whole = released.thawed(released.freeze(lead, "2396-11a", cycle, _answers(16), COLUMNS))
    beside = released.Beside(groups=tuple(whole.groups.values()))
    lacking = released.thawed(released.freeze(lead, "2396-12a", cycle, _answers(15), COLUMNS, beside))
    shown = {row.name for row in lacking.rows if row.total is not None}
    assert "all" not in shown
    assert all(lacking.groups[name] == whole.groups[name] for name in shown)

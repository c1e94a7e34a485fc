"""What travellers are screened with."""

from __future__ import annotations

import pytest

from gatehouse.screening.lists_in_force import ListsInForce, in_force, is_somebody, of_entries, spread
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.terms.traveller import Role, Traveller

ROE = Traveller(Role.PASSENGER, "QUILLFEATHER", "ANNABEL", birth_date="1980-01-01")
PLACE = Traveller(Role.GROUP)


def test_everybody_but_an_unnamed_place_is_somebody() -> None:
    assert [is_somebody(Traveller(role)) for role in Role] == [role is not Role.GROUP for role in Role]


def test_candidates_are_spread_over_travellers_in_order(exact_names) -> None:
    lists = exact_names({"ANNABEL QUILLFEATHER": "E1"})
    assert [len(found) for found in lists.screen([PLACE, ROE, PLACE, ROE])] == [0, 1, 0, 1]
    assert spread([PLACE], []) == [[]]


def test_the_state_is_the_newest_version_of_any_list() -> None:
    assert ListsInForce(lambda subjects: [[] for _ in subjects], {"A": 3, "B": 7}).state == 7
    assert ListsInForce(lambda subjects: [[] for _ in subjects]).state == 0


def test_entries_make_a_screener() -> None:
    lists = of_entries([ListEntry("L", "E1", (ListedName("Annabel Quillfeather"),))], {"L": 1})
    ((found,),) = lists.screen([ROE])
    assert (found.entry_id, found.list) == ("E1", "L")


@pytest.mark.usefixtures("database")
def test_without_any_list_nobody_is_a_candidate() -> None:
    lists = in_force()
    assert lists.state == 0
    assert lists.screen([ROE]) == [[]]

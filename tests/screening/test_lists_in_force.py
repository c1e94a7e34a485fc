"""What travellers are screened with."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings

from emptying import empty
from gatehouse.screening import lists_in_force
from gatehouse.screening.lists_in_force import ListsInForce, in_force, is_somebody, of_entries, spread
from gatehouse.screening.matching.index import layout
from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.candidate import Found
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.terms.traveller import Role, Traveller

ROE = Traveller(Role.PASSENGER, "QUILLFEATHER", "ANNABEL", birth_date="1980-01-01")
PLACE = Traveller(Role.GROUP)


def test_everybody_but_an_unnamed_place_is_somebody() -> None:
    assert [is_somebody(Traveller(role)) for role in Role] == [role is not Role.GROUP for role in Role]


def test_candidates_are_spread_over_travellers_in_order(exact_names) -> None:
    lists = exact_names({"ANNABEL QUILLFEATHER": "E1"})
    assert [len(found.candidates) for found in lists.find([PLACE, ROE, PLACE, ROE])] == [0, 1, 0, 1]
    assert spread([PLACE], []) == [Found([])]


def test_the_state_is_the_newest_version_of_any_list() -> None:
    assert ListsInForce(lambda subjects: [Found([]) for _ in subjects], {"A": 3, "B": 7}).state == 7
    assert ListsInForce(lambda subjects: [Found([]) for _ in subjects]).state == 0


def test_a_part_of_a_long_list_is_scored_as_the_whole_of_it() -> None:
    entries = [ListEntry("L", "E1", (ListedName("Annabel Quillfeather"),))]
    ((short,), _), ((long,), _) = (
        of_entries(entries, {"L": 1}, lengths).find([ROE])[0] for lengths in (None, {"L": 300_000})
    )
    assert long.score < short.score
    assert of_entries(entries, {"L": 1}, {"L": 300_000}).populations["L"] == 300_000


def test_entries_make_a_screener() -> None:
    lists = of_entries([ListEntry("L", "E1", (ListedName("Annabel Quillfeather"),))], {"L": 1})
    (((found,), _),) = lists.find([ROE])
    assert (found.entry_id, found.list) == ("E1", "L")


@pytest.mark.usefixtures("database")
def test_without_any_list_nobody_is_a_candidate() -> None:
    lists = in_force()
    assert lists.state == 0
    assert lists.find([ROE]) == [Found([])]


LIST = "list,entry_id,name,birth_date\nOWN,E1,Annabel Quillfeather,1980-01-01\nOWN,E2,Lars Brandsma,1971\n"


def _load(folder: Path, text: str) -> None:
    file = folder / "own.csv"
    file.write_text(text, encoding="utf-8")
    store.add_list(read_list(file, "OWN"), file)


def _found(lists: ListsInForce, *surnames: str) -> list[list[str]]:
    travellers = [Traveller(Role.PASSENGER, surname, given) for surname, given in map(str.split, surnames)]
    return [[one.entry_id for one in found.candidates] for found in lists.find(travellers)]


ASKED = ("QUILLFEATHER ANNABEL", "BRANDSMA LARS", "SKJOLDAGER ILSE")


@pytest.mark.usefixtures("database")
def test_stored_lists_are_compiled_once_and_changes_stand_beside_them(tmp_path: Path) -> None:
    with override_settings(LISTS_FOLDER=tmp_path / "lists"):
        _load(tmp_path, LIST)
        assert _found(in_force(), *ASKED) == [["E1"], ["E2"], []]
        compiled = layout.in_use(tmp_path / "lists")
        _load(tmp_path, LIST.replace("E2,Lars Brandsma,1971", "E3,Ilse Skjoldager,"))
        lists = in_force()
        assert _found(lists, *ASKED) == [["E1"], [], ["E3"]]
        assert sorted(lists.entries) == [("OWN", "E1"), ("OWN", "E3")]
        assert layout.in_use(tmp_path / "lists") == compiled


@pytest.mark.usefixtures("database")
def test_much_changed_lists_are_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists_in_force, "CHANGES_MIN", 0)
    with override_settings(LISTS_FOLDER=tmp_path / "lists"):
        _load(tmp_path, LIST)
        in_force()
        before = layout.in_use(tmp_path / "lists")
        _load(tmp_path, LIST.replace("Lars", "Ilse"))
        assert _found(in_force(), "BRANDSMA ILSE") == [["E2"]]
        assert layout.in_use(tmp_path / "lists") != before


@pytest.mark.usefixtures("database")
def test_a_compiled_list_that_is_not_whole_is_compiled_anew(tmp_path: Path) -> None:
    with override_settings(LISTS_FOLDER=tmp_path / "lists"):
        _load(tmp_path, LIST)
        in_force()
        broken = layout.in_use(tmp_path / "lists")
        assert broken
        (broken / "index.postings").write_bytes(b"")
        assert _found(in_force(), *ASKED) == [["E1"], ["E2"], []]
        assert layout.in_use(tmp_path / "lists") != broken


@pytest.mark.usefixtures("database")
def test_what_another_database_compiled_is_not_searched(tmp_path: Path) -> None:
    with override_settings(LISTS_FOLDER=tmp_path / "lists"):
        _load(tmp_path, LIST)
        assert _found(in_force(), *ASKED) == [["E1"], ["E2"], []]
        # As where a database is restored, or another one is named: the same numbers stand for other lists.
        empty(["watchlists_watchlist", "watchlists_listversion", "watchlists_entryversion"])
        _load(tmp_path, LIST.replace("E2,Lars Brandsma,1971", "E3,Ilse Skjoldager,"))
        lists = in_force()
        assert lists.state == 1
        assert _found(lists, *ASKED) == [["E1"], [], ["E3"]]

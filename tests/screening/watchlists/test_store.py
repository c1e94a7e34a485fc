"""List versions: nothing overwritten, any past day can be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.screening.watchlists import store
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import ListReading
from gatehouse.terms.entry import ListedName, ListEntry

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., store.VersionSummary]:
    """Loads a list from identifiers to names, published on a day."""

    def load_entries(day: str | None, watchlist: str = "TEST", **people: str) -> store.VersionSummary:
        path = tmp_path / f"{watchlist}-{day}.csv"
        path.write_text(repr(sorted(people.items())))
        entries = tuple(ListEntry(watchlist, key, (ListedName(name),)) for key, name in people.items())
        return store.add_list(ListReading(watchlist, "own", day, entries, (), 2, 0), path)

    return load_entries


def _names(entries: list[ListEntry]) -> dict[str, str]:
    return {entry.entry_id: entry.primary_name for entry in entries}


def test_a_first_version_adds_everybody(load) -> None:
    version = load("2025-01-01", E1="Ann Roe", E2="Joe Doe")
    assert (version.number, version.entries, version.added, version.changed, version.removed) == (1, 2, 2, 0, 0)
    assert version.is_new
    assert version.skipped == 2
    assert _names(list(store.current_entries())) == {"E1": "Ann Roe", "E2": "Joe Doe"}


def test_each_list_is_as_long_as_it_stands_now(load) -> None:
    load("2025-01-01", E1="Ann Roe", E2="Joe Doe", E3="Sam Poe")
    load("2025-02-01", E1="Ann Roe", E2="Joseph Doe")
    load("2025-01-01", "OTHER", E1="Lea Ilk")
    assert store.lengths() == {"TEST": 2, "OTHER": 1}


def test_a_newer_version_shows_what_it_added_changed_and_removed(load) -> None:
    load("2025-01-01", E1="Ann Roe", E2="Joe Doe", E3="Sam Poe")
    version = load("2025-02-01", E1="Ann Roe", E2="Joseph Doe", E4="Lea Ilk")
    assert (version.number, version.added, version.changed, version.removed) == (2, 1, 1, 1)
    assert _names(list(store.current_entries())) == {"E1": "Ann Roe", "E2": "Joseph Doe", "E4": "Lea Ilk"}


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        ("2024-12-31", {}),
        ("2025-01-01", {"E1": "Ann Roe", "E2": "Joe Doe"}),
        ("2025-01-31", {"E1": "Ann Roe", "E2": "Joe Doe"}),
        ("2025-02-01", {"E1": "Anne Roe"}),
        ("2026-02-01", {"E1": "Anne Roe"}),
    ],
)
def test_who_was_listed_on_a_day_can_be_asked(load, day: str, listed: dict[str, str]) -> None:
    load("2025-01-01", E1="Ann Roe", E2="Joe Doe")
    load("2025-02-01", E1="Anne Roe")
    assert _names(store.entries_on("TEST", dt.date.fromisoformat(day))) == listed


def test_the_history_of_an_entry_has_every_version_and_the_gap_when_it_was_off(load) -> None:
    load("2025-01-01", E1="Ann Roe")
    load("2025-02-01", E2="Joe Doe")
    load("2025-03-01", E1="Ann Roe", E2="Joe Doe")
    seen = [(at.first_version, str(at.valid_from), at.valid_to and str(at.valid_to)) for at in store.history("E1")]
    assert seen == [(1, "2025-01-01", "2025-02-01"), (3, "2025-03-01", None)]
    assert store.history("nobody") == []
    assert store.history("E1", "OTHER") == []


def test_the_same_file_again_changes_nothing(load) -> None:
    first = load("2025-01-01", E1="Ann Roe")
    again = load("2025-01-01", E1="Ann Roe")
    assert not again.is_new
    assert again.id == first.id
    assert len(store.versions()) == 1


def test_a_file_published_before_the_version_in_force_is_refused_and_changes_nothing(load) -> None:
    load("2025-02-01", E1="Ann Roe")
    with pytest.raises(ListFileError, match="order of their publication"):
        load("2025-01-01", E2="Joe Doe")
    assert _names(list(store.current_entries())) == {"E1": "Ann Roe"}
    assert len(store.versions()) == 1


def test_lists_do_not_touch_each_other(load) -> None:
    load("2025-01-01", E1="Ann Roe")
    other = load("2025-01-01", watchlist="OTHER", E1="Joe Doe")
    assert other.number == 1
    assert sorted(entry.list for entry in store.current_entries()) == ["OTHER", "TEST"]
    assert store.newest_versions() == {"TEST": other.id - 1, "OTHER": other.id}


def test_only_what_came_after_a_state_is_given_for_screening_again(load) -> None:
    first = load("2025-01-01", E1="Ann Roe", E2="Joe Doe")
    load("2025-02-01", E1="Ann Roe", E2="Joseph Doe", E3="Sam Poe")
    assert _names(list(store.entries_since(first.id))) == {"E2": "Joseph Doe", "E3": "Sam Poe"}


@pytest.mark.parametrize("published", [None, "2025", "2999-01-01"])
def test_a_file_without_a_plausible_day_counts_from_today(load, published: str | None) -> None:
    assert load(published, E1="Ann Roe").effective == dt.datetime.now(dt.UTC).date()


def test_an_entry_with_letters_no_table_holds_is_stored(load) -> None:
    load("2025-01-01", E1="An\x00n Roe")
    (entry,) = store.current_entries()
    assert entry.primary_name == "An\ufffdn Roe"


def test_the_same_file_with_other_entries_is_a_new_version(tmp_path: Path) -> None:
    """OFAC prints aliases in a file beside the main one, which alone may have changed."""
    path = tmp_path / "sdn.csv"
    path.write_text("unchanged")
    numbers = []
    for names in (("Ann Roe",), ("Ann Roe", "Anne Rowe"), ("Ann Roe", "Anne Rowe")):
        entry = ListEntry("TEST", "E1", tuple(map(ListedName, names)))
        version = store.add_list(ListReading("TEST", "own", "2025-01-01", (entry,), (), 0, 0), path)
        numbers.append((version.number, version.is_new))
    assert numbers == [(1, True), (2, True), (2, False)]

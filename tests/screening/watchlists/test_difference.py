"""What changed between two versions of a list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.watchlists.difference import changed_fields, content_hash, difference
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListedDocument, ListedName, ListEntry, NameQuality

LISTS = Path(__file__).parents[4] / "shared" / "data" / "lists"
UN_FILES = sorted(LISTS.glob("un_consolidated_*.xml"))

ONE = ListEntry(
    "TEST",
    "1",
    (ListedName("A"), ListedName("B", NameQuality.WEAK), ListedName("C", NameQuality.WEAK)),
    birth_dates=(DateSpan.exact("1970"), DateSpan.exact("1971")),
    nationalities=("FRA", "SYR"),
    documents=(ListedDocument("X1"), ListedDocument("X2", "passport")),
)
TWO = replace(ONE, entry_id="2")


def test_added_changed_and_removed() -> None:
    changed = replace(ONE, sex="F", remarks="new")
    found = difference([ONE, TWO], [changed, replace(TWO, entry_id="3")])
    assert [entry.entry_id for entry in found.added] == ["3"]
    assert [entry.entry_id for entry in found.removed] == ["2"]
    assert [(change.before, change.after, change.fields) for change in found.changed] == [
        (ONE, changed, ("sex", "remarks"))
    ]
    assert not found.is_empty
    assert difference([ONE, TWO], [TWO, ONE]).is_empty


@pytest.mark.parametrize(
    "reordered",
    [
        replace(ONE, names=(ONE.names[0], ONE.names[2], ONE.names[1])),
        replace(ONE, birth_dates=ONE.birth_dates[::-1]),
        replace(ONE, nationalities=ONE.nationalities[::-1]),
        replace(ONE, documents=ONE.documents[::-1]),
    ],
)
def test_another_order_is_no_change(reordered: ListEntry) -> None:
    assert changed_fields(ONE, reordered) == ()
    assert content_hash(ONE) == content_hash(reordered)


def test_another_first_primary_name_is_a_change() -> None:
    names = (ListedName("A"), ListedName("B"))
    assert changed_fields(replace(ONE, names=names), replace(ONE, names=names[::-1])) == ("names",)


def test_the_hash_is_the_same_exactly_when_nothing_differs(entries: st.SearchStrategy[ListEntry]) -> None:
    @given(entries, entries)
    def compare(one: ListEntry, other: ListEntry) -> None:
        assert (content_hash(one) == content_hash(other)) is (changed_fields(one, other) == ())

    compare()


def test_the_hash_never_changes_between_releases() -> None:
    assert content_hash(ListEntry("TEST", "1", (ListedName("Jane Doe"),))) == (
        "65cc84c6d9c7c12c19c0493740a7b95835826aaeeb81ea260c5903d1c211b8c2"
    )


@pytest.mark.shared
@pytest.mark.skipif(len(UN_FILES) != 2, reason="the real lists are not beside the project")
def test_between_two_real_versions_four_came_one_went_and_two_were_amended() -> None:
    before, after = (read_list(path).entries for path in UN_FILES)
    found = difference(before, after)
    assert (len(found.added), len(found.removed), len(found.changed)) == (4, 1, 2)
    assert {change.fields for change in found.changed} == {("remarks",)}

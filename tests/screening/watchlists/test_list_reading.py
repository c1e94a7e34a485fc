"""What a reader yields is folded into one reading."""

from __future__ import annotations

import io

import pytest

from gatehouse.screening.watchlists import list_reading
from gatehouse.screening.watchlists.errors import ListFileError
from gatehouse.screening.watchlists.list_reading import Item, ListReading, Mark, Published, Skipped, gather
from gatehouse.screening.watchlists.source import Source
from gatehouse.terms.entry import ListedName, ListEntry
from gatehouse.terms.finding import error, info


def entry(identifier: str, list_name: str = "TEST") -> ListEntry:
    return ListEntry(list_name, identifier, (ListedName("Jane Doe"),))


def gathered(*items: Item, list_name: str | None = None) -> ListReading:
    return gather(Source("list", io.BytesIO()), "test", items, list_name)


def test_everything_is_counted_once() -> None:
    note, skipped = info("a", 1, "t"), Skipped(error("b", 2, "t"))
    reading = gathered(Published("2026-01-02"), entry("1"), note, skipped, Mark.NOT_A_PERSON, entry("2"), entry("1"))
    assert [one.entry_id for one in reading.entries] == ["1", "2"]
    assert (reading.skipped, reading.not_persons, reading.published) == (2, 1, "2026-01-02")
    assert [finding.code for finding in reading.findings] == ["a", "b", "entry-repeated", "entries-not-persons"]


def test_the_caller_may_name_the_list() -> None:
    reading = gathered(entry("1", "A"), entry("2", "B"), list_name="MINE")
    assert reading.list == "MINE"
    assert {one.list for one in reading.entries} == {"MINE"}


@pytest.mark.parametrize(
    ("items", "cause"),
    [
        ((), "no person could be read"),
        ((Skipped(error("b", 2, "t")), Mark.NOT_A_PERSON), r"1 entries skipped, 1 not persons"),
        ((entry("1", "A"), entry("2", "B")), "2 different lists"),
    ],
)
def test_a_file_that_would_empty_or_mix_a_list_is_refused(items: tuple[Item, ...], cause: str) -> None:
    with pytest.raises(ListFileError, match=cause):
        gathered(*items)


def test_the_count_of_entries_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_reading, "ENTRIES_MAX", 2)
    assert len(gathered(entry("1"), entry("2")).entries) == 2
    with pytest.raises(ListFileError, match="more than 2 entries"):
        gathered(entry("1"), entry("2"), entry("3"))

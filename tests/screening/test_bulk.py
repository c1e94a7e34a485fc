"""Many rows in one statement."""

from __future__ import annotations

import pytest

from gatehouse.screening.bulk import copy_rows, fresh_ids, insert_few, only_one, update_rows
from gatehouse.screening.watchlists.models import WatchList

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("name", ["plain", "tab\tand\nline", "back\\slash", "\\N", "", "名前"])
def test_text_is_copied_as_it_is(name: str) -> None:
    copy_rows(WatchList, ("name",), [(name,)])
    assert WatchList.objects.get().name == name


def test_keys_are_fresh_and_as_many_as_asked() -> None:
    ids = list(fresh_ids(WatchList, 3))
    assert len(set(ids)) == 3
    assert list(fresh_ids(WatchList, 0)) == []
    assert WatchList.objects.create(name="n").id not in ids


def test_rows_are_updated_by_key_and_others_left() -> None:
    copy_rows(WatchList, ("id", "name"), [(1, "a"), (2, "b"), (3, "c")])
    update_rows(WatchList, {"id": "bigint", "name": "text"}, [(3, "C"), (1, "A")])
    update_rows(WatchList, {"id": "bigint", "name": "text"}, [])
    assert dict(WatchList.objects.values_list("id", "name")) == {1: "A", 2: "b", 3: "C"}


def test_the_lock_can_be_taken_again_by_its_holder_and_after_it() -> None:
    with only_one(), only_one():
        pass
    with only_one():
        assert WatchList.objects.count() == 0


@pytest.mark.usefixtures("database")
def test_a_few_rows_are_inserted_as_copied_ones_are() -> None:
    insert_few(WatchList, ("id", "name"), [(7, "a"), (8, "b';--")])
    insert_few(WatchList, ("id", "name"), [])
    assert list(WatchList.objects.order_by("id").values_list("id", "name")) == [(7, "a"), (8, "b';--")]

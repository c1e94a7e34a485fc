"""Entries as JSON and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.watchlists.entry_json import from_json, from_object, to_bytes, to_json, to_object
from gatehouse.terms.entry import Handling, ListedName, ListEntry


def test_reading_undoes_writing(entries: st.SearchStrategy[ListEntry]) -> None:
    @given(entries)
    def round_trip(entry: ListEntry) -> None:
        assert from_json(to_json(entry)) == entry
        assert from_object(json.loads(to_json(entry))) == entry

    round_trip()


def test_what_is_not_stated_is_left_out() -> None:
    entry = ListEntry("TEST", "1", (ListedName("Jane Doe"),))
    assert to_object(entry) == {
        "list": "TEST",
        "entry_id": "1",
        "names": [{"full": "Jane Doe", "quality": "primary", "script": "Latn"}],
    }
    assert from_json(to_json(entry)).handling is Handling.ANY


@pytest.mark.parametrize(
    "text", ["", "{}", '{"list":"A"}', '{"list":"A","entry_id":"1","names":[{"full":"A","quality":"?"}]}']
)
def test_another_text_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_json(text)


def test_keys_are_sorted_and_letters_are_themselves() -> None:
    entry = ListEntry("TEST", "1", (ListedName("Ílse", surname="Ílse"),), sex="F", handling=Handling.EXACT_NAME)
    text = to_json(entry)
    assert to_bytes(entry) == text.encode()
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert "Ílse" in text

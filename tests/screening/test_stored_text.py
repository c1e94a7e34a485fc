"""Text that a table can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.stored_text import storable


@given(st.text())
def test_whatever_comes_can_be_stored_and_nothing_else_changes(text: str) -> None:
    stored = storable(text)
    assert stored is not None
    assert "\x00" not in stored
    assert len(stored.encode("utf-8").decode("utf-8")) == len(text)


@pytest.mark.parametrize("text", [None, "", "plain", "Šmíd 名前"])
def test_honest_text_is_left_alone(text: str | None) -> None:
    assert storable(text) == text

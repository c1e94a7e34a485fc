"""Translations taken from a table. What is taken and refused is in `test_extracting`, with the files they go into."""

from __future__ import annotations

import pytest

from gatehouse.web.wording.filling import FillingError, _string


def test_one_form_serves_for_all_plurals_and_several_have_to_be_all() -> None:
    assert _string("a", "b", 3) == "b"
    assert _string(("a", "as"), "b", 1) == ("b",)
    assert _string(("a", "as"), "b", 2) == ("b", "b")
    assert _string(("a", "as"), "b | c", 2) == ("b", "c")
    with pytest.raises(FillingError):
        _string(("a", "as"), "b | c", 3)

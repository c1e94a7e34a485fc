"""Counts."""

from __future__ import annotations

import pytest

from gatehouse.terms.quantity import whole


@pytest.mark.parametrize(
    ("text", "count"), [("3", 3), ("003", 3), ("", None), ("-1", None), ("²", None), ("9" * 5000, None)]
)
def test_whole(text, count):
    assert whole(text) == count

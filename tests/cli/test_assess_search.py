"""A search says where words stand, to those who may search."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.usefixtures("found_in_altona")
def test_words_are_found_in_their_paragraph(run: Callable) -> None:
    assert ", paragraph 2: Two posts" in run("assess", "search", "X-AL", "NORTHERN  crossing").out
    assert "3 to 200" in run("assess", "search", "X-AL", "no").err
    assert run("assess", "search", "X-AL", "crossing", "--as", "public").status == 2

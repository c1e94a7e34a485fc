"""An empty register is said to be one, and only those who supervise see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.usefixtures("database")
def test_nothing_was_given(run: Callable) -> None:
    assert "0 disclosures; 0 notices" in run("oversight", "disclosures").out
    assert run("oversight", "disclosures", "--role", "analyst").status == 2

"""Errors say what to do."""

from __future__ import annotations

from gatehouse.oversight.errors import OversightError


def test_cause_and_remedy() -> None:
    assert str(OversightError("it is so", "do this")) == "it is so; do this"

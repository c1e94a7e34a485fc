"""Errors say what to do."""

from __future__ import annotations

from gatehouse.screening.redress.errors import RedressError, UnknownRequestError


def test_cause_and_remedy() -> None:
    assert str(RedressError("it is so", "do this")) == "it is so; do this"
    assert "redress list" in str(UnknownRequestError())

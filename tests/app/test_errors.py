"""Errors of the wiring say cause and remedy."""

from __future__ import annotations

from gatehouse.app.errors import DatabaseUnavailableError, SetupError


def test_an_error_says_its_cause_and_its_remedy() -> None:
    fault = DatabaseUnavailableError("no room on the disk", "free some")
    assert str(fault) == "no room on the disk; free some"
    assert (fault.cause, fault.remedy) == ("no room on the disk", "free some")


def test_there_is_one_tree() -> None:
    assert issubclass(DatabaseUnavailableError, SetupError)

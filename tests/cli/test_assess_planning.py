"""A visit from its plan on, by commands."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.usefixtures("found_in_altona")
def test_a_visit_waits_for_consent(run: Callable) -> None:
    planned = run("assess", "plan-visit", "X-AL", "2026", "focused", "--reason", "the list").out
    number = planned.split(":")[0].removeprefix("visit ")
    days = ("days", "--days", "2026-05-04..2026-05-08", "--reason", "agreed")
    assert "consent is not on record" in run("assess", "move-visit", number, *days).err
    asked = run("assess", "move-visit", number, "ask-consent", "--reason", "letter").out
    assert asked == f"visit {number}: consent-asked\n"
    assert run("assess", "consent", number, "--reference", "note 7").out == f"visit {number}: agreed\n"
    assert run("assess", "move-visit", number, *days).out == f"visit {number}: agreed\n"
    assert "ask-consent: letter" in run("assess", "visit", number, "--as", "state-focal-point").out
    assert run("assess", "visit", number, "--as", "committee-member").status == 2

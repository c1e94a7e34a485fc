"""Help asked for, offered and run, by commands."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.usefixtures("found_in_altona")
def test_help_waits_for_a_request(run: Callable) -> None:
    assert run("assess", "need", "X-AL", "borders", "Training.").out.startswith("need ")
    offer = ("--theme", "borders", "--text", "Experts.", "--until", "2099-12-31")
    assert run("assess", "offer", "ICAO", *offer).out.startswith("offer ")
    money = ("--money", "ICAO: 90000 USD", "--days", "2026-01-01..2026-12-31")
    assert "request" in run("assess", "project", "X-AL", "borders", "Pilot", *money, "--request", " ").err
    made = run("assess", "project", "X-AL", "borders", "Pilot", *money, "--request", "note 9").out
    project = made.split(":")[0].removeprefix("project ")
    assert run("assess", "move-project", project, "consult").out.startswith(f"project {project}: ")

"""What puts a criterion in force or takes it out on the shell is in the audit log, or is not done."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.app.database import URL_VARIABLE
from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.law import MODE_VARIABLE
from signed_in import entries

NAME = "criterion:cash-one-way/1"


@pytest.mark.usefixtures("database", "tried")
def test_only_the_approver_activates_and_answers_the_flags(run: Callable, folder: tuple) -> None:
    activate = ("criteria", "activate", "cash-one-way", 1, *folder, "--by")
    assert "approver alone" in run(*activate, "Otto Author").err
    assert "too small" in run(*activate, "Ada Approver").err
    result = run(*activate, "Ada Approver", "--despite", "a rehearsal")
    assert result.status == 0
    assert "is in force" in result.out
    assert [(one.subject, one.role) for one in entries("criterion.approved")] == [(NAME, "criteria-approver")]
    assert [one.actor.partition(":")[0] for one in entries("criterion.activated")] == ["operator"]
    (row,) = run("criteria", "register", "--json", *folder).json()
    assert (row["state"], row["by"], row["reason"]) == ("active", "Ada Approver", "a rehearsal")


@pytest.mark.usefixtures("database")
def test_without_a_trial_activation_is_refused(run: Callable, folder: tuple) -> None:
    result = run("criteria", "activate", "cash-one-way", 1, "--by", "Ada Approver", *folder)
    assert result.status == 2
    assert "never tried" in result.err


@pytest.mark.usefixtures("database", "tried")
def test_a_version_is_retired_with_its_reason(run: Callable, folder: tuple) -> None:
    retire = ("criteria", "retire", "cash-one-way", 1, "--by", "Ada", "--reason", "routes changed", *folder)
    assert run(*retire).status == 0
    assert run(*retire).status == 2
    assert [one.subject for one in entries("criterion.retired")] == [NAME]
    shown = run("criteria", "register", *folder).out
    assert "retired" in shown
    assert "routes changed" in shown


@pytest.mark.usefixtures("tried")
def test_without_a_log_nothing_is_done(run: Callable, folder: tuple, tmp_path: Path) -> None:
    known = {**os.environ, URL_VARIABLE: "postgresql://127.0.0.1:1/none", HOME_VARIABLE: str(tmp_path)}
    said = ["criteria", "retire", "cash-one-way", "1", "--by", "Ada", "--reason", "x", *map(str, folder)]
    program = [sys.executable, "-c", "from gatehouse.cli.main import main; main()", *said]
    done = subprocess.run(program, env=known, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "has to be in the audit log" in done.stderr
    assert run("criteria", "register", "--json", *folder).json()[0]["state"] == "shadow"


@pytest.mark.usefixtures("tried")
def test_in_live_mode_the_approver_signs_in(run: Callable, folder: tuple, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODE_VARIABLE, "live")
    result = run("criteria", "activate", "cash-one-way", 1, "--by", "Ada Approver", "--despite", "x", *folder)
    assert result.status == 2
    assert "use the pages" in result.err

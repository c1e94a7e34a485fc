"""A database that is not there, or too old, or goes away: status 1 and one line, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from django.db import OperationalError

from gatehouse.cli.console import Refused, Unavailable
from gatehouse.cli.stored import present, stored, tell_quarantined


def test_a_server_that_does_not_answer_is_status_1_and_starts_no_other(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": "postgresql://nobody:secret-word@127.0.0.1:1/none",
        "GATEHOUSE_HOME": str(tmp_path / "home"),
    }
    command = [sys.executable, "-c", "from gatehouse.cli import main; main()", "hits"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "DATABASE_URL" in result.stderr
    assert "secret-word" not in result.stderr
    assert not (tmp_path / "home" / "pg").exists()


def test_a_path_that_is_not_there_is_refused_and_the_others_are_given_back(tmp_path: Path) -> None:
    assert present([tmp_path]) == [tmp_path]
    with pytest.raises(Refused, match="none: no such file or folder"):
        present([tmp_path, tmp_path / "none"])


def test_what_was_quarantined_is_told_and_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    tell_quarantined([])
    with pytest.raises(typer.Exit) as leaving:
        tell_quarantined([("a.edi", "cut"), ("b.edi", "empty")])
    assert leaving.value.exit_code == 2
    assert capsys.readouterr().err.splitlines() == [
        "gatehouse: a.edi: quarantined: cut",
        "gatehouse: b.edi: quarantined: empty",
    ]


@pytest.mark.usefixtures("database")
def test_a_failure_in_the_middle_says_how_to_go_on() -> None:
    with pytest.raises(Unavailable, match="run the same command again"), stored():
        raise OperationalError("the connection is lost\nwith details")

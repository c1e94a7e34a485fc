"""A database that is not there, or too old, or goes away: status 1 and one line, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError

from gatehouse.cli.console import Unavailable
from gatehouse.cli.stored import stored


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


@pytest.mark.usefixtures("database")
def test_a_failure_in_the_middle_says_how_to_go_on() -> None:
    with pytest.raises(Unavailable, match="run the same command again"), stored():
        raise OperationalError("the connection is lost\nwith details")

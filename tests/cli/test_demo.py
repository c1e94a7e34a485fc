"""`gatehouse demo` from end to end, on a day small enough for a test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.safeguards.vocabulary import Role
from gatehouse.simulation import plan
from gatehouse.simulation.plan import Plan
from gatehouse.web.accounts.models import NO_PERSONS, Account
from served import get


@pytest.fixture(autouse=True)
def _small_day(database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    del database
    monkeypatch.setenv("GATEHOUSE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(plan, "demo_plan", lambda out: Plan(400, 12, 7, out, entries=60))


def test_a_day_and_the_day_after(run: Callable) -> None:
    first = run("demo")
    assert first.status == 0
    assert "this is day 1" in first.out
    assert "quarantined" in first.out
    assert "until a person decides" in first.out
    assert "What next" in first.out
    second = run("demo")
    assert second.status == 0
    assert "this is day 2" in second.out


def test_a_database_with_real_lists_is_refused(run: Callable, tmp_path: Path, list_csv: str) -> None:
    listed = tmp_path / "l.csv"
    listed.write_text(list_csv.replace("DEMO,", "NATIONAL,"))
    run("lists", "add", listed)
    result = run("demo")
    assert result.status == 2
    assert "NATIONAL" in result.err


def test_a_database_with_messages_is_refused(run: Callable, tmp_path: Path, paxlst: str) -> None:
    messages = tmp_path / "m.edi"
    messages.write_text(paxlst)
    run("ingest", messages)
    assert run("demo").status == 2


SERVED = """
import sys
from pathlib import Path
from gatehouse.simulation import plan
plan.demo_plan = lambda out: plan.Plan(60, 2, 7, out, entries=20)
from gatehouse.app import serving
serving.processes = lambda: 1
from gatehouse.cli import main
main()
"""
"""`gatehouse demo` with a day that is small enough for a test, served by one process."""
SECONDS_MAX = 120


def _answered(port: int) -> bool:
    try:
        return get(port, "/ready/")[0] == 200
    except OSError:
        return False


def test_it_ends_by_serving_and_stops_cleanly(server: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-c", SERVED, "demo", "--serve", "--port", str(port)]
    environment = os.environ | {"GATEHOUSE_HOME": str(server), "COLUMNS": "160"}
    demo = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True)
    until = time.monotonic() + SECONDS_MAX
    try:
        while demo.poll() is None and time.monotonic() < until and not _answered(port):
            time.sleep(0.2)
        assert get(port, "/sign-in/")[0] == 200
    finally:
        demo.terminate()
        said = demo.communicate(timeout=SECONDS_MAX)[0]
    assert demo.returncode == 0, said
    assert f"the workbench is at http://127.0.0.1:{port}/" in said
    accounts = [line.split() for line in said.splitlines() if line.strip().startswith("demo-")]
    assert {role for _name, _password, role in accounts} == {role for role in Role if role not in NO_PERSONS}
    for identifier, password, _role in accounts[:2]:
        assert Account.objects.get(identifier=identifier).check_password(password)
    with pytest.raises(ProcessLookupError):
        os.killpg(demo.pid, 0)
    assert not _answered(port)
    shutil.rmtree(server / "demo")

"""Several processes on one database: killed at any moment, nothing is lost or doubled, and lists are taken up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from gatehouse.screening import flow
from gatehouse.screening.intake import claims, receiving
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.screening.watchlists.store import add_list, newest_versions
from gatehouse.screening.workforce import Progress, Workforce
from gatehouse.terms.candidate import Candidate, Found
from stored_facts import emptied, stored_facts

pytestmark = pytest.mark.usefixtures("database")

HOST = """
import sys, time
from gatehouse.app.settings import setup
setup()
from gatehouse.screening.intake import claims
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.screening.workforce import Workforce
from gatehouse.terms.candidate import Candidate, Found
claims.CLAIMED_MAX = 3
def find_many(subjects):
    time.sleep(0.02)
    return [
        Found([Candidate("TEST", "E1", n, 0.9, True, ()) for n in s.names if n.endswith("ROEA")]) for s in subjects
    ]
def report(done):
    print(done.messages, flush=True)
force = Workforce(int(sys.argv[1]), report, lambda: ListsInForce(find_many))
done = force.run(until_done=True)
assert done.waiting == 0
print("replaced", done.replaced, flush=True)
"""
"""A host's `gatehouse work --once`, slow enough to be killed in the middle."""


def _find_many(subjects: list) -> list[Found]:
    return [Found([Candidate("TEST", "E1", n, 0.9, True, ()) for n in s.names if n.endswith("ROEA")]) for s in subjects]


@pytest.fixture
def arrived(paxlst: Callable, person: Callable, tmp_path: Path) -> Path:
    """Five messages about each of six flights, each in a file of its own, so that their order matters across files."""
    folder = tmp_path / "arrived"
    folder.mkdir()
    for flight in range(6):
        people = [person(f"ROE{chr(65 + n)}/ANN", f"8{flight}0101", f"P{flight}{n:03d}") for n in range(12)]
        number = f"ZZ{flight + 1}"
        steps = [
            paxlst(people, control="A", flight=number),
            paxlst([person(f"ROEA/ANNA{flight}", f"8{flight}0101", f"P{flight}000")], control="B", flight=number),
            paxlst(people[3:5], control="C", flight=number, part="2:F"),
            paxlst(people[:3], control="D", flight=number, part="1:C"),
            paxlst(people[:9], control="E", flight=number, code=("266", "CLOB")),
        ]
        for step, content in enumerate(steps):
            (folder / f"{step}-{flight}.edi").write_bytes(content)
    (folder / "bad.edi").write_bytes(b"UNB+UNOA:4+A+B+210513:0900+1" + b"A" * 300_000)
    return folder


@pytest.fixture
def expected(arrived: Path) -> dict[str, list[tuple[object, ...]]]:
    """What one undisturbed run stores; afterwards the files are only received."""
    flow.ingest([arrived], lambda _: None, ListsInForce(_find_many))
    facts = stored_facts()
    assert facts["hits"]
    emptied()
    for path in flow.files_of([arrived]):
        receiving.receive(path, "file")
    return facts


def _host(workers: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOST, str(workers)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize("left", [28, 16, 6])
def test_a_host_that_is_killed_is_replaced_by_another(expected: dict, left: int) -> None:
    hosts = [_host(1), _host(1)]
    _wait_for(lambda: claims.unfinished_count() <= left)
    os.killpg(hosts[0].pid, signal.SIGKILL)
    assert hosts[1].wait(120) == 0
    assert hosts[0].wait() == -signal.SIGKILL
    for host in hosts:
        host.stdout.close()
    assert stored_facts() == expected


def test_a_worker_that_is_killed_is_replaced_by_its_host(expected: dict) -> None:
    host = _host(2)
    _wait_for(lambda: claims.unfinished_count() <= 25)
    victim = psutil.Process(host.pid).children()[0]
    victim.kill()
    said, _ = host.communicate(timeout=120)
    assert host.returncode == 0
    assert said.split()[-1] == "1", "one worker was replaced"
    assert stored_facts() == expected


def test_four_workers_on_two_hosts_do_each_thing_once(expected: dict) -> None:
    hosts = [_host(2), _host(2)]
    assert [host.wait(120) for host in hosts] == [0, 0]
    for host in hosts:
        host.stdout.close()
    assert stored_facts() == expected


def test_a_newer_list_is_taken_up_while_working(arrived: Path, tmp_path: Path) -> None:
    first = tmp_path / "l.csv"
    first.write_text("list,entry_id,name\nL,1,Boris Fiktivov\n")

    def report(done: Progress) -> None:
        if done.lists_loaded == 1 and not newest_versions():
            add_list(read_list(first), first)
            for path in flow.files_of([arrived])[:3]:
                receiving.receive(path, "file")
        elif done.lists_loaded == 2 and not done.waiting:
            force.leave()

    force = Workforce(1, report, lambda: ListsInForce(_find_many, newest_versions()))
    done = force.run(until_done=False)
    assert done.lists_loaded == 2
    assert (done.messages, done.waiting) == (3, 0)

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
from django.db import connection, transaction

from gatehouse.screening import flow
from gatehouse.screening.intake import claims, receiving
from gatehouse.screening.intake.models import Transmission
from gatehouse.screening.lists_in_force import ListsInForce
from gatehouse.screening.watchlists.models import WatchList
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.screening.watchlists.store import add_list, newest_versions
from gatehouse.screening.workforce import Duties, Progress, Workforce
from gatehouse.terms.candidate import Candidate, Found
from gatehouse.work.kinds import Kind, kinds
from gatehouse.work.models import Trouble
from gatehouse.work.putting import put, waiting_count
from gatehouse.work.trying import Task
from signed_in import entries
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
from gatehouse.work import rescuing, serving
claims.CLAIMED_MAX = 3
serving.HEARTBEAT_SECONDS, rescuing.SILENT_SECONDS = 1, 4
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


def _slowly(subjects: list) -> list[Found]:
    time.sleep(0.5)
    return _find_many(subjects)


def _is_the_victim(subjects: list) -> bool:
    return any("ANNA3" in name for subject in subjects for name in subject.names)


def _failing(subjects: list) -> list[Found]:
    assert_no_name = len(subjects) // (0 if _is_the_victim(subjects) else 1)
    assert assert_no_name == len(subjects)
    return _find_many(subjects)


def _first_time() -> bool:
    path = Path(os.environ["ONCE"])
    return not path.exists() and path.write_text("") == 0


def _failing_once(subjects: list) -> list[Found]:
    if _is_the_victim(subjects) and _first_time():
        raise RuntimeError(f"a name that must not be told: {subjects[0].names}")
    return _find_many(subjects)


def _killing(subjects: list) -> list[Found]:
    if _is_the_victim(subjects) and _first_time():
        os.kill(os.getpid(), signal.SIGKILL)
    return _find_many(subjects)


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


def test_readers_leave_when_the_law_lets_nobody_be_screened_any_more(
    expected: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    del expected
    monkeypatch.setattr(claims, "CLAIMED_MAX", 1)
    answers = iter([True, True, True])
    force = Workforce(1, lambda _: None, lambda: ListsInForce(_slowly), Duties({}, lambda: next(answers, False)))
    done = force.run(until_done=True)
    assert 0 < done.waiting < 31
    assert done.workers == 0


def test_a_file_on_which_the_work_fails_each_time_is_given_up_and_holds_nobody_up(
    expected: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = Transmission.objects.get(name="1-3.edi")
    monkeypatch.setattr(Kind, "wait_seconds", lambda _, tries: 0 if tries < 3 else None)
    done = Workforce(2, lambda _: None, lambda: ListsInForce(_failing)).run(until_done=True)
    assert (done.waiting, done.replaced) == (0, 0)
    victim.refresh_from_db()
    assert victim.state == Transmission.State.FAILED
    assert victim.error == "ZeroDivisionError at screening/workers.py:" + victim.error.rpartition(":")[2]
    trouble = Trouble.objects.get()
    assert (trouble.kind, trouble.number, trouble.tries, trouble.state) == ("read", victim.id, 3, "given-up")
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text, args FROM procrastinate_jobs")
        assert cursor.fetchall() == [("failed", f'{{"number": {victim.id}}}')]
    assert [one.subject for one in entries("work.exhausted")] == [f"job:{trouble.job}"]
    stored = stored_facts()
    assert any("ANNA3" in str(record) for record in expected["records"])
    assert not any("ANNA3" in str(record) for record in stored["records"])
    others = [[fact for fact in facts["travellers"] if not fact[0].startswith("ZZ|4|")] for facts in (expected, stored)]
    assert others[0] == others[1] != []


@pytest.mark.parametrize("fails", [_killing, _failing_once])
def test_a_file_on_which_the_work_fails_once_is_stored_all_the_same(
    expected: dict, monkeypatch: pytest.MonkeyPatch, fails: Callable, tmp_path: Path
) -> None:
    monkeypatch.setattr(Kind, "wait_seconds", lambda *_: 0)
    monkeypatch.setenv("ONCE", str(tmp_path / "once"))
    done = Workforce(2, lambda _: None, lambda: ListsInForce(fails)).run(until_done=True)
    assert done.waiting == 0
    assert stored_facts() == expected
    assert not Trouble.objects.exists()


def test_what_takes_long_does_not_hold_up_the_rest_of_the_upkeep(tmp_path: Path) -> None:
    done = tmp_path / "done"

    def long(_: int | None) -> None:
        deadline = time.monotonic() + 60
        while not done.exists():
            assert time.monotonic() < deadline, "the rest waits behind what takes long"
            time.sleep(0.05)

    put("criteria-trials", 1)
    put("late-parts", 2)
    acts = {"criteria-trials": long, "late-parts": lambda _: done.write_text("")}
    duties = Duties({name: Task(kinds()[name], act) for name, act in acts.items()}, lambda: True)
    Workforce(1, lambda _: None, lambda: ListsInForce(_find_many), duties).run(until_done=True)
    assert done.exists()
    assert waiting_count(acts) == 0


def test_a_clerk_that_is_killed_in_the_middle_of_upkeep_leaves_nothing_half_done(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Kind, "wait_seconds", lambda *_: 0)
    monkeypatch.setenv("ONCE", str(tmp_path / "once"))

    def act(number: int | None) -> None:
        with transaction.atomic():
            WatchList.objects.create(name=f"HALF-{number}")
            if _first_time():
                os.kill(os.getpid(), signal.SIGKILL)
            WatchList.objects.create(name=f"WHOLE-{number}")

    put("rescreen", 5, 6)
    duties = Duties({"rescreen": Task(kinds()["rescreen"], act)}, lambda: True)
    done = Workforce(1, lambda _: None, lambda: ListsInForce(_find_many), duties).run(until_done=True)
    assert done.replaced == 1
    assert sorted(WatchList.objects.values_list("name", flat=True)) == ["HALF-5", "HALF-6", "WHOLE-5", "WHOLE-6"]
    assert not Trouble.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)

"""Killed at any line, a run that erases leaves people whole or gone, files whole or forgotten, and a true log."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SECONDS_MAX = 400
PROGRAM = """
import os, signal, sys, time
NAME = "killed at a line"
os.environ["PGAPPNAME"] = NAME
from gatehouse.app.settings import setup
setup()
from django.db import connection
from gatehouse.audit import log
from gatehouse.audit.entry import decoded
from gatehouse.retention import flight_steps
from gatehouse.retention.running import run
from gatehouse.screening.intake.models import RawChunk, Transmission
from gatehouse.screening.travellers.models import Traveller, TravellerRecord
from kept_people import AS_OF, IDENTITY, flight, law_of, person
from stored_log import codes, report

STRIDE = int(sys.argv[1])
flight_steps.OWNERS_AT_ONCE = 2
law_of()
WATCHED = ("retention/running.py", "retention/flight_steps.py", "retention/day_steps.py", "retention/owned_rows.py",
           "retention/vault.py", "retention/steps.py", "intake/forgetting.py", "db/transaction.py")

def killed_at(line):
    passed = 0
    def trace(frame, event, argument):
        nonlocal passed
        if not frame.f_code.co_filename.endswith(WATCHED):
            return None
        if event == "line":
            passed += 1
            if passed == line:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace
    sys.settrace(trace)

def wait_for_the_dead():
    with connection.cursor() as cursor:
        others = 1
        while others:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name = %s", [NAME]
            )
            (others,) = cursor.fetchone()
            time.sleep(0.001)

def erased_in_log():
    told = [decoded(leaf) for _, leaf in log.leaves(0, log.size())]
    return sum(dict(entry.details).get("travellers", 0) for entry in told if entry.act == "retention.erased")

def wrong_now():
    if any(TravellerRecord.objects.filter(traveller=who).count() != 2 for who in Traveller.objects.all()):
        return "half erased"
    for file in Transmission.objects.all():
        if RawChunk.objects.filter(transmission=file).exists() == (file.erased_at is not None):
            return "a file half forgotten"
    if made - Traveller.objects.count() != erased_in_log():
        return "the log says other than the tables"
    return codes(report()) not in ([], ["never-signed"]) and "the log is not true"

leg = flight("2026-05-01")
connection.close()
line, died, wrong, status, made = 0, 0, [], 1, 0
while True:
    line += STRIDE
    for turn in range(3 - Traveller.objects.count()):
        person(leg, f"ROE{line}x{turn}")
        made += 1
    connection.close()
    child = os.fork()
    if not child:
        killed_at(line)
        run(AS_OF.replace(year=2036), IDENTITY, lambda: None, lambda _: None)
        sys.settrace(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    wait_for_the_dead()
    if fault := wrong_now():
        wrong.append((line, fault))
    connection.close()
    if not os.WIFSIGNALED(status):
        break
    died += 1
print(died, status, Traveller.objects.count() + RawChunk.objects.count(), wrong)
"""


@pytest.mark.parametrize("stride", [89])
def test_killed_at_many_lines_nobody_is_half_erased_and_no_file_half_forgotten(database: Path, stride: int) -> None:
    paths = [str(Path(__file__).parents[1]), *sys.path]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "GATEHOUSE_HOME": str(database)}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(stride)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS_MAX,
    )
    assert ran.stderr == ""
    died, status, left, wrong = ran.stdout.split(maxsplit=3)
    assert (status, left, wrong.strip()) == ("0", "0", "[]")
    assert int(died) > 8, "a run goes through many lines, and the program died at one in so many"

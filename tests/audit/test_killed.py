"""A process killed at any line of recording or signing leaves a true log, and acts only with their entries.

A real program forks a child for each line that the acts go through, kills it there with SIGKILL, and looks at what the
database holds afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SECONDS_MAX = 300
PROGRAM = '''
import os, signal, sys, time
NAME = "killed at a line"
os.environ["PGAPPNAME"] = NAME
from gatehouse.app.settings import setup
setup()
from django.db import connection, transaction
from gatehouse.audit import log
from gatehouse.screening.watchlists.models import WatchList
from stored_log import codes, entries, report, sign

def act(turn):
    """An act with its entries, then a checkpoint."""
    with transaction.atomic():
        WatchList.objects.create(name=str(turn))
        log.record(entries(3, first=turn))
    sign()

def killed_at(line):
    """Trace the lines of the log's own code, and of transactions, and die at that one."""
    passed = 0
    def trace(frame, event, argument):
        nonlocal passed
        if not frame.f_code.co_filename.endswith(("audit/log.py", "audit/keeping.py", "db/transaction.py")):
            return None
        if event == "line":
            passed += 1
            if passed == line:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace
    sys.settrace(trace)

def wait_for_the_dead():
    """The killed program's session ends a moment after it, with or without its commit."""
    with connection.cursor() as cursor:
        others = 1
        while others:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name = %s", [NAME]
            )
            (others,) = cursor.fetchone()
            time.sleep(0.001)

connection.close()
line, wrong, died = 0, [], 0
while True:
    line += 1
    child = os.fork()
    if not child:
        killed_at(line)
        act(line)
        sys.settrace(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    wait_for_the_dead()
    found, acts, end = report(), WatchList.objects.count(), log.size()
    if codes(found) not in ([], ["never-signed"]) or end != 3 * acts or log.left_waiting() or found.size != end:
        wrong.append((line, codes(found), acts, end))
    sign()  # so that the next one has as few entries to sign, and passes as many lines
    connection.close()
    if not os.WIFSIGNALED(status):
        break
    died += 1
print(died, status, wrong)
'''


def _run(home: Path) -> list[str]:
    paths = [str(Path(__file__).parents[1]), *sys.path]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "GATEHOUSE_HOME": str(home)}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS_MAX,
    )
    assert ran.stderr == ""
    return ran.stdout.split(maxsplit=2)


def test_killed_at_any_line_the_log_is_true(database: Path) -> None:
    died, status, wrong = _run(database)
    assert (status, wrong.strip()) == ("0", "[]")
    assert int(died) > 50, "the acts go through many lines, and the program died at each"

"""Programs that are killed at their lines: what the program uses, and what runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

NAME = "killed at a line"
"""The name that the program's sessions have in the database; set `PGAPPNAME` to it before the first one."""
SECONDS_MAX = 400


def killed(
    act: Callable[[int], object], watched: tuple[str, ...], stride: int = 1, before: Callable[[int], object] = int
) -> Iterator[tuple[int, int]]:
    """Fork a child for each line (or each `stride`-th) of the `watched` files that `act` goes through; kill it there.

    `before` is called in the parent, then `act` in the child, both with the number of the line. What is given is that
    number and how the child ended, once the database knows that it is gone. The last one lived to its end.
    """
    from django.db import connection

    line, status = 0, signal.SIGKILL.value
    while os.WIFSIGNALED(status):
        line += stride
        before(line)
        connection.close()
        child = os.fork()
        if not child:
            _die_at(line, watched)
            act(line)
            sys.settrace(None)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        _wait_for_the_dead()
        yield line, status
        connection.close()


def _die_at(line: int, watched: tuple[str, ...]) -> None:
    passed = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal passed
        if not frame.f_code.co_filename.endswith(watched):
            return None
        if event == "line":
            passed += 1
            if passed == line:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def _wait_for_the_dead() -> None:
    """The killed program's session ends a moment after it, with or without its commit."""
    from django.db import connection

    with connection.cursor() as cursor:
        others = 1
        while others:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name = %s",
                [NAME],
            )
            (others,) = cursor.fetchone()
            time.sleep(0.001)


def printed(program: str, home: Path, *arguments: str) -> str:
    """What a program of its own prints, which sees the helpers of the tests and the database of this home."""
    paths = [str(Path(__file__).parent), *sys.path]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(paths),
        "GATEHOUSE_HOME": str(home),
        "PGAPPNAME": NAME,
    }
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS_MAX,
    )
    assert ran.stderr == ""
    return ran.stdout

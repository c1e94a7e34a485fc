"""What is done before tests that several processes share: kernels are compiled once, and tests without them come first.

On a new machine the kernels take more than a minute of a processor, and each process of `pytest -n` compiled them for
itself. Now one more process compiles them, while those begin with the tests of rooms that need none.
"""

from __future__ import annotations

import fcntl
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import numba
import pytest

from gatehouse.names.compiled import is_cold

TESTS = Path(__file__).parent
COMPILING = Path(numba.config.CACHE_DIR) / "tests.lock"  # type: ignore[attr-defined]  # made by numba at import
"""Locked as long as the kernels are being compiled."""
WITHOUT_KERNELS = ("assessment", "audit", "edifact", "mrz", "safeguards", "terms", "web/assessment", "web/wording")
"""Rooms whose tests compare nobody: they are run first, and wait for nothing."""
WAIT_SECONDS_MAX = 240
"""Less than half of what a test may take."""


def compile_beside(config: pytest.Config) -> None:
    """Begin to compile, where several processes are about to test and nothing is compiled on this machine."""
    if not config.getoption("numprocesses", None) or not is_cold():
        return
    COMPILING.parent.mkdir(parents=True, exist_ok=True)
    with COMPILING.open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        # The lock goes over to the program with the open file, and ends with it, however it ends.
        subprocess.Popen([sys.executable, __file__], pass_fds=[held.fileno()], stdout=subprocess.DEVNULL)


def needs_kernels(path: Path) -> bool:
    """Whether a test of this file may compare somebody."""
    rooms = path.relative_to(TESTS).parts[:-1]
    return "/".join(rooms[:2]) not in WITHOUT_KERNELS and "/".join(rooms[:1]) not in WITHOUT_KERNELS


@cache
def wait_for_kernels() -> None:
    """Wait until nobody compiles any more; once in a process. Where that takes long, the test compiles for itself."""
    if not COMPILING.exists():
        return
    with COMPILING.open("rb") as held:
        for _ in range(WAIT_SECONDS_MAX):
            try:
                fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(1)
            else:
                return


def compile_all() -> None:
    """Compare a traveller with a list, and a list with a traveller who is stored."""
    from gatehouse.screening.matching.held_names import Statement, hold
    from gatehouse.screening.matching.held_search import Listed, worth_screening
    from gatehouse.screening.matching.screener import Screener
    from gatehouse.terms.candidate import Subject
    from gatehouse.terms.entry import ListedName, ListEntry

    listed = [ListEntry("TEST", "1", (ListedName("Jocelyn Thistlewood"),))]
    Screener(listed).warm()
    stored = hold([Statement(1, 1, Subject(("JOCELYN THISTLEWOOD",)))], lambda _: None, processes=1)
    worth_screening(stored, Listed(listed, 0.5))


if __name__ == "__main__":
    compile_all()

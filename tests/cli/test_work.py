"""`gatehouse work`: what was received is screened and stored, and the process leaves when it is told to."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.cli.work import in_words
from gatehouse.screening.intake import claims
from gatehouse.screening.workforce import Progress

pytestmark = pytest.mark.usefixtures("database")

COMMAND = "from gatehouse.cli import main; main()"


@pytest.fixture
def received(run: Callable, incoming: Path) -> Path:
    """What was received: a good file and one that cannot be read."""
    (incoming / "junk.edi").write_bytes(b"UNB+UNOA:4+A+B+210513:0900+1" + b"A" * 300_000)
    run("receive", incoming)
    return incoming


def test_once_leaves_when_all_is_done(run: Callable, received: Path) -> None:
    del received
    result = run("work", "--once", "--workers", 2)
    assert result.status == 2
    assert "1 messages, 2 travellers, 1 new hits; 0 transmissions unfinished" in result.out
    assert "junk.edi: quarantined" in result.err
    assert "1 open hits" in run("hits").out
    again = run("work", "--once", "--workers", 1)
    assert (again.status, "0 messages" in again.out) == (0, True)


def test_told_to_stop_it_leaves_in_order(received: Path) -> None:
    del received
    child = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "work", "--workers", "1"], stdout=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 120
    while claims.unfinished_count() and time.monotonic() < deadline:
        time.sleep(0.05)
    child.send_signal(signal.SIGTERM)
    said, _ = child.communicate(timeout=120)
    assert child.returncode == 2, "a file was quarantined"
    assert "1 messages, 2 travellers, 1 new hits" in said


def test_how_far_the_work_is_is_said_in_words() -> None:
    done = Progress(workers=2, messages=3, travellers=200, hits=1, waiting=4, replaced=1)
    assert in_words(done) == (
        "2 workers at work; 3 messages, 200 travellers, 1 new hits; 4 transmissions unfinished;"
        " 1 workers that died were replaced"
    )
    assert in_words(Progress(left_out=2)).endswith("; 2 searches left something out")

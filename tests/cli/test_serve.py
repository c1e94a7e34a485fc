"""`gatehouse serve` refuses what it cannot do, before it starts anything."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable


def test_an_address_in_use_is_refused(run: Callable) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = run("serve", "--port", taken.getsockname()[1])
    assert refused.status == 2
    assert "another --port" in refused.err


def test_live_mode_says_what_it_needs() -> None:
    environment = {**os.environ, "GATEHOUSE_MODE": "live"}
    for name in ("GATEHOUSE_HOSTS", "GATEHOUSE_PROXIES"):
        environment.pop(name, None)
    ran = subprocess.run(
        [sys.executable, "-c", "from gatehouse.cli.main import main; main()", "serve"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "GATEHOUSE_HOSTS" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1

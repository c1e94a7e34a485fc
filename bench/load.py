"""Fifty analysts at the queue of a large database, against the workbench in production form: the p95 of each page.

    python bench/load.py --home FOLDER [--travellers 5000000] [--waiting 20000] [--analysts 50] [--minutes 3]

The first run plays a demonstration's day in the folder and lays it down again until there are so many travellers
(`many_travellers.py`); a run that was stopped goes on, and a later one measures at once. Then `gatehouse serve` runs as
in production, and each analyst, in a session of their own, opens the queue, narrows it, reads a hit, looks at the
segments behind a field, and decides, waiting a few seconds like somebody who reads (`--think`). What is printed is how
long each answer took as the analyst's side saw it, with what the driver itself costs on the same machine.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import analyst_at_work
from gatehouse.app.home import HOME_VARIABLE
from many_travellers import multiply

MAIN = [sys.executable, "-c", "from gatehouse.cli import main; main()"]
UNIT = "DEMO-1"
WANTED_MS = 300
SECONDS_TO_START = 600


def main() -> None:
    """Fill, serve, work, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--home", type=Path, required=True)
    for name, usual in (("travellers", 5_000_000), ("waiting", 20_000), ("analysts", 50), ("workers", 0)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--think", type=float, default=8, help="seconds between two pages, on average")
    parser.add_argument("--fill-only", action="store_true")
    given = parser.parse_args()
    os.environ[HOME_VARIABLE] = str(given.home.resolve())
    if not (given.home / "demo").is_dir():
        subprocess.run([*MAIN, "demo", "--no-serve"], check=True)
    fill(given.travellers, given.waiting)
    if given.fill_only:
        return
    people = accounts(given.analysts)
    with served(given.workers) as port:
        took = work(port, people, given.minutes * 60, given.think)
    show(took, given)


def fill(travellers: int, waiting: int) -> None:
    """As many travellers and waiting hits as are wanted."""
    from gatehouse.app.settings import migrate, setup

    setup()
    migrate()
    began = time.perf_counter()
    for copy, copies in multiply(travellers, waiting):
        print(f"copy {copy} of {copies}, {time.perf_counter() - began:.0f} s", flush=True)


def accounts(count: int) -> list[tuple[str, str]]:
    """So many analysts, each with a password; whoever was made by an earlier run gets a new one."""
    from gatehouse.app.web import setup_web

    setup_web(serving=False)
    from django.db import transaction

    from gatehouse.app.demo_accounts import BY
    from gatehouse.safeguards.vocabulary import Role
    from gatehouse.web.accounts import managing
    from gatehouse.web.accounts.models import Account

    made = []
    with transaction.atomic():
        for number in range(1, count + 1):
            name = f"bench-{number}"
            account = Account.objects.filter(identifier=name).first()
            if account is None:
                account, password = managing.make(BY, name, f"Bench {number}", UNIT)
                managing.give_role(BY, account, Role.ANALYST)
            else:
                password = managing.reset_password(BY, account)
            made.append((name, password))
        Account.objects.filter(identifier__startswith="bench-").update(must_change_password=False)
    return made


@contextmanager
def served(workers: int) -> Iterator[int]:
    """The port at which `gatehouse serve` answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen([*MAIN, "serve", "--port", str(port), "--workers", str(workers)])
    try:
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/ready/"):
                    break
            except OSError:
                time.sleep(0.5)
        yield port
    finally:
        process.terminate()
        process.wait()


def work(port: int, people: list[tuple[str, str]], seconds: float, think: float) -> dict[str, list[float]]:
    """Everybody works for so many seconds; how long each answer took, by the kind of page."""
    took: dict[str, list[float]] = defaultdict(list)
    signed = [analyst_at_work.Analyst(port, name, password, took) for name, password in people]
    for one in signed:
        one.sign_in()
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=one.work, args=(until, think, random.Random(number)))
        for number, one in enumerate(signed)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


def show(took: dict[str, list[float]], given: argparse.Namespace) -> None:
    """The table."""
    pages = sum(len(times) for page, times in took.items() if page != "sign in")
    print(f"{given.analysts} analysts, {given.minutes:g} minutes, {pages:,} answers, {os.cpu_count()} processors")
    print(f"{'':<24}{'answers':>8}{'p50':>9}{'p95':>9}{'worst':>9}   (wanted: p95 under {WANTED_MS} ms)")
    for page, times in took.items():
        times.sort()
        at = [statistics.median(times), times[int(len(times) * 0.95)], times[-1]]
        print(f"{page:<24}{len(times):>8,}" + "".join(f"{ms:6.0f} ms" for ms in at))


if __name__ == "__main__":
    main()

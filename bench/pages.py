"""Server time and weight of every page of the workbench on a demonstration, against 300 ms and 150 kB.

    python bench/pages.py [--home FOLDER] [--rounds 7]

The folder holds a demonstration (`gatehouse demo --no-serve`, `gatehouse assess demo`); without one both are played
in a temporary folder first. Each demonstration account goes from the start page along every link, twice at most to each
kind of page, in each purpose of its role and with a reference stated. A page is then asked for `--rounds` times in this
process, through all of the middleware: its median and 95th percentile are what the server takes, without the network.
Printed besides: the processor time of this process alone, which is steadier on a busy machine; how many statements the
database was asked; pages that failed; and URLs that no link led to.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from gatehouse.app.home import HOME_VARIABLE

MAIN = [sys.executable, "-c", "from gatehouse.cli import main; main()"]
WANTED_MS, WANTED_BYTES = 300, 150_000
EACH = 2
"""So many addresses of one kind of page are looked at in each sitting."""
REFERENCE = "BENCH-1"
LINK = re.compile(r'(?:href|src)="([^"#]+)')
SKIPPED = ("account_logout", "language")
"""Pages that a look would change something with."""


class Looked(NamedTuple):
    """A page that was asked for: `took` by the clock and `own` of this process, in milliseconds of each round."""

    who: str
    address: str
    took: list[float]
    own: list[float]
    weight: int
    statements: int
    status: int

    @property
    def p95(self) -> float:
        """The 95th percentile, which of few rounds is the worst but one in twenty."""
        return sorted(self.took)[min(len(self.took) - 1, int(len(self.took) * 0.95))]


def main() -> None:
    """Go along every link, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--home", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder) / "home"
        os.environ[HOME_VARIABLE] = str(home.resolve())
        if not (home / "demo").is_dir():
            for command in (["demo", "--no-serve"], ["assess", "demo"]):
                subprocess.run([*MAIN, *command], check=True, stdout=subprocess.DEVNULL)
        show(list(looked_at(given.rounds)))


def looked_at(rounds: int) -> Iterator[tuple[str, Looked]]:
    """Every page that some demonstration account comes to, with the name of its URL."""
    from gatehouse.app.collector import unhurried
    from gatehouse.app.serving import made_ready
    from gatehouse.app.settings import migrate

    made_ready()
    migrate()
    unhurried()
    from gatehouse.app.demo_accounts import renewed
    from gatehouse.safeguards.vocabulary import Role
    from gatehouse.web.accounts.models import Account
    from gatehouse.web.law import law, purposes_of

    for one in renewed():
        account = Account.objects.get(identifier=one.identifier)
        for purpose in purposes_of(Role(one.role), law().profile):
            yield from sat(account, purpose.code, rounds)


def sat(account: object, purpose: str, rounds: int) -> Iterator[tuple[str, Looked]]:
    """What one account comes to in one sitting, breadth first."""
    from django.test import Client
    from django.urls import Resolver404, resolve

    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    session = client.session
    session.update({"purpose": purpose, "reference": REFERENCE})
    session.save()
    waiting, seen, counted = ["/"], {"/"}, defaultdict(int)
    while waiting:
        address = waiting.pop(0)
        try:
            name = resolve(urlsplit(address).path).url_name or ""
        except Resolver404:
            continue
        if name in SKIPPED or counted[name] >= EACH:
            continue
        counted[name] += 1
        looked, body = look(client, f"{account.identifier}, {purpose}", address, rounds)
        yield name, looked
        for link in LINK.findall(body):
            to = urljoin(address, unescape(link))
            if to.startswith("/") and not to.startswith(("//", "/static/")) and to not in seen:
                seen.add(to)
                waiting.append(to)


def look(client: object, who: str, address: str, rounds: int) -> tuple[Looked, str]:
    """Ask once for what it says and how many statements it takes, then for how long it takes."""
    from django.db import connection

    asked: list[str] = []

    def counted(execute: Callable[..., object], statement: str, *rest: object) -> object:
        asked.append(statement)
        return execute(statement, *rest)

    with connection.execute_wrapper(counted):
        answer = client.get(address)
    is_text = answer.get("Content-Type", "").startswith("text/html")
    weight = len(b"".join(answer)) if answer.streaming else len(answer.content)
    body = answer.content.decode() if is_text and not answer.streaming else ""
    times = [timed(client, address) for _ in range(rounds if answer.status_code == 200 else 1)]
    took, own = ([*of_each] for of_each in zip(*times, strict=True))
    return Looked(who, address, took, own, weight if is_text else 0, len(asked), answer.status_code), body


def timed(client: object, address: str) -> tuple[float, float]:
    """Milliseconds of one answer, read to its end: by the clock, and of this process' own work."""
    began, worked = time.perf_counter(), time.process_time()
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer)
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def show(found: list[tuple[str, Looked]]) -> None:
    """The worst look at each kind of page, the failures, and what nobody came to."""
    worst: dict[str, Looked] = {}
    for name, one in found:
        if one.status == 200 and (name not in worst or one.p95 > worst[name].p95):
            worst[name] = one
    heaviest: dict[str, int] = defaultdict(int)
    for name, one in found:
        heaviest[name] = max(heaviest[name], one.weight)
    print(f"{'page':<28}{'p50':>8}{'p95':>9}{'own p50':>10}{'weight':>11}{'asked':>7}   worst for")
    for name, one in sorted(worst.items(), key=lambda pair: -pair[1].p95):
        misses = ["slow"] * (one.p95 > WANTED_MS) + ["heavy"] * (heaviest[name] > WANTED_BYTES)
        told = f"{statistics.median(one.took):5.0f} ms{one.p95:6.0f} ms{statistics.median(one.own):7.0f} ms"
        told += f"{heaviest[name] / 1000:8.1f} kB"
        print(f"{name:<28}{told}{one.statements:>7}   {one.address} ({one.who}) {' '.join(misses)}")
    for name, one in found:
        if one.status >= 500 or (one.status == 404 and one.address.endswith("/")):
            print(f"FAILED {one.status} {name} {one.address} ({one.who})")
    print(
        f"{len(worst)} kinds of pages, {len(found)} looks; wanted: p95 under {WANTED_MS} ms, {WANTED_BYTES // 1000} kB"
    )
    unseen = sorted(set(named()) - set(worst))
    print("no link led to: " + ", ".join(unseen))


def named() -> Iterator[str]:
    """The names of all URLs that a reader can ask for."""
    from django.urls import get_resolver

    from gatehouse.web.door import door_of

    def walk(patterns: list) -> Iterator[str]:
        for one in patterns:
            if hasattr(one, "url_patterns"):
                yield from walk(one.url_patterns)
            elif (door := door_of(one.callback)) and "GET" in door.methods and one.name:
                yield one.name

    yield from walk(get_resolver().url_patterns)


if __name__ == "__main__":
    main()

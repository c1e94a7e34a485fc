"""Measure the audit log: entries recorded, signed, verified and exported, on the embedded PostgreSQL.

Prints entries per second recorded in batches and one to a transaction, seconds for a checkpoint and for verifying,
scaled to a million entries, and how much memory verifying took beyond what the process held before.
Usage: python bench/audit.py [--entries N] [--batch N] [--single N]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.settings import migrate, setup
from gatehouse.audit.entry import Decision, Entry
from gatehouse.audit.key_files import Keys
from gatehouse.audit.signing import PrivateKey

WANTED_PER_SECOND = 5_000
MILLION = 1_000_000
MEGABYTE = 1 << 20
SUBJECTS = 100_000


def main() -> None:
    """Set up, record, sign, verify, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=MILLION)
    parser.add_argument("--batch", type=int, default=1_000)
    parser.add_argument("--single", type=int, default=2_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        os.environ[HOME_VARIABLE] = f"{folder}/home"
        setup()
        migrate()
        record_all(given.entries, given.batch, given.single)
        measure(Path(folder, "log.jsonl"), given.entries + given.single)


def entries(count: int) -> Iterator[Entry]:
    """Entries as opening travellers' records makes them."""
    for number in range(count):
        yield Entry(
            actor=f"account:{number % 300}",
            role="analyst",
            act="traveller.opened",
            subject=f"traveller:{number % SUBJECTS}",
            purpose="border-screening",
            decision=Decision.ALLOWED,
            reason="annex-9/9.34",
            at=dt.datetime.now(dt.UTC),
        )


def record_all(count: int, batch: int, single: int) -> None:
    """Record `count` entries in batches and `single` more, each in its own transaction; print the rates."""
    from django.db import transaction

    from gatehouse.audit import log

    def recorded(size: int, whole: int) -> None:
        made = entries(whole)
        for _ in range(0, whole, size):
            with transaction.atomic():
                log.record([one for _, one in zip(range(size), made, strict=False)])

    seconds = timed(lambda: recorded(batch, count))
    print(
        f"{'recorded in batches':<28}{count / seconds.clock:10,.0f} entries/s, {batch} to a transaction (wanted: 5,000)"
    )
    seconds = timed(lambda: recorded(1, single))
    print(f"{'recorded one by one':<28}{single / seconds.clock:10,.0f} entries/s, each committed to disk by itself")


def measure(export: Path, count: int) -> None:
    """Sign, verify and export the log, and print how long each took."""
    from django.db import connection

    from gatehouse.audit import export as export_file
    from gatehouse.audit import keeping, log
    from gatehouse.audit.verify import verified, verified_export

    key, overseer = PrivateKey.made("bench/log"), PrivateKey.made("bench/overseer")
    keys = Keys((key.public(),), (overseer.public(),))
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    per_million("checkpoint", count, timed(lambda: keeping.sign(key, keys, now, silent)))
    keeping.take(keeping.sign(key, keys, now, silent).signed_by(overseer), keys)
    held = psutil.Process().memory_info().rss
    reports = []
    per_million("read, database", count, timed(lambda: deque(log.leaves(0, log.size()), 0)))
    seconds = timed(lambda: reports.append(verified(log.leaves(0, log.size()), keeping.notes(), keys, now)))
    per_million("verify, database", count, seconds)
    print(f"{'memory for verifying':<28}{(psutil.Process().memory_info().rss - held) / MEGABYTE:10,.1f} MB")
    whole = export_file.Export(key.name, log.size(), tuple(keeping.notes()), log.leaves(0, log.size()))
    with export.open("wb") as file:
        per_million("export", count, timed(lambda: export_file.write(file, whole)))
    with export.open("rb") as file:
        seconds = timed(lambda: reports.append(verified_export(export_file.read(file), (), keys, now)))
    per_million("verify, export", count, seconds)
    assert all(report.is_true and report.countersigned == count for report in reports)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size('audit_entry'), pg_relation_size('audit_entry')")
        with_indexes, alone = cursor.fetchone()
    print(f"{'stored for an entry':<28}{alone / count:10,.0f} bytes, {with_indexes / count:,.0f} with its indexes")


def silent(_: int) -> None:
    """Tell nobody how far it is."""


class Seconds(NamedTuple):
    """How long something took by the clock, and of the time of this process."""

    clock: float
    processor: float


def timed(act: Callable[[], object]) -> Seconds:
    """How long the act takes."""
    began, used = time.perf_counter(), time.process_time()
    act()
    return Seconds(time.perf_counter() - began, time.process_time() - used)


def per_million(name: str, count: int, seconds: Seconds) -> None:
    """Print the seconds for a million entries."""
    clock, processor = (one * MILLION / count for one in seconds)
    print(f"{name:<28}{clock:10.1f} s for a million entries, {processor:.1f} s of this processor", flush=True)


if __name__ == "__main__":
    main()

"""Measure live work: what was received, screened and stored by 1 and 2 processes of `gatehouse work`.

Prints travellers per second, seconds of each stage over all processes (`wait` is waiting for others), what PostgreSQL
wrote to its log, and what the tables and their indexes hold for each traveller; `gatehouse ingest` beside them.
Usage: python bench/work.py [--travellers N] [--entries N] [--seed S] [--workers 1 2]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psutil

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.settings import migrate, setup
from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan

TRAFFIC = ("intake", "travellers", "hits")
SIZES = """
SELECT split_part(relname, '_', 1), sum(pg_total_relation_size(oid)) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace GROUP BY 1
"""
TRUNCATE = """
SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables
WHERE schemaname = 'public' AND split_part(tablename, '_', 1) = ANY(%s)
"""


def main() -> None:
    """Simulate, load the list, and measure each way of working on an emptied database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--travellers", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        os.environ[HOME_VARIABLE] = f"{folder}/home"
        plan = Plan(given.travellers, given.travellers // 200, given.seed, Path(folder, "day"), entries=given.entries)
        simulate(plan)
        setup()
        migrate()
        measure(plan.out, given.workers)


def measure(day: Path, counts: list[int]) -> None:
    """Print the figures of the day's messages."""
    from gatehouse.screening.lists_in_force import in_force
    from gatehouse.screening.watchlists.reader import read_list
    from gatehouse.screening.watchlists.store import add_list

    add_list(read_list(day / "list.csv"), day / "list.csv")
    began = time.perf_counter()
    lists = in_force()
    print(f"{'load the lists':<28}{time.perf_counter() - began:10.2f} s")
    timed("ingest", lambda: _ingested(day, lists))
    for count in counts:
        _received(day)
        timed(f"work, {count} workers", lambda count=count: _worked(count, lists))
    _print_sizes()


def timed(name: str, act: Callable[[], tuple[int, Mapping[str, float]]]) -> None:
    """Print what `act` did: travellers, their rate, and its stages; then what PostgreSQL wrote meanwhile."""
    begin, began, ours, theirs = _log_position(), time.perf_counter(), _own_processor(), _server_processor()
    travellers, stages = act()
    seconds, ours, theirs = time.perf_counter() - began, _own_processor() - ours, _server_processor() - theirs
    written = _log_position() - begin
    print(f"{name:<28}{travellers / seconds:10,.0f} travellers/s; {travellers:,} in {seconds:.1f} s")
    print(f"{'':<28}  " + ", ".join(f"{stage} {took:.1f}" for stage, took in stages.items()))
    each = f"{1e6 * ours / travellers:,.0f} µs in Python and {1e6 * theirs / travellers:,.0f} µs in PostgreSQL"
    print(f"{'':<28}  processor for each traveller: {each}")
    log = f"{written / travellers:,.0f} bytes of log for each traveller; {written / seconds / 1e6:.1f} MB/s"
    print(f"{'':<28}  {log}", flush=True)


def _own_processor() -> float:
    """Processor seconds of this process and of those it started that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _server_processor() -> float:
    """Processor seconds of the embedded server, its ended sessions and those that run."""
    postmaster = psutil.Process(int(Path(os.environ[HOME_VARIABLE], "pg", "postmaster.pid").read_text().split()[0]))
    ended = postmaster.cpu_times()
    spent = ended.user + ended.system + ended.children_user + ended.children_system
    return spent + sum(sum(one.cpu_times()[:2]) for one in postmaster.children())


def _ingested(day: Path, lists: object) -> tuple[int, Mapping[str, float]]:
    from gatehouse.screening import flow

    summary = flow.ingest([day / "messages"], lambda _: None, lists)
    return summary.travellers, summary.seconds


def _received(day: Path) -> None:
    from django.db import connection

    from gatehouse.screening import flow
    from gatehouse.screening.intake import receiving

    with connection.cursor() as cursor:
        cursor.execute(TRUNCATE, [list(TRAFFIC)])
        cursor.execute(f"TRUNCATE {cursor.fetchone()[0]} RESTART IDENTITY CASCADE")
        cursor.execute("CHECKPOINT")
    for path in flow.files_of([day / "messages"]):
        receiving.receive(path, "file")


def _worked(count: int, lists: object) -> tuple[int, Mapping[str, float]]:
    from gatehouse.screening.workforce import Workforce

    done = Workforce(count, lambda _: None, lambda: lists).run(until_done=True)
    return done.travellers, done.seconds


def _log_position() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn")
        return int(cursor.fetchone()[0])


def _print_sizes() -> None:
    from django.db import connection

    from gatehouse.screening.intake.models import StoredMessage
    from gatehouse.screening.travellers.models import Traveller, TravellerRecord

    people, statements = Traveller.objects.count(), TravellerRecord.objects.count()
    print(f"stored: {people:,} persons on legs, {statements:,} statements, {StoredMessage.objects.count():,} messages")
    with connection.cursor() as cursor:
        cursor.execute(SIZES)
        sizes = dict(cursor.fetchall())
    for room in TRAFFIC:
        size = int(sizes[room])
        each = f"{size / people:10,.0f} bytes for each person; {size / statements:,.0f} a statement"
        print(f"{'tables of ' + room:<28}{each}")


if __name__ == "__main__":
    sys.exit(main())

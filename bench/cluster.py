"""Measure bulk screening on Ray with 1 and 2 workers, beside the plain command's one process.

The same table of travellers and the same list each time; the answers are compared. The first part of a worker opens
the lists, and is not counted.
Usage: python bench/cluster.py [--travellers N] [--entries N] [--seed S] [--workers 1 2]
"""

from __future__ import annotations

import argparse
import hashlib
import io
import tempfile
import time
from pathlib import Path

from gatehouse.cli.spread import compiled
from gatehouse.screening.matching.operating import AS_SHIPPED
from gatehouse.screening.matching.screener import Screener
from gatehouse.screening.spread.asked import answered, json_line, rows_asked
from gatehouse.screening.spread.cluster import cluster
from gatehouse.screening.spread.parts import parts_of, pieces_of
from gatehouse.screening.watchlists.reader import read_list
from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan
from gatehouse.terms.entry import ListEntry


def main() -> None:
    """Make a list and a table of travellers, and screen it each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--travellers", type=int, default=40_000)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        plan = Plan(1_000, 10, given.seed, Path(folder, "day"), entries=given.entries)
        simulate(plan)
        entries = list(read_list(plan.out / "list.csv").entries)
    table = _table(entries, given.travellers)
    plain = _plain(entries, table, given.travellers)
    for count in given.workers:
        answer = _spread(entries, table, count)
        print(
            f"{'':<24}{'the same bytes' if answer == plain else 'OTHER BYTES than the plain command gives'}", flush=True
        )


def _table(entries: list[ListEntry], rows: int) -> bytes:
    """Travellers whose names are parts of listed names put together anew, so that most have some resemblance."""
    words = [word for entry in entries for word in entry.primary_name.split() if "," not in word]
    lines = ["full_name,birth_date"]
    for number in range(rows):
        name = " ".join(words[(number * step + step) % len(words)] for step in (7, 1013, 4099)[: 2 + number % 2])
        lines.append(f'"{name}",{1940 + number % 70}-{1 + number % 12:02d}-{1 + number % 28:02d}')
    return "\n".join(lines).encode()


def _plain(entries: list[ListEntry], table: bytes, rows: int) -> str:
    screener = Screener(entries)
    digest = hashlib.sha256()
    began = time.perf_counter()
    sha256 = hashlib.sha256(table).hexdigest()
    for one in answered(rows_asked(io.BytesIO(table), "table", sha256), screener):
        digest.update(json_line(*one))
    _print("one process, no Ray", rows, time.perf_counter() - began)
    return digest.hexdigest()


def _spread(entries: list[ListEntry], table: bytes, count: int) -> str:
    digest = hashlib.sha256()
    parts = parts_of(pieces_of(io.BytesIO(table), "table", hashlib.sha256(table).hexdigest()))
    began = time.perf_counter()
    with compiled(entries, AS_SHIPPED) as lists, cluster(f"local:{count}") as at_work:
        started = time.perf_counter() - began
        taken: list[tuple[float, int]] = []
        for _, answer in at_work.screened(parts, *lists):
            digest.update(answer.lines)
            taken.append((time.perf_counter(), answer.travellers))
    # Every worker has the lists open when the first of each has come back.
    opened = taken[count - 1][0]
    travellers = sum(number for at, number in taken if at > opened)
    _print(f"Ray, {count} workers", travellers, taken[-1][0] - opened)
    print(f"{'':<24}Ray started in {started:.1f} s, the lists were open after {opened - began - started:.1f} s more")
    return digest.hexdigest()


def _print(name: str, travellers: int, seconds: float) -> None:
    print(f"{name:<24}{travellers / seconds:8,.0f} travellers/s ({travellers:,} in {seconds:.1f} s)", flush=True)


if __name__ == "__main__":
    main()

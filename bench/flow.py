"""Measure the whole flow: bytes in to committed hits, on the embedded PostgreSQL.

Prints travellers per second, seconds for each stage, processor seconds, and the memory of every process; beside them
what comparing names alone costs a brute-force Jaro-Winkler search on the same list in the same run, and the peer's
recorded figure (it needs twelve containers and a Java build and is not run here).
Usage: python bench/flow.py [--travellers N] [--entries N] [--seed S]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.settings import migrate, setup
from gatehouse.simulation.day import simulate
from gatehouse.simulation.plan import Plan
from gatehouse.terms.entry import ListEntry

WANTED_PER_SECOND = 1_500
MEGABYTE = 1 << 20
LOOK_SECONDS = 4.0
BASELINE_TRAVELLERS = 200
PEER = "recorded peer: GTAS QuickMatch, matching alone, one thread, 50,000 names: 28 travellers/s, 9 of 22 variants"


class PeakMemory:
    """The most memory that each kind of process held (proportional set size where the system tells it)."""

    def __init__(self) -> None:
        self.peaks: dict[str, int] = {}
        self._last = 0.0

    def look(self) -> None:
        """Look, at most once in `LOOK_SECONDS`: reading the memory maps takes time that is not the flow's."""
        if time.perf_counter() - self._last < LOOK_SECONDS:
            return
        self._last = time.perf_counter()
        own = psutil.Process()
        held: dict[str, int] = {"python, main": _memory(own)}
        for process in psutil.process_iter(["name"]):
            if process.info["name"] == "postgres":
                held["postgres, all"] = held.get("postgres, all", 0) + _memory(process)
        for child in own.children(recursive=True):
            if child.name() != "postgres":
                held["python, workers"] = held.get("python, workers", 0) + _memory(child)
        for kind, size in held.items():
            self.peaks[kind] = max(size, self.peaks.get(kind, 0))


def _memory(process: psutil.Process) -> int:
    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", full.uss))
    except psutil.Error:
        return 0


def _processor_seconds() -> float:
    """Processor time of this process, its ended workers, and every PostgreSQL process (this bench's, if alone)."""
    own = os.times()
    spent = own.user + own.system + own.children_user + own.children_system
    for process in psutil.process_iter(["name", "cpu_times"]):
        if process.info["name"] == "postgres" and process.info["cpu_times"]:
            spent += process.info["cpu_times"].user + process.info["cpu_times"].system
    return spent


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print how long the block took."""
    began = time.perf_counter()
    yield
    print(f"{name:<24}{time.perf_counter() - began:8.2f} s", flush=True)


def main() -> None:
    """Simulate, load, ingest, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--travellers", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        os.environ[HOME_VARIABLE] = f"{folder}/home"
        plan = Plan(given.travellers, given.travellers // 200, given.seed, Path(folder, "day"), entries=given.entries)
        with timed("simulate"):
            simulate(plan)
        with timed("start and migrate"):
            setup()
            migrate()
        measure(plan.out)


def measure(day: Path) -> None:
    """Load the list of the day, ingest its messages, and print the figures."""
    from gatehouse.screening import flow
    from gatehouse.screening.lists_in_force import in_force
    from gatehouse.screening.watchlists.reader import read_list
    from gatehouse.screening.watchlists.store import add_list

    with timed("load the list"):
        add_list(read_list(day / "list.csv"), day / "list.csv")
    with timed("index the list"):
        lists = in_force()
    memory = PeakMemory()
    busy = _processor_seconds()
    began = time.perf_counter()
    summary = flow.ingest([day / "messages"], lambda _: memory.look(), lists)
    seconds = time.perf_counter() - began
    rate = summary.travellers / seconds
    print(f"{'ingest':<24}{seconds:8.2f} s for {summary.travellers:,} travellers in {summary.messages:,} messages")
    print(f"{'travellers per second':<24}{rate:8,.0f}   (wanted: {WANTED_PER_SECOND:,} on 2 cores)")
    for stage, took in summary.seconds.items():
        print(f"  {stage:<22}{took:8.2f} s")
    print(f"{'processor':<24}{_processor_seconds() - busy:8.2f} s in all our processes and PostgreSQL's")
    print(f"{'hits':<24}{summary.hits:8,}")
    for kind, size in memory.peaks.items():
        print(f"{'memory, ' + kind:<24}{size / MEGABYTE:8,.0f} MB")
    rate = brute_force(list(lists.entries.values()))
    print(
        f"{'brute force':<24}{rate:8,.0f} travellers/s: Jaro-Winkler over all names, all cores, names only, not stored"
    )
    print(PEER)


def brute_force(entries: list[ListEntry]) -> float:
    """Travellers per second of a Jaro-Winkler search through every name of the list, on all processors."""
    listed = [name.full.upper() for entry in entries for name in entry.names]
    asked = [entry.primary_name.upper() for entry in entries[:BASELINE_TRAVELLERS]]
    began = time.perf_counter()
    cdist(asked, listed, scorer=JaroWinkler.similarity, workers=-1, dtype=np.float32)
    return len(asked) / (time.perf_counter() - began)


if __name__ == "__main__":
    main()

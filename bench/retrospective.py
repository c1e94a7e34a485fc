"""A new list version against very many stored travellers: how long, how much memory, and whether anybody is lost.

    python bench/retrospective.py [--travellers 10000000] [--changed 1000] [--distinct 1000000] [--seed 1]

Makes the held names (`screening.held_travellers`) of so many synthetic travellers, as the database's folder would hold
them: `--distinct` people are read, and stand again and again with other birth dates until there are enough. Then the
changed entries are compared with all of them on all processors, the found ones are screened in full, and a sample is
compared with screening everybody. Reading the names in is timed too, for it is done once for each stored statement. It
prints and never asserts.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import psutil

from gatehouse.screening.matching import held_names
from gatehouse.screening.matching.held_names import Held, Statement, hold
from gatehouse.screening.matching.held_search import Listed, worth_screening
from gatehouse.screening.matching.screener import REPORTING_FLOOR, Screener
from gatehouse.simulation.national_list import entries
from gatehouse.simulation.national_travellers import planted, unlisted
from gatehouse.terms.candidate import Subject
from gatehouse.terms.entry import ListEntry

WANTED_SECONDS = 120
MEGABYTE = 1 << 20
SAMPLE = 20_000
PLANTED = 1_000


def held_of(subjects: list[Subject], first: int) -> Held:
    """The held names of these people, numbered from `first`."""
    statements = (Statement(first + place, first + place, one) for place, one in enumerate(subjects))
    return hold(statements, lambda _: None, processes=os.cpu_count() or 1)


def segments(folder: Path, read: Held, count: int, seed: int) -> Iterator[Path]:
    """Folders of held names until there are `count` statements; after the first, births are drawn anew."""
    dice = np.random.default_rng([seed, 9])
    size = len(read.records)
    for number in range(-(-count // size)):
        years = read.years if number == 0 else dice.integers(1940, 2010, size).astype(np.int16)
        days = read.days if number == 0 else (dice.integers(1, 13, size) * 100 + dice.integers(1, 29, size))
        numbers = read.records + number * size
        folder_of = folder / f"{number * size + 1}-{(number + 1) * size}"
        held_names.write(
            read._replace(years=years, days=days.astype(np.int16), records=numbers, messages=numbers), folder_of
        )
        yield folder_of


def measure(paths: list[Path], changed: list[ListEntry]) -> list[np.ndarray]:
    """Compare the changed entries with every segment, and say what it took."""
    listed = Listed(changed, REPORTING_FLOOR)
    # Kernels compile once for an installation; that is no part of the pace.
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        held_names.write(held_of([Subject(("ANY BODY",))], 1), Path(folder, "1-1"))
        worth_screening(held_names.read(Path(folder, "1-1")), listed)
    began, busy = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        found = list(threads.map(lambda path: worth_screening(held_names.read(path), listed), paths))
    seconds = time.perf_counter() - began
    total = sum(map(len, found))
    memory = psutil.Process().memory_full_info()
    print(f"  compared in {seconds:.1f} s ({time.process_time() - busy:.1f} processor s); wanted {WANTED_SECONDS} s")
    print(f"  {total:,} statements could become hits and are to be screened in full")
    print(f"  memory {getattr(memory, 'pss', memory.rss) / MEGABYTE:,.0f} MB, {memory.uss / MEGABYTE:,.0f} MB its own")
    return found


def lost(people: list[Subject], chosen: set[int], screener: Screener) -> tuple[int, int]:
    """Of people who are screened one and all: how many make a hit, and how many of them were not chosen."""
    found = screener.screen_many(people)
    hits = {place for place, candidates in enumerate(found) if any(one.above_threshold for one in candidates)}
    return len(hits), len(hits - chosen)


def main() -> None:
    """Parse the options, make, compare, check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--travellers", type=int, default=10_000_000)
    parser.add_argument("--changed", type=int, default=1_000)
    parser.add_argument("--distinct", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    changed = list(entries(chosen.changed, chosen.seed))
    distinct = min(chosen.distinct, chosen.travellers)
    people = [one.subject for one in planted(min(PLANTED, distinct), chosen.changed, chosen.seed)]
    people += [one.subject for one in unlisted(distinct - len(people), chosen.seed)]
    began = time.perf_counter()
    read = held_of(people, 1)
    seconds = time.perf_counter() - began
    print(f"{distinct:,} statements read in {seconds:.1f} s: {distinct / seconds:,.0f}/s, {len(read.tokens):,} tokens")
    sample = people[:SAMPLE]
    del people
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        paths = list(segments(Path(folder), read, chosen.travellers, chosen.seed))
        del read
        print(f"{len(changed):,} changed entries against {len(paths) * distinct:,} stored travellers")
        found = measure(paths, changed)
    screener = Screener(changed)
    began = time.perf_counter()
    hits, missed = lost(sample, set(found[0][found[0] < len(sample)].tolist()), screener)
    pace = len(sample) / (time.perf_counter() - began)
    print(f"  brute force over {len(sample):,}: {hits:,} make a hit, {missed} of them were not chosen")
    total = sum(map(len, found))
    print(f"  in full at {pace:,.0f} screens/s on one core: {total / pace:.1f} s for the chosen ones")


if __name__ == "__main__":
    main()

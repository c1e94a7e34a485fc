"""Measure the queue: a page, a page far behind, the counts, with many hits waiting in a large database.

Makes a database of its own (embedded PostgreSQL in a temporary folder) by COPY: travellers on legs, hits of which most
were decided, and `--waiting` that wait. Prints the median and the 95th percentile of each question, and how PostgreSQL
goes about it. The figures are of the questions alone: no door, no page around them.
Usage: python bench/review_queue.py [--travellers N] [--decided N] [--waiting N] [--rounds N]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.app.settings import migrate, setup

WANTED_MS = 50
LEGS = 20_000
LISTS = ("UN-SC", "EU-FSF", "OFAC-SDN", "NATIONAL")
UNITS = (None, "north", "south", "sanctions")
BEGAN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
EXPLANATION = (
    '[{"feature":"name","traveller":"ANN ROE","entry":"Ann Roe","outcome":"same","weight":3.0,"how":"the same words"},'
    '{"feature":"birth-date","traveller":"1980","entry":"1980-01-01","outcome":"close","weight":1.5,"how":"the year"}]'
)


def main() -> None:
    """Make the database, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--travellers", type=int, default=5_000_000)
    parser.add_argument("--decided", type=int, default=100_000)
    parser.add_argument("--waiting", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as folder:
        os.environ[HOME_VARIABLE] = f"{folder}/home"
        setup()
        migrate()
        began = time.perf_counter()
        fill(given.travellers, given.decided, given.waiting)
        print(f"{'made in':<28}{time.perf_counter() - began:8.1f} s")
        measure(given.rounds)


def fill(travellers: int, decided: int, waiting: int) -> None:
    """The database, by COPY; hits stand beside the first travellers."""
    from django.db import connection

    from gatehouse.screening.bulk import copy_rows
    from gatehouse.screening.hits.models import Hit
    from gatehouse.screening.hits.store import COLUMNS
    from gatehouse.screening.review.arrival import REVIEW_COLUMNS
    from gatehouse.screening.review.models import Review
    from gatehouse.screening.travellers.models import FlightLeg, Traveller
    from gatehouse.screening.travellers.store import LEG_COLUMNS, PERSON_COLUMNS

    with connection.cursor() as cursor:
        # One message stands for all: hits refer to it, and the queue never reads it.
        cursor.execute("ALTER TABLE hits_hit DISABLE TRIGGER ALL")
    copy_rows(FlightLeg, LEG_COLUMNS, (_leg(number) for number in range(1, LEGS + 1)))
    named = (
        (n, n % LEGS + 1, "expected", "passenger", f"ROE{n}", "ANN", "1980-01-01") for n in range(1, travellers + 1)
    )
    copy_rows(Traveller, PERSON_COLUMNS, named)
    hits = min(decided + waiting, travellers)
    copy_rows(Hit, COLUMNS, (_hit(number) for number in range(1, hits + 1)))
    copy_rows(Review, REVIEW_COLUMNS, (_review(number, number > hits - waiting) for number in range(1, hits + 1)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{'travellers, hits, waiting':<28}{travellers:,}, {hits:,}, {min(waiting, hits):,}")


def _leg(number: int) -> tuple[object, ...]:
    departs = (BEGAN + dt.timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M")
    return number, f"k{number}", "ZZ", str(number % 9999), None, "CDG", "SIN", departs, None, True, "scheduled"


def _hit(number: int) -> tuple[object, ...]:
    score = 0.5 + (number * 7919 % 5000) / 10_000
    made = BEGAN.isoformat()
    return (
        number, number, number % LEGS + 1, LISTS[number % 4], f"E{number % 9000}", "Ann Roe", "open", score,
        EXPLANATION, "api", "bench", None, 1, 1, 1, 0.5, "", made, made,
    )  # fmt: skip


def _review(number: int, waits: bool) -> tuple[object, ...]:
    due = (BEGAN + dt.timedelta(minutes=number % LEGS + 1)).isoformat()
    state = "open" if waits else "cleared"
    score = 0.5 + (number * 7919 % 5000) / 10_000
    return (
        number, number % LEGS + 1, LISTS[number % 4], score, state, waits, due, UNITS[number % 4], 0, None,
        BEGAN.isoformat(),
    )  # fmt: skip


def measure(rounds: int) -> None:
    """Ask each question so many times, and print how long it took."""
    from gatehouse.screening.review import queue
    from gatehouse.screening.review.wanted import Wanted

    far = list(islice(_following(Wanted(limit=200)), 60))[-1]
    questions: dict[str, Callable[[], object]] = {
        "first page": lambda: queue.page(Wanted(), "north"),
        "60 pages of 200 behind": lambda: queue.page(far, "north"),
        "one list, strong ones": lambda: queue.page(Wanted(lists=("UN-SC",), strength_min=0.9), "north"),
        "a list of few, by strength": lambda: queue.page(Wanted(lists=("NONE",), order="strength"), None),
        "strongest first": lambda: queue.page(Wanted(order="strength"), None),
        "nobody's, 24 hours": lambda: queue.page(Wanted(assignee="nobody", within_hours=24), None),
        "counts": lambda: queue.counts("account:1", "north"),
    }
    print(f"{'':<28}{'median':>9}{'p95':>9}   (wanted: p95 under {WANTED_MS} ms)")
    for name, question in questions.items():
        took = sorted(_timed(question) for _ in range(rounds))
        print(f"{name:<28}{statistics.median(took):7.1f} ms{took[int(len(took) * 0.95)]:6.1f} ms", flush=True)
    explain(Wanted())


def _following(wanted: object) -> Iterator[object]:
    from gatehouse.screening.review import queue

    while wanted:
        wanted = queue.page(wanted, None).next  # type: ignore[arg-type]
        if wanted:
            yield wanted


def _timed(question: Callable[[], object]) -> float:
    began = time.perf_counter()
    question()
    return (time.perf_counter() - began) * 1000


def explain(wanted: object) -> None:
    """Print how PostgreSQL goes about the first page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from gatehouse.screening.review import queue

    with CaptureQueriesContext(connection) as asked:
        queue.page(wanted, "north")  # type: ignore[arg-type]
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + asked.captured_queries[-1]["sql"].replace("%", "%%"))
        for (line,) in cursor.fetchall():
            print("  " + line)


if __name__ == "__main__":
    main()

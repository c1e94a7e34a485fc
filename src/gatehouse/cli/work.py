"""`gatehouse work`: processes that read, screen and store what was received, on as many hosts as are wanted."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.console import ERR, OUT, Unavailable, progress
from gatehouse.cli.lawful import lawful_screening
from gatehouse.cli.stored import tell_quarantined
from gatehouse.cli.thresholds import Said, stored_and_screened

if TYPE_CHECKING:
    from gatehouse.app.law import Law
    from gatehouse.screening.workforce import Progress

WORKERS_MAX = 64


def work(
    once: Annotated[bool, typer.Option("--once", help="Leave when nothing unfinished is left.")] = False,
    workers: Annotated[
        int, typer.Option(min=0, max=WORKERS_MAX, help="Processes on this host; 0 is one for each processor.")
    ] = 0,
    threshold: Said = None,
) -> None:
    """Read, screen and store what `gatehouse receive` took in, until told to stop.

    Start it on as many hosts as are wanted, all with the same DATABASE_URL: each transmission is worked on by one
    process, and messages about one flight are placed in the order in which they were received. A process that is killed
    loses and doubles nothing: another takes over what it held. Newer lists are taken up between batches, other
    thresholds with the next start: give every host the same.
    SIGTERM or Ctrl-C finishes the batches in hand and leaves; so does a law profile whose review lapses meanwhile.

    Example: gatehouse work --workers 2
    """
    if not hasattr(os, "fork"):
        raise Unavailable("this system has no fork; use `gatehouse ingest`")
    law = lawful_screening()
    with stored_and_screened(threshold):
        done = _worked(workers or _processors(), law, once=once)
    OUT.print(in_words(done))
    if not law.standing().may_screen:
        raise Unavailable(law.standing().says)
    tell_quarantined(done.quarantined)


def _processors() -> int:
    return min(WORKERS_MAX, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _worked(count: int, law: Law, *, once: bool) -> Progress:
    from gatehouse.screening.workforce import Workforce, WorkforceError

    with _told() as report:
        workforce = Workforce(count, lambda done: look(done))

        def look(done: Progress) -> None:
            report(done)
            if not law.standing().may_screen:
                workforce.leave()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: workforce.leave())
        try:
            return workforce.run(until_done=once)
        except WorkforceError as fault:
            raise Unavailable(str(fault)) from fault
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def _told() -> Iterator[Callable[[Progress], None]]:
    """A line on a terminal that says how far the work is; without one, the first look only."""
    with progress() as bar:
        task = bar.add_task("loading the lists", total=None)
        said: list[str] = []

        def report(done: Progress) -> None:
            bar.update(task, description=in_words(done))
            if not ERR.is_terminal and not said:
                said.append(in_words(done))
                ERR.print(said[0])

        yield report


def in_words(done: Progress) -> str:
    """What was done and what waits, as one line."""
    counts = f"{done.messages} messages, {done.travellers} travellers, {done.hits} new hits"
    at_work = f"{done.workers} workers at work; " if done.workers else ""
    replaced = f"; {done.replaced} workers that died were replaced" if done.replaced else ""
    left_out = f"; {done.left_out} searches left something out" if done.left_out else ""
    return f"{at_work}{counts}; {done.waiting} transmissions unfinished{replaced}{left_out}"

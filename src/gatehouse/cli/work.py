"""`gatehouse work`: processes that read, screen and store what was received, on as many hosts as are wanted."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import ERR, OUT, Refused, Unavailable, plain, progress
from gatehouse.cli.lawful import lawful_screening, lawful_upkeep
from gatehouse.cli.officer import visit
from gatehouse.cli.stored import stored, tell_quarantined
from gatehouse.cli.thresholds import Said, stored_and_screened
from gatehouse.cli.visiting import As, refusals_told
from gatehouse.safeguards.vocabulary import Role

if TYPE_CHECKING:
    from gatehouse.app.law import Law
    from gatehouse.records import Visit
    from gatehouse.screening.workforce import Progress

WORKERS_MAX = 64
SHOWN_MAX = 200

app = typer.Typer()
Job = Annotated[int, typer.Argument(min=1, help="The number of the job, as `gatehouse work dead` shows it.")]


@app.callback(invoke_without_command=True)
def work(
    context: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", help="Leave when nothing is left to do now; not by the clock.")
    ] = False,
    workers: Annotated[
        int, typer.Option(min=0, max=WORKERS_MAX, help="Processes on this host; 0 is one for each processor.")
    ] = 0,
    threshold: Said = None,
) -> None:
    """Do what is to be done, until told to stop: read and screen what came in, and the upkeep.

    Start it on as many hosts as are wanted, all with the same DATABASE_URL: each transmission is worked on by one
    process, and messages about one flight are placed in the order in which they were received. A process that is killed
    loses and doubles nothing: another takes over what it held. What fails is tried again, each time after a longer
    wait, and given up in the end: `gatehouse work dead` shows it. Stored travellers are screened with newer lists, and
    the clocks run, by themselves (docs/work.md); other thresholds come with the next start: give every host the same.
    SIGTERM or Ctrl-C finishes what is in hand and leaves. Where the law profile's review has lapsed nobody is screened,
    and the upkeep goes on.

    Example: gatehouse work --workers 2
    """
    if context.invoked_subcommand:
        return
    if not hasattr(os, "fork"):
        raise Unavailable("this system has no fork; use `gatehouse ingest`")
    law = lawful_screening() if once else lawful_upkeep()
    with stored_and_screened(threshold):
        done = _worked(workers or _processors(), law, once=once)
    OUT.print(in_words(done))
    if once and not law.standing().may_screen:
        raise Unavailable(str(law.standing().says))
    tell_quarantined(done.quarantined)


@app.command()
def dead(role: As = Role.OPERATOR) -> None:
    """Show the jobs that were given up and wait for a decision: kind, number, tries, and where they failed.

    Example: gatehouse work dead
    """
    with _decided():
        from gatehouse.work.deciding import troubles
        from gatehouse.work.models import Trouble

        found = troubles(_operator(role), Trouble.State.GIVEN_UP, SHOWN_MAX)
    table = Table("job", "kind", "number", "tries", "last failed", "failed by", box=None, pad_edge=False)
    for one in found:
        number = "" if one.number is None else str(one.number)
        table.add_row(str(one.job), one.kind, number, str(one.tries), f"{one.last_at:%Y-%m-%d %H:%M}", plain(one.says))
    OUT.print(table)
    OUT.print(f"{len(found)} jobs were given up and wait for a decision.")


@app.command()
def retry(job: Job, role: As = Role.OPERATOR) -> None:
    """Have a job that was given up tried again; the log tells who.

    Example: gatehouse work retry 12
    """
    with _decided():
        from gatehouse.work.deciding import retry as again

        again(_operator(role), job)
    OUT.print(f"job {job} is tried again by `gatehouse work`")


@app.command()
def dismiss(
    job: Job, reason: Annotated[str, typer.Option("--reason", help="Why, in words.")], role: As = Role.OPERATOR
) -> None:
    """Leave a job undone that was given up; the log tells who.

    Example: gatehouse work dismiss 12 --reason "the carrier sent the file anew"
    """
    with _decided():
        from gatehouse.work.deciding import dismiss as leave

        leave(_operator(role), job, reason)
    OUT.print(f"job {job} is left undone")


def _operator(role: Role | None) -> Visit:
    from gatehouse.safeguards.vocabulary import PurposeClass

    return visit(role or Role.OPERATOR, PurposeClass.UPKEEP, "work")


@contextmanager
def _decided() -> Iterator[None]:
    """The block on the database; what is not allowed, and what cannot be done, leaves as a refusal."""
    with stored():
        from gatehouse.work.errors import WorkError

        try:
            with refusals_told():
                yield
        except WorkError as fault:
            raise Refused(str(fault)) from fault


def _processors() -> int:
    return min(WORKERS_MAX, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def _worked(count: int, law: Law, *, once: bool) -> Progress:
    from gatehouse.app.tasks import upkeep
    from gatehouse.screening.workforce import Duties, Workforce, WorkforceError

    with _told() as report:
        workforce = Workforce(count, report, duties=Duties(upkeep(), lambda: law.standing().may_screen))
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

"""`gatehouse demo`: a synthetic day from end to end, in one command."""

from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.rule import Rule
from rich.table import Table

from gatehouse.cli import lists
from gatehouse.cli.console import OUT, Refused
from gatehouse.cli.hits import hits_seen, hits_table
from gatehouse.cli.ingest import ingested, show
from gatehouse.cli.lawful import law
from gatehouse.cli.list_files import list_read
from gatehouse.cli.serve import PORT
from gatehouse.cli.simulate import simulated
from gatehouse.cli.thresholds import stored_and_screened
from gatehouse.cli.visiting import visit_of

LIST_NAME = "DEMO"
HITS_SHOWN = 12
FOLDER = "demo"
PROGRAM = (sys.executable, "-c", "from gatehouse.cli import main; main()")
WORK_SAYS = "work.log"
"""File in the home directory for what the worker beside the workbench says."""


def demo(
    serve: Annotated[
        bool | None,
        typer.Option("--serve/--no-serve", help="End by serving the workbench; the default at a terminal."),
    ] = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to serve it at.")] = PORT,
) -> None:
    """Run a synthetic day end to end: simulate, load the list, ingest, show the first hits, serve the workbench.

    Beside the workbench `gatehouse work` runs, so that what is handed in or approved there takes effect meanwhile.

    Every person in it is fictitious. Each run plays one more day, beside the days before. It uses the embedded
    PostgreSQL under .gatehouse/, or the one that DATABASE_URL names, and there only a database that holds nothing but
    demonstrations.

    Example: gatehouse demo
    """
    if law().mode != "demo":
        raise Refused("demo: this is a live installation; a demonstration needs GATEHOUSE_MODE=demo")
    began = time.perf_counter()
    _say("1  The database")
    with stored_and_screened(None):
        day = _next_day()
        OUT.print(f"ready after {time.perf_counter() - began:.1f} s; this is day {day} of the demonstration")
        folder = _simulated(day)
        _listed(folder)
        _say("4  Messages in, hits out")
        summary = ingested([folder / "messages"])
        show(summary)
        for name, error in summary.quarantined:
            OUT.print(f"  [yellow]quarantined[/] {name}: {error}", markup=True)
        _hits()
        _carriers()
        _accounts()
    _next_steps(folder, time.perf_counter() - began)
    if sys.stdout.isatty() if serve is None else serve:
        _serve(port)


def _say(text: str) -> None:
    OUT.print()
    OUT.print(Rule(text, align="left", style="dim"))


def _next_day() -> int:
    """The number of this run's day; refuses a database that holds anything but demonstrations."""
    from gatehouse.app.home import home
    from gatehouse.screening.intake import receiving
    from gatehouse.screening.watchlists import store

    loaded = {version.list for version in store.versions()}
    if loaded - {LIST_NAME} or (receiving.any_received() and not loaded):
        held = f"the lists {', '.join(sorted(loaded))}" if loaded else "messages of somebody's"
        raise Refused(f"demo: the database holds {held}; name an empty one in DATABASE_URL, or set GATEHOUSE_HOME")
    return len(list((home() / FOLDER).glob("day-*"))) + 1


def _simulated(day: int) -> Path:
    from gatehouse.app.home import home
    from gatehouse.simulation.plan import demo_plan

    _say("2  A day of synthetic traffic")
    plan = demo_plan(home() / FOLDER / f"day-{day}")
    # Its flights leave tomorrow, so that there is something to decide before they do.
    plan = replace(plan, day=dt.datetime.now(dt.UTC).date() + dt.timedelta(days=day))
    summary = simulated(plan)
    OUT.print(f"{summary.travellers} travellers on {summary.flights} flights, {summary.messages} messages")
    told = f"in {len(summary.variations)} kinds of variation; {plan.out / 'truth.csv'} tells which"
    OUT.print(f"{summary.planted} of them are on the list, {told}")
    return plan.out


def _listed(folder: Path) -> None:
    _say("3  A list of fictitious persons in several scripts")
    reading = list_read(folder / "list.csv", LIST_NAME)
    version, changes = lists.added(reading, folder / "list.csv")
    counts = f"{len(changes.added)} added, {len(changes.changed)} changed, {len(changes.removed)} removed"
    OUT.print(f"{version.list} version {version.number}: {version.entries} entries, {counts}")
    lists.rescreened()


def _hits() -> None:
    _say("5  The first hits that wait for a person")
    found, total = hits_seen(visit_of(None, None, None), HITS_SHOWN)
    OUT.print(hits_table(found))
    OUT.print(f"{total} open hits. Nothing happens to anybody until a person decides.")


def _accounts() -> None:
    """An account for each role, each with a new password: whoever reads the screen may come in."""
    from gatehouse.app.demo_accounts import renewed

    _say("6  The workbench: an account for each role, with a password made just now")
    table = Table("identifier", "password", "role", box=None)
    for account in renewed():
        table.add_row(account.identifier, account.password, account.role)
    OUT.print(table)


def _carriers() -> None:
    """The day's messages counted for the pages of carriers; quietly, since nothing there is a step to show."""
    from gatehouse.screening.counts.carrier_days import count_due

    count_due(dt.datetime.now(dt.UTC).date())


def _serve(port: int) -> None:
    """Serve in a process of its own, which loads what this one did not need; Ctrl-C or SIGTERM ends all of them."""
    with _at_work():
        serving = subprocess.Popen([*PROGRAM, "serve", "--port", str(port)])  # noqa: S603  (our own program)
        signal.signal(signal.SIGTERM, lambda *_: serving.terminate())
        try:
            serving.wait()
        except KeyboardInterrupt:
            serving.terminate()
            serving.wait()
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def _at_work() -> Iterator[None]:
    """Beside the block, another process does what comes up meanwhile: a file handed in, a listing approved."""
    from gatehouse.app.home import home

    with (home() / WORK_SAYS).open("wb") as says:
        command = [*PROGRAM, "work", "--workers", "1"]
        worker = subprocess.Popen(command, stdout=says, stderr=subprocess.STDOUT)  # noqa: S603  (our own program)
        try:
            yield
        finally:
            worker.terminate()
            worker.wait()


def _next_steps(folder: Path, seconds: float) -> None:
    _say(f"Done in {seconds:.0f} s. What next")
    first = next(iter(sorted((folder / "messages").glob("*.edi"))), folder)
    for command, purpose in (
        ("gatehouse serve", "the workbench in a browser, with the accounts above"),
        ("gatehouse hits --limit 50", "all that waits, with reasons"),
        ("gatehouse lists show", "the list and its versions"),
        (f"gatehouse read {first}", "what one message says"),
        ('gatehouse match "Yusuf al-Karim" "KARIM YOUSSEF"', "a pair of names, explained"),
        ("gatehouse --help", "the manual"),
    ):
        OUT.print(f"  {command}\n      [dim]{purpose}[/]")

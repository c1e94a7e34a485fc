"""`gatehouse retention`: the clocks run, what is due told, and the family's other commands gathered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli import retention_certificate, retention_holds, retention_keys, retention_unmask
from gatehouse.cli.console import OUT, Refused, progress
from gatehouse.cli.lawful import law
from gatehouse.cli.redress import carried_out
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import refusals_told

if TYPE_CHECKING:
    from gatehouse.retention.steps import Progress, Tally

app = typer.Typer(
    help="The clocks: mask, erase, hold, unmask, prove; and the keys that seal (docs/retention.md).",
    no_args_is_help=True,
)
AsOf = Annotated[
    dt.datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], help="As of another day. `run` takes it in demo mode only."),
]


@contextmanager
def retaining() -> Iterator[None]:
    """What retention refuses, and what the safeguards do, in one line and with exit status 2."""
    from gatehouse.retention.errors import RetentionError

    try:
        with refusals_told():
            yield
    except RetentionError as fault:
        raise Refused(str(fault)) from fault


@app.command()
def run(on: AsOf = None) -> None:
    """Mask and erase whatever is past its clock today, and say so in the log.

    Erasures that two people approved at the desk of redress are done as well. `gatehouse work` does it every day.
    Killed at any moment, the next run goes on where it was. It waits while `gatehouse ingest` runs, and keeps it
    waiting for single steps only. Data that an open hit, a case or a hold keeps stays, and is counted.

    Example: gatehouse retention run
    """
    in_force = law()
    if on and in_force.mode != "demo":
        raise Refused("retention run: another day than today is for demo mode; in live mode the clock is the clock")
    with stored(), retaining(), _told() as report:
        from gatehouse.app.tasks import run_clocks

        number, tally = run_clocks(_day(on), in_force, report)
        carried_out()
    OUT.print(_summary(tally))
    if tally.erased or tally.files or tally.keys:
        OUT.print(f"a certificate of what was erased: gatehouse retention certificate {number}")


def _day(on: dt.datetime | None) -> dt.date:
    return on.date() if on else dt.datetime.now(dt.UTC).date()


@contextmanager
def _told() -> Iterator[Progress]:
    with progress() as bar:
        task = bar.add_task("looking at what is due", total=None)
        yield lambda tally: bar.update(task, description=f"{tally.doing}: {_counts(tally)}")


def _counts(tally: Tally) -> str:
    return f"{tally.masked} masked, {tally.erased} erased, {tally.files} files forgotten"


def _summary(tally: Tally) -> Table:
    table = Table(box=None, show_header=False)
    for label, value in (
        ("masked", f"{tally.masked} travellers ({tally.unmasked} kept from it by a hit, a case or a hold)"),
        ("erased", f"{tally.erased} travellers, {tally.bookings} bookings ({tally.kept} kept)"),
        ("files forgotten", str(tally.files)),
        ("list entries erased", str(tally.entries)),
        ("keys erased", str(tally.keys)),
    ):
        table.add_row(f"[bold]{label}[/]", value)
    return table


@app.command()
def due(on: AsOf = None) -> None:
    """Say what is due when, without doing it. Whom a hit, a case or a hold keeps is counted too.

    Example: gatehouse retention due
    """
    in_force = law()
    with stored(), retaining():
        from gatehouse.retention import due as looking

        found = looking.due(in_force.profile, _day(on))
    table = Table(box=None)
    for column in ("due", *dict.fromkeys(one.within for one in found)):
        table.add_column(column, justify="left" if column == "due" else "right")
    for act in dict.fromkeys(one.act for one in found):
        table.add_row(act, *(str(one.travellers) for one in found if one.act == act))
    OUT.print(table)
    OUT.print(f"travellers, counted from {in_force.profile.retention.counted_from}")


@app.command()
def inventory() -> None:
    """Print what every column of every table is, and what masking does to it (docs/keeps.md).

    Example: gatehouse retention inventory > inventory.md
    """
    with stored(), retaining():
        from gatehouse.retention.inventory_page import page

        typer.echo(page())


app.command("hold")(retention_holds.hold)
app.command("release")(retention_holds.release)
app.command("holds")(retention_holds.holds)
app.command("certificate")(retention_certificate.certificate)
app.add_typer(retention_keys.app, name="keys")
app.add_typer(retention_unmask.app, name="unmask")

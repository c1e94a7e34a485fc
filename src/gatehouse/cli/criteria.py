"""`gatehouse criteria`: what a criterion can ask, whether a file may be used, and which versions are in force."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, say_error, write_json
from gatehouse.cli.criteria_force import activate, retire
from gatehouse.cli.criteria_register import FOLDER_HELP, permitted, register_in, today
from gatehouse.cli.criteria_trials import disparity, shadow
from gatehouse.cli.criteria_waiting import trials
from gatehouse.screening.criteria.checking import Fault, check, is_refused
from gatehouse.screening.criteria.criterion import Criterion
from gatehouse.screening.criteria.criterion_file import read_criterion
from gatehouse.screening.criteria.errors import CriterionError
from gatehouse.screening.criteria.fields import fields as closed_list
from gatehouse.screening.criteria.operators import operators
from gatehouse.screening.criteria.register import Entry

app = typer.Typer(
    help="Check, try and register pre-determined criteria: written rules that ask for a person's attention.",
    no_args_is_help=True,
)
app.command()(shadow)
app.command()(disparity)
app.command()(activate)
app.command()(retire)
app.command()(trials)

Folder = Annotated[Path | None, typer.Option(help=FOLDER_HELP)]


@app.command()
def fields() -> None:
    """List the fields and operators that a criterion can use; there are no others.

    Example: gatehouse criteria fields
    """
    table = Table("field", "type", "permitted", "meaning", box=None)
    for field in closed_list().values():
        table.add_row(field.name, field.type, "by law only" if field.protected else "yes", plain(field.meaning))
    OUT.print(table)
    table = Table("operator", "for", "value", "meaning", box=None)
    for operator in operators().values():
        table.add_row(operator.name, ", ".join(sorted(operator.types)), operator.value, plain(operator.meaning))
    OUT.print(table)


@app.command("check")
def check_files(
    files: Annotated[list[Path], typer.Argument(help="Criterion files (TOML): docs/criteria.md.")],
    folder: Folder = None,
) -> None:
    """Check criterion files: protected attributes, dates, persons, notes, test cases, and the lock of their version.

    Every reason is shown, with the provision where a protected attribute is the reason. Exit status 2 when any file is
    refused; warnings do not refuse.

    Example: gatehouse criteria check examples/criteria/cash-one-way.toml
    """
    refused = False
    for path in files:
        try:
            criterion = read_criterion(path)
            register_in(folder).locked(criterion)
        except CriterionError as fault:
            say_error(str(fault))
            refused = True
            continue
        faults = check(criterion, permitted(), today())
        refused |= is_refused(faults)
        _show_check(path, criterion, faults)
    if refused:
        raise typer.Exit(2)


def _show_check(path: Path, criterion: Criterion, faults: tuple[Fault, ...]) -> None:
    said = "refused" if is_refused(faults) else "passes"
    OUT.print(plain(f"{path}: {criterion.name} {said}, {len(criterion.cases)} test cases, {criterion.sha256[:12]}"))
    for fault in faults:
        OUT.print(plain(f"  {fault.weight}  {fault.code}: {fault.text}"))


@app.command()
def register(
    folder: Folder = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each version.")] = False,
) -> None:
    """List every version that was ever tried on history, with its state, dates and who put it in force.

    A version whose review has lapsed is suspended, one whose end has passed is retired; neither is in force.

    Example: gatehouse criteria register
    """
    try:
        entries = register_in(folder).entries(today())
    except CriterionError as fault:
        raise Refused(str(fault)) from fault
    if json:
        for entry in entries:
            write_json(_entry_json(entry))
    else:
        _show_register(entries)


def _show_register(entries: list[Entry]) -> None:
    table = Table("criterion", "state", "since", "by", "review by", "sunset", "title", "reason", box=None)
    for entry in entries:
        one = entry.criterion
        row = (one.name, entry.state, entry.since, entry.by, str(one.review_by), str(one.sunset), one.title)
        table.add_row(*map(plain, (*row, entry.reason)))
    OUT.print(table if entries else "no criterion was tried yet; `gatehouse criteria shadow FILE` tries one")


def _entry_json(entry: Entry) -> dict[str, str | int | dt.date]:
    one = entry.criterion
    return {
        "identifier": one.identifier,
        "version": one.version,
        "sha256": one.sha256,
        "state": entry.state,
        "since": entry.since,
        "by": entry.by,
        "reason": entry.reason,
        "title": one.title,
        "purpose": one.purpose,
        "legal_basis": one.legal_basis,
        "author": one.author,
        "approver": one.approver,
        "written": one.written,
        "review_by": one.review_by,
        "sunset": one.sunset,
        "report": entry.report,
    }

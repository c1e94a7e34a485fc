"""The command `gatehouse` and what all of its parts share: help, version, and how errors leave."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Annotated, Any

import typer

from gatehouse import __version__
from gatehouse.app.collector import unhurried
from gatehouse.cli import (
    accounts,
    assess,
    audit,
    carriers,
    cases,
    clients,
    criteria,
    demo,
    disclosures,
    enquiries,
    hits,
    ingest,
    law,
    listings,
    lists,
    live_number,
    match,
    obligations,
    oversight,
    read,
    receive,
    redress,
    retention,
    review,
    screen,
    serve,
    simulate,
    simulate_list,
    texts,
    work,
)
from gatehouse.cli.console import Refused, Unavailable, discard_output, flush_output, printable, say_error
from gatehouse.cli.typed import Typed
from gatehouse.safeguards import wordless

HELP = """Screens travellers as Security Council resolution 2396 (2017) asks.

API and PNR messages in, explained hits out. Nothing here decides about a person: a hit waits for one.

Without a database: [bold]read[/], [bold]screen[/], [bold]match[/], [bold]criteria[/], [bold]law[/],
[bold]simulate[/], [bold]simulate-list[/], [bold]texts[/], [bold]obligations[/].
With one (embedded, or the PostgreSQL 16+ that DATABASE_URL names):
[bold]lists[/], [bold]ingest[/] (or [bold]receive[/] and, on one host or several, [bold]work[/]), [bold]hits[/],
[bold]review[/], [bold]audit[/] (whose countersigning and verifying need none), [bold]retention[/], [bold]redress[/],
[bold]disclosures[/], [bold]cases[/], [bold]oversight[/], [bold]carriers[/], [bold]assess[/],
[bold]accounts[/], [bold]clients[/] and [bold]serve[/] (the workbench in a browser), [bold]demo[/].

Exit status: 0 done; 1 not done for a reason outside the input; 2 the input or the command line was refused.
"""

app = typer.Typer(help=HELP, rich_markup_mode="rich", no_args_is_help=True, add_completion=False)
app.command("read")(read.read)
app.command("screen")(screen.screen)
app.command("match")(match.match)
app.command("simulate")(simulate.simulate)
app.command("simulate-list")(simulate_list.simulate_list)
app.command("find")(enquiries.find)
app.command("border-check")(enquiries.border_check)
app.add_typer(lists.app, name="lists")
app.add_typer(listings.app, name="listings")
app.add_typer(criteria.app, name="criteria")
app.add_typer(carriers.app, name="carriers")
app.command("ingest")(ingest.ingest)
app.command("receive")(receive.receive)
app.add_typer(work.app, name="work")
app.command("hits")(hits.hits)
app.command("live-number")(live_number.live_number)
app.add_typer(review.app, name="review")
app.add_typer(law.app, name="law")
app.add_typer(audit.app, name="audit")
app.add_typer(retention.app, name="retention")
app.add_typer(redress.app, name="redress")
app.add_typer(disclosures.app, name="disclosures")
app.add_typer(cases.app, name="cases")
app.add_typer(oversight.app, name="oversight")
app.add_typer(assess.app, name="assess")
app.add_typer(texts.app, name="texts")
app.add_typer(obligations.app, name="obligations")
app.add_typer(accounts.app, name="accounts")
app.add_typer(clients.app, name="clients")
app.command("serve")(serve.serve)
app.command("demo")(demo.demo)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gatehouse {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options before the command."""
    del version  # its callback has acted


FORESEEN = (typer.Exit, typer.TyperException, Refused, Unavailable, OSError)
"""Errors that have words of their own, chosen by us."""


def main() -> None:
    """Run the command line; the only place where an expected error becomes an exit status.

    The exit status is never left to the library underneath, whose own for an interruption is another one.
    """
    unhurried()
    wordless.everywhere()
    printable(sys.stdout)
    try:
        unforeseen = wordless.fault_of(_run, sys.argv[1:], foreseen=FORESEEN)
    except typer.Exit as leaving:
        sys.exit(leaving.exit_code)
    except typer.TyperException as fault:
        _say_usage(fault)
        sys.exit(2)
    except Refused as refusal:
        say_error(_safely(str(refusal)))
        sys.exit(2)
    except Unavailable as fault:
        say_error(_safely(str(fault)))
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say, nor anybody to say it to.
        discard_output()
        return
    except OSError as fault:
        say_error(_safely(_outside(fault)))
        discard_output()
        sys.exit(1)
    except KeyboardInterrupt:
        say_error("interrupted; run the same command again to go on")
        sys.exit(1)
    if unforeseen:
        wordless.say(unforeseen)
        discard_output()
        sys.exit(wordless.FAILED)


@cache
def _commands() -> Any:
    """Every command with its options, put together once: it takes a tenth of a second."""
    return typer.main.get_command(app)


def _run(arguments: list[str]) -> None:
    try:
        with _commands().make_context("gatehouse", arguments) as context:
            _commands().invoke(context)
        flush_output()
    except typer.Exit:
        # Help, a version, or a command's own status: what was written has to leave before the status does.
        flush_output()
        raise


def _say_usage(fault: typer.TyperException) -> None:
    """A wrong command line in one line. Where the library has shown the help instead, there is nothing to add."""
    context = getattr(fault, "ctx", None)
    command = context.command_path if context else "gatehouse"
    if told := _safely(fault.format_message().rstrip(".")):
        say_error(f"{command}: {told}; see `{command} --help`")


def _safely(told: str) -> str:
    """What is told, without the values that were typed."""
    return Typed(_commands(), sys.argv[1:]).without_values(told)


def _outside(fault: OSError) -> str:
    """What the system refused, in one line."""
    cause = fault.strerror or type(fault).__name__
    where = os.fsdecode(fault.filename) if fault.filename else "input or output"
    return f"{where}: {cause}; check the path, its permissions and the free space"

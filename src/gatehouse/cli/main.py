"""The command `gatehouse` and what all of its parts share: help, version, and how errors leave."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from gatehouse import __version__
from gatehouse.app.collector import unhurried
from gatehouse.cli import demo, hits, ingest, lists, match, read, screen, simulate
from gatehouse.cli.console import Refused, Unavailable, say_error

HELP = """Screens travellers as Security Council resolution 2396 (2017) asks.

API and PNR messages in, explained hits out. Nothing here decides about a person: a hit waits for one.

Without a database: [bold]read[/], [bold]screen[/], [bold]match[/], [bold]simulate[/].
With one (embedded, or the PostgreSQL 16+ that DATABASE_URL names):
[bold]lists[/], [bold]ingest[/], [bold]hits[/], [bold]demo[/].

Exit status: 0 done; 1 not done for a reason outside the input; 2 the input or the command line was refused.
"""

app = typer.Typer(help=HELP, rich_markup_mode="rich", no_args_is_help=True, add_completion=False)
app.command("read")(read.read)
app.command("screen")(screen.screen)
app.command("match")(match.match)
app.command("simulate")(simulate.simulate)
app.add_typer(lists.app, name="lists")
app.command("ingest")(ingest.ingest)
app.command("hits")(hits.hits)
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


def main() -> None:
    """Run the command line; the only place where an expected error becomes an exit status."""
    unhurried()
    try:
        app(prog_name="gatehouse")
    except Refused as refusal:
        say_error(str(refusal))
        sys.exit(2)
    except Unavailable as fault:
        say_error(str(fault))
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say, nor anybody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        say_error("interrupted; run the same command again to go on")
        sys.exit(1)

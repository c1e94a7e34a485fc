"""`gatehouse audit follow`: the log as it grows, a line of JSON for each entry, for a system of alarms to read."""

from __future__ import annotations

import time
from typing import Annotated

import orjson
import typer

from gatehouse.cli.audit_export import record_in_log
from gatehouse.cli.audit_keys import refusing
from gatehouse.cli.console import OUT
from gatehouse.cli.stored import stored

LOOK_SECONDS = 2.0
"""How often it is looked for new entries."""


def follow(
    since: Annotated[int | None, typer.Option(min=0, help="From this entry on; from the next one otherwise.")] = None,
    once: Annotated[bool, typer.Option("--once", help="End when everything that is there now is told.")] = False,
) -> None:
    """Write each entry as JSON Lines with its number, as soon as it is committed, until stopped.

    Pipe it into the collector of your system of alarms; it can begin again where it was by --since. Entries hold
    references and nobody's data. That the log is followed is itself an entry.

    Example: gatehouse audit follow --since 120000 | logger --tag gatehouse
    """
    with stored(), refusing():
        from gatehouse.audit import log

        record_in_log("log.exported", {})
        at = log.size() if since is None else since
        while True:
            for number, leaf in log.leaves(at, log.size()):
                # Written by itself, so that whoever reads has it at once.
                OUT.file.write(orjson.dumps({"number": number, **orjson.loads(leaf)}).decode() + "\n")
                at = number + 1
            OUT.file.flush()
            if once:
                return
            time.sleep(LOOK_SECONDS)

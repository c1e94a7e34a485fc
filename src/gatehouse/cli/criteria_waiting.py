"""`gatehouse criteria trials`: trials that were asked for on the pages, run one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT
from gatehouse.cli.criteria_register import FOLDER_HELP, register_in
from gatehouse.cli.stored import stored


def trials(folder: Annotated[Path | None, typer.Option(help=FOLDER_HELP)] = None) -> None:
    """Run the trials of criteria that wait on the pages, and end.

    Safe to run as often and beside as many others as wanted: each trial is run by one process, and one that was left
    behind is taken up anew.

    Example: gatehouse criteria trials
    """
    with stored():
        from gatehouse.screening.authoring.trials import run_waiting

        done = run_waiting(register_in(folder))
    OUT.print(f"{done} trials run")

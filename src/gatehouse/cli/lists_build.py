"""`gatehouse lists build`: lists compiled ahead for searching, and the kernels that search them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, cast

import typer

from gatehouse.cli.console import OUT, Refused, plain, progress
from gatehouse.cli.list_files import entries_of
from gatehouse.cli.stored import stored
from gatehouse.screening.matching.index import layout
from gatehouse.screening.matching.index.build import Progress
from gatehouse.screening.matching.screener import Screener


def build(
    lists: Annotated[
        list[Path] | None, typer.Option("--list", help="A list file; once for each. Without it: the stored lists.")
    ] = None,
    index: Annotated[
        Path | None, typer.Option(help="Folder for the compiled lists; needed with --list, else in the home directory.")
    ] = None,
) -> None:
    """Compile lists into a folder that all workers share, and the search itself for this machine.

    The folder is put in use in one step when it is whole; an older one stays in use until then. A folder that was
    changed, cut short or made by another version is refused when it is opened, and compiled anew.

    Example: gatehouse lists build --list list.csv --index compiled
    """
    if lists and index is None:
        raise Refused("lists build: --list needs --index DIR; example: gatehouse lists build --list a.csv --index here")
    began = time.monotonic()
    with progress() as bar:
        task = bar.add_task("reading entries", total=None)

        def told(done: int) -> None:
            bar.update(task, description=f"{done} entries read")

        folder = _of_files(lists, index, told) if lists and index else _of_stored(index, told)
        bar.update(task, description="checking, compiling kernels …")
        screener = Screener.open(folder)
        screener.warm()
    seconds = time.monotonic() - began
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    count = len(screener.by_identifier)
    OUT.print(plain(f"{folder}: {count} entries, {size:.0f} MB, {seconds:.1f} s; kernels compiled"))


def _of_stored(index: Path | None, told: Progress) -> Path:
    with stored():
        from django.conf import settings

        from gatehouse.screening import lists_in_force

        return lists_in_force.build(index or cast(Path, settings.LISTS_FOLDER), told)


def _of_files(files: list[Path], index: Path, told: Progress) -> Path:
    folder = index / f"lists-{time.time_ns()}"
    layout.write(entries_of(files), folder, {}, told)
    layout.put_in_use(index, folder)
    return folder

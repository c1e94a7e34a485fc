"""`gatehouse receive`: files into safe keeping, for `gatehouse work` to do the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, progress
from gatehouse.cli.lawful import lawful_screening
from gatehouse.cli.stored import present, stored, tell_quarantined


def receive(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of messages.")],
) -> None:
    """Commit the bytes of files to the database, without what is sensitive: `gatehouse work` screens them.

    The same bytes again are held once. A file that the system does not let us read, that is too large or
    that holds no interchange, is told
    and the others are received; the exit status is then 2.

    Example: gatehouse receive incoming/
    """
    arrived = present(paths)
    lawful_screening()
    with stored():
        refusals = _received(arrived)
    tell_quarantined(refusals)


def _received(paths: list[Path]) -> list[tuple[str, str]]:
    """Receive with a progress bar; the name and error of each file that could not be."""
    from gatehouse.screening import flow
    from gatehouse.screening.intake import receiving

    files = flow.files_of(paths)
    known = size = 0
    refusals = []
    with progress() as bar:
        for path in bar.track(files, description="receiving"):
            received = receiving.receive(path, flow.CHANNEL_FILE)
            known, size = known + received.is_known, size + received.size
            if received.error:
                refusals.append((path.name, received.error))
    before = f" ({known} held before)" if known else ""
    OUT.print(f"{len(files)} files{before}, {size:,} bytes; `gatehouse work` screens what is unfinished")
    return refusals

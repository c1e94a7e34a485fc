"""`gatehouse receive`: files into safe keeping, for `gatehouse work` to do the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gatehouse.cli.console import OUT, Refused, progress
from gatehouse.cli.lawful import lawful_screening
from gatehouse.cli.officer import visit
from gatehouse.cli.stored import present, stored, tell_quarantined
from gatehouse.cli.visiting import As, refusals_told
from gatehouse.safeguards.vocabulary import Role


def receive(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of messages.")],
    replaces: Annotated[
        int | None,
        typer.Option("--replaces", min=1, help="The number of the quarantined or failed file that this one repairs."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why it takes that one's place, in words.")] = "",
    role: As = Role.OPERATOR,
) -> None:
    """Commit the bytes of files to the database, without what is sensitive: `gatehouse work` screens them.

    The same bytes again are held once. A file that the system does not let us read, that is too large or
    that holds no interchange, is told
    and the others are received; the exit status is then 2.

    With --replaces one repaired file takes the place of one that could not be read, for a reason: each names the other
    and the old one stays on record (docs/work.md). The inbox of the workbench shows the numbers.

    Example: gatehouse receive incoming/
    """
    arrived = present(paths)
    if (replaces is None) != (not reason):
        raise Refused("receive: --replaces and --reason go together: which file, and why")
    lawful_screening()
    if replaces is not None:
        _replaced(arrived, replaces, reason, role or Role.OPERATOR)
        return
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


def _replaced(paths: list[Path], number: int, reason: str, role: Role) -> None:
    """Receive one file in the place of another, and say its number."""
    if len(paths) != 1 or not paths[0].is_file():
        raise Refused("receive: --replaces takes one file, which is no folder")
    with stored(), refusals_told(), paths[0].open("rb") as stream:
        from gatehouse.safeguards.vocabulary import PurposeClass
        from gatehouse.screening.intake import replacing

        size = paths[0].stat().st_size
        try:
            new = replacing.replace(visit(role, PurposeClass.UPKEEP, "receive"), number, stream, size, reason)
        except replacing.ReplacementError as fault:
            raise Refused(f"receive: {fault}") from fault
    OUT.print(f"file {new} takes the place of file {number}; `gatehouse work` screens it")

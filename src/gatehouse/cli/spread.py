"""`gatehouse screen --cluster` and `--out`: parts cut, screened anywhere, put together again, and told of."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray
from rich.progress import Progress, TaskID

from gatehouse import __version__
from gatehouse.cli.console import ERR, Refused, Unavailable, opened, progress, say_error
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import refusals_told, visit_by_environment
from gatehouse.screening.matching.index.layout import write
from gatehouse.screening.matching.operating import Thresholds
from gatehouse.screening.matching.pair import ENGINE
from gatehouse.screening.spread.cluster import Cluster, ClusterError, Contents, cluster
from gatehouse.screening.spread.outlet import Outlet, OutletError
from gatehouse.screening.spread.parts import Part, Piece, parts_of, pieces_of
from gatehouse.screening.spread.screening import Refusal
from gatehouse.screening.spread.shipping import Shipped, shipped
from gatehouse.screening.spread.stored import STORED_NAME, stored_pieces
from gatehouse.terms.entry import ListEntry


class Lists(NamedTuple):
    """The lists made ready to travel: what they are, and the content of each file."""

    shipped: Shipped
    contents: Contents


def _bytes_of(path: Path) -> NDArray[np.uint8]:
    return np.fromfile(path, np.uint8)


@contextmanager
def compiled(entries: list[ListEntry], thresholds: Thresholds) -> Iterator[Lists]:
    """The entries compiled into an index that can be mapped and sent; it goes with the block."""
    with tempfile.TemporaryDirectory(prefix="gh-index-") as above, progress() as bar:
        task = bar.add_task("compiling the lists", total=len(entries))
        folder = write(entries, Path(above, "index"), {}, lambda done: bar.update(task, completed=done))
        bar.remove_task(task)
        lists = shipped(folder, thresholds, (entry.list for entry in entries))
        yield Lists(lists, {name: partial(_bytes_of, folder / name) for name in lists.files})


def screen_spread(files: list[Path], lists: Lists, address: str, out: Path | None) -> None:
    """Screen the files on the cluster; JSON Lines to stdout, or to a file for each part in the folder `out`.

    Raises `Exit(2)` at the end when any file was refused.
    """
    try:
        outlet = Outlet(out, _question(lists.shipped)) if out else None
        with cluster(address) as at_work, _told(files) as told:
            parts = parts_of(_pieces(files, told))
            if outlet:
                _to_folder(at_work, lists, parts, (outlet, told))
            else:
                _to_stdout(at_work, lists, parts, told)
    except ClusterError as fault:
        raise Unavailable(str(fault)) from fault
    except OutletError as fault:
        raise Refused(str(fault)) from fault
    if out:
        skipped = f", {told.skipped} parts finished before" if told.skipped else ""
        ERR.print(f"{told.travellers} travellers in {told.parts} parts in {out}{skipped}")
    if told.left_out:
        say_error(f"in {told.left_out} searches of this run something was left out; `left_out` of each line says what")
    if told.any_refused:
        raise typer.Exit(2)


def _question(lists: Shipped) -> dict[str, str]:
    """What answers depend on, besides the travellers."""
    thresholds = lists.thresholds.in_words()
    return {"lists": lists.checksum, "threshold": thresholds, "engine": ENGINE, "gatehouse": __version__}


class _Told:
    """What was done, told on a bar while it is done."""

    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar, self._task = bar, task
        self.parts = self.travellers = self.skipped = self.left_out = 0
        self.any_refused = False

    def took(self, part: Part | None, travellers: int, refusals: Iterable[Refusal]) -> None:
        """A part is answered; without `part` it was before this run."""
        self.parts += 1
        self.skipped += part is None
        self.travellers += travellers
        for refusal in refusals:
            self.refused(f"{refusal.file}: {refusal.cause}")
        text = f"{self.travellers} travellers screened"
        self._bar.update(self._task, description=text, advance=part.size if part else 0)

    def refused(self, text: str) -> None:
        """A file cannot be taken, or not to its end."""
        say_error(text)
        self.any_refused = True


@contextmanager
def _told(files: list[Path]) -> Iterator[_Told]:
    known = [path.stat().st_size for path in files if path.is_file()]
    with progress() as bar:
        total = sum(known) if len(known) == len(files) else None
        yield _Told(bar, bar.add_task("starting", total=total))


def _pieces(files: list[Path], told: _Told) -> Iterator[Piece]:
    """The pieces of all files; one that cannot be opened is told and does not stop the others."""
    for path in files:
        if str(path) == STORED_NAME:
            with stored():
                _tell_the_log()
                yield from stored_pieces()
            continue
        try:
            with opened(path) as file:
                yield from pieces_of(file.stream, file.name, file.sha256)
        except Refused as refusal:
            told.refused(str(refusal))


def _tell_the_log() -> None:
    """All stored travellers are compared for whoever runs this: a search, asked and told as any other."""
    from gatehouse.records import opened as door
    from gatehouse.records import subject
    from gatehouse.safeguards.vocabulary import Act, SubjectClass

    visit = visit_by_environment()
    with refusals_told(), door(visit, Act.SEARCH, subject(SubjectClass.TRAVELLER, "store:travellers")):
        pass


def _to_stdout(at_work: Cluster, lists: Lists, parts: Iterable[Part], told: _Told) -> None:
    for part, answer in at_work.screened(parts, *lists):
        sys.stdout.buffer.write(answer.lines)
        told.took(part, answer.travellers, answer.refusals)
        told.left_out += answer.left_out


def _to_folder(at_work: Cluster, lists: Lists, parts: Iterable[Part], to: tuple[Outlet, _Told]) -> None:
    outlet, told = to
    digests: list[str] = []

    def unfinished() -> Iterator[Part]:
        for part in parts:
            digests.append(part.digest)
            if before := outlet.finished(part):
                told.took(None, before.travellers, before.refusals)
            else:
                yield part

    for part, answer in at_work.screened(unfinished(), *lists):
        outlet.write(digests[part.number], answer)
        told.took(part, answer.travellers, answer.refusals)
        told.left_out += answer.left_out
    outlet.close(digests)

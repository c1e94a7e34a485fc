"""`gatehouse simulate-list`: a synthetic list of national size, and travellers for it with a known truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from gatehouse.cli.console import OUT, Refused, progress

LIST_FILE, TRAVELLERS_FILE = "list.csv", "travellers.csv"
STEP = 1_000

Made = TypeVar("Made")


def simulate_list(
    out: Annotated[Path, typer.Option(help="Folder to write into; made when missing, refused when not empty.")],
    entries: Annotated[
        int, typer.Option(min=1, help="How many entries; 2,000,000 have about 5,000,000 names.")
    ] = 100_000,
    travellers: Annotated[int, typer.Option(min=0, help="How many people on no list.")] = 10_000,
    plant: Annotated[int, typer.Option(min=0, help="How many entries travel, each kind of variation in turn.")] = 1_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 1,
) -> None:
    """Write list.csv, a list of any size, and travellers.csv, whose last columns say who is which entry, told how.

    All persons are fictitious. Use it to measure how fast and how well a list of national size is searched.

    Example: gatehouse simulate-list --entries 2000000 --travellers 10000 --plant 1000 --out national
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refused(f"{out}: is not an empty folder; name a new one")
    # Imported here: Faker's locales are slow to load and no other command wants them.
    from gatehouse.screening.watchlists.own_csv_writer import write_list
    from gatehouse.simulation import national_list, national_travellers

    out.mkdir(parents=True, exist_ok=True)
    with (out / LIST_FILE).open("w", encoding="utf-8", newline="") as stream:
        listed = write_list(_shown(national_list.entries(entries, seed), "entries", entries), stream)
    made = chain(national_travellers.planted(plant, entries, seed), national_travellers.unlisted(travellers, seed))
    with (out / TRAVELLERS_FILE).open("w", encoding="utf-8", newline="") as stream:
        told = national_travellers.write_travellers(_shown(made, "travellers", plant + travellers), stream)
    OUT.print(f"{listed} list entries: {out / LIST_FILE}")
    OUT.print(f"{told} travellers, {plant} of them planted: {out / TRAVELLERS_FILE}")


def _shown(made: Iterable[Made], what: str, total: int) -> Iterator[Made]:
    """The same, moving a progress bar."""
    with progress() as bar:
        task = bar.add_task(f"simulating {what}", total=total)
        for count, one in enumerate(made, start=1):
            if not count % STEP:
                bar.update(task, completed=count)
            yield one

"""`gatehouse simulate`: synthetic traffic with a known truth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.console import OUT, Refused, progress

if TYPE_CHECKING:
    from gatehouse.simulation.plan import Plan, Summary


def simulate(
    out: Annotated[Path, typer.Option(help="Folder to write into; made when missing, refused when not empty.")],
    travellers: Annotated[int, typer.Option(min=1, help="How many travellers.")] = 10_000,
    plant: Annotated[int, typer.Option(min=0, help="How many of them are entries of the list.")] = 100,
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 1,
    entries: Annotated[int, typer.Option(min=1, help="How many entries the list has.")] = 2_000,
) -> None:
    """Write a synthetic day: messages, a list, and truth.csv saying who is which entry.

    All persons are fictitious. truth.csv names, for every planted traveller, the entry and the kind of variation
    (word order, truncation, another romanisation, a birth date one digit off …), so that recall can be measured.

    Example: gatehouse simulate --travellers 10000 --plant 100 --seed 7 --out day
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Refused(f"{out}: is not an empty folder; name a new one")
    # Imported here: Faker's locales are slow to load and no other command wants them.
    from gatehouse.simulation.plan import Plan, PlanError

    try:
        plan = Plan(travellers=travellers, plant=plant, seed=seed, out=out, entries=entries)
    except PlanError as fault:
        raise Refused(f"simulate: {fault}") from fault
    summary = simulated(plan)
    OUT.print(f"{summary.messages} messages on {summary.flights} flights in {out / 'messages'}")
    OUT.print(f"{summary.travellers} travellers, {summary.planted} of them planted: {out / 'truth.csv'}")
    OUT.print(f"{summary.entries} list entries: {out / 'list.csv'}")


def simulated(plan: Plan) -> Summary:
    """Simulate with a progress bar."""
    from gatehouse.simulation.day import simulate as run

    with progress() as bar:
        tasks = {stage: bar.add_task(f"simulating {stage}", total=None) for stage in ("list", "travellers")}
        return run(plan, lambda stage, done, total: bar.update(tasks[stage], completed=done, total=total))

"""`gatehouse lists operating-points`: what each threshold finds and costs, as measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, write_json
from gatehouse.screening.matching.operating import OperatingPoint, table_text, toml_of
from gatehouse.screening.matching.operating import operating_points as shipped_points
from gatehouse.screening.matching.pair import THRESHOLD

if TYPE_CHECKING:
    from gatehouse.cli.measured_points import Measured

TRAVELLERS = 5_000
TRAVELLERS_MAX = 1_000_000
PER_DAY = 100_000
NOT_KNOWN = (
    "The travellers are synthetic: names by frequency over the world's cultures, not your passengers. Countries whose"
    " people travel more with you than in the world, families, and namesakes of your own listed persons are not in it;"
    " the listed ones had one error in the name and told a true birth date. Count your own hits before you rely on it."
)
"""What such a measurement cannot know; said with every one."""


def operating_points(
    travellers_per_day: Annotated[int, typer.Option(min=0, help="Travellers a day at your borders.")] = PER_DAY,
    lists: Annotated[
        list[Path] | None, typer.Option("--list", help="A list file (once for each), or a folder of compiled lists.")
    ] = None,
    travellers: Annotated[
        int, typer.Option(min=1, max=TRAVELLERS_MAX, help="With --list: synthetic travellers on no list.")
    ] = TRAVELLERS,
    false_per_thousand: Annotated[
        float, typer.Option(min=0.0, help="With --list: most false candidates for 1,000 travellers.")
    ] = 1.0,
    undated_share: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Share of your travellers who state no birth date.")
    ] = 0.0,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, one object for each list.")] = False,
) -> None:
    """Show what each threshold finds and costs: recall, false candidates, and hits a day at your traffic.

    Without --list: as measured on one real list of some 700 persons; false candidates grow with the list. With it:
    measured on your own, with synthetic travellers, and thresholds are suggested that a file for --threshold can
    hold. Recall is of listed persons with one typing error, in another order, or both; * marks the threshold that is
    shipped.

    Example: gatehouse lists operating-points --travellers-per-day 50000
    Example: gatehouse lists operating-points --list list.csv --false-per-thousand 0.5
    """
    day = (travellers_per_day, undated_share)
    if not lists:
        _show_shipped(day, as_json=json)
        return
    absent = [path for path in lists if not path.exists()]
    if absent:
        raise Refused(f"{absent[0]}: no such file or folder; check the name")
    # Imported here: the table that is shipped needs no matcher.
    from gatehouse.cli.measured_points import measured

    found = measured(lists, travellers)
    for one in found:
        _show(one, day, false_per_thousand, as_json=json)
    if not json:
        _suggest(found, day, false_per_thousand)


def _show_shipped(day: tuple[int, float], *, as_json: bool) -> None:
    points = shipped_points()
    if as_json:
        write_json({"list": None, "points": _points_json(points, day)})
    else:
        OUT.print(_table(points, day))


def _show(one: Measured, day: tuple[int, float], most: float, *, as_json: bool) -> None:
    from gatehouse.screening.matching.measuring import lowest_allowed

    allowed = lowest_allowed(one.points, most, day[1])
    counts = {"list": one.list, "persons": one.persons, "appearances": one.appearances, "travellers": one.travellers}
    if as_json:
        suggested = {"false_per_thousand_max": most, "suggested": allowed.threshold if allowed else None}
        write_json(counts | suggested | {"points": _points_json(one.points, day), "not_known": NOT_KNOWN})
        return
    told = f"{one.persons} persons told in {one.appearances} ways, {one.travellers} synthetic travellers on no list"
    OUT.print(f"[bold]{plain(one.list)}[/]: {told}")
    OUT.print(_table(one.points, day))


def _points_json(points: Sequence[OperatingPoint], day: tuple[int, float]) -> list[dict[str, float]]:
    return [point._asdict() | {"hits_per_day": point.hits_per_day(*day)} for point in points]


def _table(points: Sequence[OperatingPoint], day: tuple[int, float]) -> Table:
    shown = Table("threshold", "recall", "recall, no birth date", "false per 1,000", "false per 1,000, no birth date")
    shown.add_column(f"candidates a day of {day[0]:,}", justify="right")
    for point, row in zip(points, table_text(points, *day), strict=True):
        mark = " *" if abs(point.threshold - THRESHOLD) < 1e-9 else ""
        shown.add_row(row[0] + mark, *row[1:])
    return shown


def _suggest(found: Sequence[Measured], day: tuple[int, float], most: float) -> None:
    """The lowest thresholds with so few false candidates, as a file; or that there are none."""
    from gatehouse.screening.matching.measuring import NONE_SEEN, suggested

    chosen = suggested({one.list: one.points for one in found}, most, day[1])
    if chosen is None:
        OUT.print(f"No threshold that was tried has at most {most:g} false candidates for 1,000 travellers.")
    else:
        OUT.print(f"The lowest with at most {most:g} false candidates for 1,000 travellers, as thresholds.toml:")
        for line in ("", *toml_of(chosen).splitlines(), ""):
            OUT.print(plain(line))
    least = 1000 * NONE_SEEN / found[0].travellers
    OUT.print(f"A rate below {least:.2g} for 1,000 cannot be told from none with so many travellers. {NOT_KNOWN}")

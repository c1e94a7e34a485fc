"""`gatehouse lists operating-points`: what each threshold finds and costs, as measured."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT
from gatehouse.screening.matching.operating import operating_points as measured
from gatehouse.screening.matching.operating import table_text
from gatehouse.screening.matching.pair import THRESHOLD


def operating_points(
    travellers_per_day: Annotated[int, typer.Option(min=0, help="Travellers a day at your borders.")] = 100_000,
) -> None:
    """Show what each threshold finds and costs: recall, false candidates, and hits a day at your traffic.

    Measured on one real list of some 700 persons; false candidates grow with the list. Recall is of listed persons
    with one typing error, in another order, or both; * marks the threshold that is shipped.

    Example: gatehouse lists operating-points --travellers-per-day 50000
    """
    shown = Table("threshold", "recall", "recall, no birth date", "false per 1,000", "false per 1,000, no birth date")
    shown.add_column(f"candidates a day of {travellers_per_day:,}", justify="right")
    points = measured()
    for point, row in zip(points, table_text(points, travellers_per_day), strict=True):
        mark = " *" if abs(point.threshold - THRESHOLD) < 1e-9 else ""
        shown.add_row(row[0] + mark, *row[1:])
    OUT.print(shown)

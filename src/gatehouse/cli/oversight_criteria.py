"""`gatehouse oversight criteria` and `disparity`: the register, and what criteria did to whom, month by month."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, plain, write_json
from gatehouse.cli.overseeing import READER, Json, Role, asking

if TYPE_CHECKING:
    from gatehouse.oversight.criteria_kept import MonthReport

WITHHELD = "withheld"


def criteria(role: Role = READER) -> None:
    """Show the register of criteria: every version that was ever tried, its state, since when, by whom and why.

    Example: gatehouse oversight criteria
    """
    with asking(role) as asked:
        from gatehouse.oversight.criteria_kept import register

        found = register(asked, dt.datetime.now(dt.UTC).date())
    table = Table("criterion", "state", "since", "by", "reason", "review by", "ends", box=None, pad_edge=False)
    for one in found:
        days = map(str, (one.criterion.review_by, one.criterion.sunset))
        table.add_row(*map(plain, (one.criterion.name, one.state, str(one.since or ""), one.by, one.reason)), *days)
    OUT.print(table)
    OUT.print(f"{len(found)} versions")


def disparity(
    month: Annotated[str, typer.Option(help="A month (2026-10); all that were reported when not given.")] = "",
    role: Role = READER,
    json: Json = False,
) -> None:
    """Show the monthly reports on groups, as they were kept: small cells were withheld before.

    An operator makes the report of a month with `gatehouse criteria disparity`, once.

    Example: gatehouse oversight disparity --month 2026-10
    """
    with asking(role) as asked:
        from gatehouse.oversight.criteria_kept import disparity as kept

        found = kept(asked, month)
    for one in found:
        if json:
            write_json({"file": one.file, "sha256": one.sha256, "report": one.body})
        else:
            _show(one)
    if not json:
        OUT.print(f"{len(found)} reports")


def _show(one: MonthReport) -> None:
    said = one.body
    OUT.print(plain(f"{said['identifier']} {said['version']} on {said['history']}: {said['travellers']} travellers"))
    table = Table("group", "", "travellers", "hits", "false", "flagged", box=None, pad_edge=False)
    for row in said["disparity"]:
        table.add_row(row["dimension"], plain(str(row["group"])), *_cells(row))
    OUT.print(table)
    OUT.print(f"  cells of fewer than {said['k']} people, and as many as hide them, are withheld; SHA-256 {one.sha256}")


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    if row["travellers"] is None:
        return (WITHHELD, "", "", "")
    false = "not told" if row["false_hits"] is None else str(row["false_hits"])
    return (str(row["travellers"]), str(row["hits"]), false, "flagged" if row["is_flagged"] else "")

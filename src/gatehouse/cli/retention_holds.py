"""`gatehouse retention hold`, `release`, `holds`: a named case keeps data beyond their clocks."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.retention_actor import By, For, With, visit
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import refusals_told


def hold(
    case: Annotated[int, typer.Option(min=1, help="The number of the case.")],
    traveller: Annotated[list[int], typer.Option(min=1, help="A traveller's number; repeatable.")],
    until: Annotated[dt.datetime, typer.Option(formats=["%Y-%m-%d"], help="The last day of the hold.")],
    by: By,
    what_for: For,
    second: With = None,
) -> None:
    """Keep travellers' data for a named case until a day, by two persons, whatever the clocks say.

    Example: gatehouse retention hold --case 17 --traveller 123 --until 2027-03-31 --by 4:senior-analyst
    --with 9:data-protection-officer --for reasoned-request/ORDER-5
    """
    with stored(), refusals_told():
        from gatehouse.retention import holds as room
        from gatehouse.retention.errors import RetentionError
        from gatehouse.screening.enquiries.numbers import unknown

        who = visit(by, what_for, second)
        if missing := unknown(who, traveller):
            raise Refused(f"no traveller is held here under {', '.join(map(str, missing))}; check the numbers")
        try:
            made = room.place(who, f"case:{case}", traveller, until.date())
        except RetentionError as fault:
            raise Refused(str(fault)) from fault
    OUT.print(f"hold {made.id}: {len(set(traveller))} travellers of case {case} until {made.until}")


def release(
    number: Annotated[int, typer.Argument(min=1, help="The number of the hold.")],
    by: By,
    what_for: For,
    because: Annotated[str, typer.Option(help="Why it ends, in words.")] = "",
) -> None:
    """End a hold before its day. What it kept goes with the next run, where its clock has run out.

    Example: gatehouse retention release 3 --by 4:senior-analyst --for reasoned-request/ORDER-6
    """
    with stored(), refusals_told():
        from gatehouse.retention import holds as room
        from gatehouse.retention.errors import RetentionError

        try:
            ended = room.release(visit(by, what_for), number, because)
        except RetentionError as fault:
            raise Refused(str(fault)) from fault
    OUT.print(f"hold {ended.id} of {ended.case} has ended")


def holds() -> None:
    """List the holds, those that stand first.

    Example: gatehouse retention holds
    """
    with stored():
        from gatehouse.retention import holds as room

        found = room.listed()
    table = Table(box=None)
    for column in ("hold", "case", "reference", "travellers", "until", "placed by", "with", "ended"):
        table.add_column(column)
    for one, count in found:
        ended = f"{one.ended_at:%Y-%m-%d} by {one.ended_by}" if one.ended_at else ""
        row = (one.id, one.case, one.reason, count, one.until, one.placed_by, one.second, ended)
        table.add_row(*(plain(str(cell)) for cell in row))
    OUT.print(table)

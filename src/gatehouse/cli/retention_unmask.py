"""`gatehouse retention unmask`: masked data asked for, approved by the authority, seen for a time; and the notices."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain, write_json
from gatehouse.cli.retention_actor import By, For, visit, visit_to_answer
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import refusals_told

app = typer.Typer(help="Masked data: ask for it, approve it, see it for a time.", no_args_is_help=True)
SHOWN_MAX = 200
Number = Annotated[int, typer.Argument(min=1, help="The number of the request.")]


def _unmasking(act: str, *arguments: Any) -> Any:
    """Do an act of the room; what it refuses is a refused command line."""
    from gatehouse.retention import unmasking
    from gatehouse.retention.errors import RetentionError

    try:
        with refusals_told():
            return getattr(unmasking, act)(*arguments)
    except RetentionError as fault:
        raise Refused(str(fault)) from fault


@app.command()
def request(
    by: By,
    what_for: For,
    traveller: Annotated[int | None, typer.Option(min=1, help="The traveller's number.")] = None,
    booking: Annotated[int | None, typer.Option(min=1, help="Or the booking's number.")] = None,
) -> None:
    """Ask to see what masking removed of a traveller or a booking. The data protection officer is told.

    Example: gatehouse retention unmask request --traveller 12 --by 4:analyst --for reasoned-request/R-9
    """
    if (traveller is None) == (booking is None):
        raise Refused("unmask request: name a traveller or a booking, and one of them")
    kind, owner = ("traveller", traveller) if traveller else ("booking", booking)
    with stored():
        made = _unmasking("request", visit(by, what_for), kind, owner)
    OUT.print(f"request {made.id} waits for the authority that the law profile names")


@app.command()
def approve(number: Number, by: By) -> None:
    """Approve a request, for the hours that the law profile says. Nobody approves their own.

    Example: gatehouse retention unmask approve 3 --by 9:approving-authority
    """
    with stored():
        asked = _unmasking("approve", visit_to_answer(by), number)
    OUT.print(f"request {asked.id}: {asked.requested_by} may see the data until {asked.ends_at:%Y-%m-%d %H:%M} UTC")


@app.command()
def refuse(number: Number, by: By) -> None:
    """Refuse a request.

    Example: gatehouse retention unmask refuse 3 --by 9:approving-authority
    """
    with stored():
        _unmasking("refuse", visit_to_answer(by), number)
    OUT.print(f"request {number} is refused")


@app.command()
def show(number: Number, by: By) -> None:
    """Show what masking removed, as JSON Lines; for the account that asked, within the time approved.

    Example: gatehouse retention unmask show 3 --by 4:analyst
    """
    with stored():
        values = _unmasking("show", visit_to_answer(by), number)
    for table, row, cells in values:
        write_json({"table": table, "row": row, "values": cells})


@app.command("list")
def listed() -> None:
    """List the newest requests: who asked, for what, and how it was decided.

    Example: gatehouse retention unmask list
    """
    with stored():
        from gatehouse.retention.models import UnmaskRequest

        found = list(UnmaskRequest.objects.order_by("-id")[:SHOWN_MAX])
    table = Table(box=None)
    for column in ("request", "of", "purpose", "reference", "asked by", "state", "decided by", "until"):
        table.add_column(column)
    for one in found:
        until = f"{one.ends_at:%Y-%m-%d %H:%M}" if one.ends_at else ""
        of = f"{one.owner_kind}:{one.owner}"
        row = (one.id, of, one.purpose, one.reference, one.requested_by, one.state, one.decided_by or "", until)
        table.add_row(*(plain(str(cell)) for cell in row))
    OUT.print(table)


@app.command()
def notices(
    unseen: Annotated[bool, typer.Option("--unseen", help="Only those that the officer has not seen.")] = False,
    seen: Annotated[bool, typer.Option("--mark-seen", help="Note that those shown were seen.")] = False,
) -> None:
    """Show the data protection officer's notices: each request, decision and opening. They name people by number.

    Example: gatehouse retention unmask notices --unseen --mark-seen
    """
    with stored():
        from gatehouse.retention import notices as room

        found = room.listed(SHOWN_MAX, unseen_only=unseen)
        table = Table(box=None)
        for column in ("notice", "at", "event", "request", "of", "asked by", "decided by", "seen"):
            table.add_column(column)
        for one in found:
            asked = one.request
            of, when = f"{asked.owner_kind}:{asked.owner}", f"{one.at:%Y-%m-%d %H:%M}"
            row = (one.id, when, one.event, asked.id, of, asked.requested_by, asked.decided_by or "", one.seen_at or "")
            table.add_row(*(plain(str(cell)) for cell in row))
        if seen:
            room.mark_seen([one.id for one in found])
    OUT.print(table)

"""`gatehouse cases`: opened from a confirmed match, closed with an outcome, and listed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.named_account import refuse_in_live_mode
from gatehouse.cli.officer import visit
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import refusals_told

if TYPE_CHECKING:
    from gatehouse.cooperation.cases.case import Row
    from gatehouse.records import Visit

app = typer.Typer(
    help="Cases: what persons made of a confirmed match, with its dates and outcome.", no_args_is_help=True
)
Reference = Annotated[str, typer.Option(help="The reference under which it is worked on.")]


@app.command("open")
def open_(
    hit: Annotated[int, typer.Argument(min=1, help="A hit that two persons confirmed.")],
    kind: Annotated[str, typer.Option(help="border, investigation or protection.")],
    reference: Reference,
) -> None:
    """Open a case of a confirmed hit: it keeps the traveller's data beyond every clock while it is open.

    In live mode people open cases on the pages.

    Example: gatehouse cases open 12 --kind border --reference C-2026-14
    """
    refuse_in_live_mode()
    with _told():
        from gatehouse.cooperation.cases.case import Kind
        from gatehouse.cooperation.cases.working import open_case

        if kind not in tuple(Kind):
            raise Refused(f"--kind: take one of {', '.join(Kind)}")
        number = open_case(_analyst(reference), hit, Kind(kind))
    OUT.print(f"case {number}")


@app.command()
def close(
    case: Annotated[int, typer.Argument(min=1, help="The number of the case.")],
    outcome: Annotated[str, typer.Option(help="acted-on, handed-over, no-ground or not-the-person.")],
    reference: Reference,
) -> None:
    """Close a case: the clock begins that erases whom it was about; number, kind, dates and outcome stay.

    Example: gatehouse cases close 3 --outcome handed-over --reference C-2026-14
    """
    refuse_in_live_mode()
    with _told():
        from gatehouse.cooperation.cases.case import Outcome
        from gatehouse.cooperation.cases.working import close as end

        if outcome not in tuple(Outcome):
            raise Refused(f"--outcome: take one of {', '.join(Outcome)}")
        end(_analyst(reference), case, Outcome(outcome))
    OUT.print(f"case {case} is closed")


@app.command("list")
def list_() -> None:
    """Show the cases that are open; nobody is named. `gatehouse oversight cases` shows all of them.

    Example: gatehouse cases list
    """
    with _told():
        from gatehouse.cooperation.cases.register import standing

        found = standing(_analyst("cases"))
    show(found)


def show(found: list[Row]) -> None:
    """The cases as a table."""
    table = Table("case", "kind", "opened", "closed", "outcome", "erased", "hits", box=None, pad_edge=False)
    for one in found:
        table.add_row(*map(plain, _cells(one)))
    OUT.print(table)
    OUT.print(f"{len(found)} cases")


def _cells(one: Row) -> Iterator[str]:
    yield str(one.number)
    yield one.kind
    yield f"{one.opened_at:%Y-%m-%d}"
    yield f"{one.closed_at:%Y-%m-%d}" if one.closed_at else ""
    yield one.outcome or ""
    yield f"{one.erased_at:%Y-%m-%d}" if one.erased_at else ""
    yield str(one.hits)


def _analyst(reference: str) -> Visit:
    from gatehouse.safeguards.vocabulary import PurposeClass, Role

    return visit(Role.SENIOR_ANALYST, PurposeClass.SCREENING, reference)


@contextmanager
def _told() -> Iterator[None]:
    with stored():
        from gatehouse.cooperation.cases.errors import CaseError

        try:
            with refusals_told():
                yield
        except CaseError as fault:
            raise Refused(str(fault)) from fault

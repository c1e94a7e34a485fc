"""`gatehouse disclosures`: put on record what is given to another authority, by two, before it is handed over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.console import OUT, Refused
from gatehouse.cli.officer import SECOND_HELP, at_the_door, visit

if TYPE_CHECKING:
    from gatehouse.cooperation.disclosures.disclosure import Wanted

app = typer.Typer(help="What is given to other authorities: put on record, by two.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keep the subcommand a subcommand, though there is one."""


@app.command()
def record(
    to: Annotated[str, typer.Option(help="The recipient's code in the law profile (`gatehouse law show`).")],
    gives: Annotated[str, typer.Option(help="What is given: identity,documents,journey,booking,contact,match.")],
    reference: Annotated[str, typer.Option(help="The case or request that it serves.")],
    hit: Annotated[int | None, typer.Option(min=1, help="A hit that two persons confirmed.")] = None,
    traveller: Annotated[int | None, typer.Option(min=1, help="A traveller, for a reasoned request.")] = None,
    second: Annotated[str | None, typer.Option(help=SECOND_HELP)] = None,
) -> None:
    """Put a disclosure on record, in the role of a senior analyst, together with another one; then hand it over.

    A recipient on record is told when redress puts something right or erases it.

    Example: gatehouse disclosures record --to neighbour --hit 12 --gives identity,match --reference C-2026-14
    --second 12/senior-analyst
    """
    if (hit is None) == (traveller is None):
        raise Refused("name either --hit or --traveller")
    with _told():
        from gatehouse.cooperation.disclosures.disclosing import record as put_down
        from gatehouse.safeguards.vocabulary import PurposeClass, Role

        wanted = _wanted(hit, traveller, to, gives)
        purpose = PurposeClass.SCREENING if hit else PurposeClass.REQUEST
        acting = visit(Role.SENIOR_ANALYST, purpose, reference, second)
        number = put_down(replace(acting, recipient=to), wanted)
    OUT.print(f"disclosure {number}")


def _wanted(hit: int | None, traveller: int | None, to: str, gives: str) -> Wanted:
    from gatehouse.cooperation.disclosures.disclosure import Part, Wanted
    from gatehouse.safeguards.vocabulary import SubjectClass

    parts = [one.strip() for one in gives.split(",") if one.strip()]
    if not set(parts) <= set(Part):
        raise Refused(f"--gives: take of {', '.join(Part)}, with commas between them")
    kind = SubjectClass.HIT if hit else SubjectClass.TRAVELLER
    return Wanted(kind, hit or traveller or 0, to, tuple(map(Part, parts)))


@contextmanager
def _told() -> Iterator[None]:
    with at_the_door():
        from gatehouse.cooperation.disclosures.errors import DisclosureError

        try:
            yield
        except DisclosureError as fault:
            raise Refused(str(fault)) from fault

"""`gatehouse listings`: a list that is kept here, entry by entry: proposed by one person, approved by another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.cli.list_files import list_read
from gatehouse.cli.lists import rescreened
from gatehouse.cli.stored import stored
from gatehouse.cli.thresholds import stored_and_screened
from gatehouse.cli.visiting import As, For, Under, refusals_told, visit_of
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.watchlists.errors import KeptListError
from gatehouse.screening.watchlists.listing import Ground, Kind, Listing

if TYPE_CHECKING:
    from gatehouse.screening.watchlists.proposals import Proposed

app = typer.Typer(help="Keep a list of one's own: propose, approve, suspend, remove.", no_args_is_help=True)

Day = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"])]
Why = Annotated[str, typer.Option("--reason", help="Why, in words.")]
Number = Annotated[int, typer.Argument(min=1, help="The number of the proposal.")]


@app.command()
def propose(
    file: Annotated[Path, typer.Argument(help="Our own CSV: one row for each person (docs/lists.md).")],
    kind: Annotated[Kind, typer.Option(help="What is to be done with the entry.")] = Kind.ADD,
    name: Annotated[
        str | None, typer.Option("--list", help="Short name of the list; the file's own otherwise.")
    ] = None,
    ground: Annotated[Path | None, typer.Option(help="The ground, as TOML; see the example in docs/lists.md.")] = None,
    role: As = Role.LIST_MANAGER,
    reference: Under = None,
) -> None:
    """Propose the entries of a file for a list that is kept here. Nobody is listed until another person approves.

    Example: gatehouse listings propose new.csv --list NAT --ground ground.toml --reference M-14
    """
    reading = list_read(file, name)
    why = _ground(ground)
    with _told(), stored():
        from gatehouse.screening.watchlists import proposals

        visit = visit_of(role, "screening", reference)
        for entry in reading.entries:
            number = proposals.propose(visit, Listing(kind, entry, why))
            OUT.print(plain(f"proposal {number}: {kind} {entry.list}/{entry.entry_id}; it waits for another person"))


@app.command()
def approve(number: Number, reason: Why, role: As = Role.SENIOR_ANALYST, reference: Under = None) -> None:
    """Approve a proposal that another person made; the list has a new version, and stored travellers are screened.

    Example: gatehouse listings approve 3 --reason "evidence seen" --reference M-14
    """
    with _told(), stored_and_screened(None):
        from gatehouse.screening.watchlists import proposals

        proposals.approve(visit_of(role, "screening", reference), number, reason)
        OUT.print(f"proposal {number} is approved")
        rescreened()


@app.command()
def refuse(number: Number, reason: Why, role: As = Role.SENIOR_ANALYST, reference: Under = None) -> None:
    """Refuse a proposal.

    Example: gatehouse listings refuse 3 --reason "the evidence is about somebody else" --reference M-14
    """
    with _told(), stored():
        from gatehouse.screening.watchlists import proposals

        proposals.refuse(visit_of(role, "screening", reference), number, reason)
    OUT.print(f"proposal {number} is refused")


@app.command("take-off")
def take_off(
    list_name: Annotated[str, typer.Argument(metavar="LIST")],
    entry_id: Annotated[str, typer.Argument(metavar="ENTRY")],
    reason: Why,
    kind: Annotated[Kind, typer.Option(help="suspend or remove.")] = Kind.REMOVE,
    role: As = Role.LIST_MANAGER,
    reference: Under = None,
) -> None:
    """Suspend an entry or remove it. It is in the person's favour and needs no second one.

    Example: gatehouse listings take-off NAT N-7 --reason "acquitted" --reference M-15
    """
    with _told(), stored_and_screened(None):
        from gatehouse.screening.watchlists import proposals

        said = Ground("", "", "", reason)
        proposals.take_off(visit_of(role, "screening", reference), kind, list_name, entry_id, said)
        OUT.print(plain(f"{list_name}/{entry_id}: {kind} is done"))
        rescreened()


@app.command()
def waiting(
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 50,
    role: As = Role.LIST_MANAGER,
    purpose: For = None,
    reference: Under = None,
) -> None:
    """Show the proposals that wait for another person, oldest first.

    Example: gatehouse listings waiting --reference M-14
    """
    with _told(), stored():
        from gatehouse.screening.watchlists import proposals

        found = proposals.waiting(visit_of(role, purpose, reference), limit)
    OUT.print(_table(found))
    OUT.print(f"{len(found)} proposals wait for another person.")


def _table(found: list[Proposed]) -> Table:
    table = Table("number", "what", "person", "ground", "review", "proposed by", box=None, pad_edge=False)
    for one in found:
        ground = one.listing.ground
        table.add_row(
            str(one.id),
            plain(f"{one.listing.kind} {one.list}/{one.listing.entry.entry_id}"),
            plain(one.listing.entry.primary_name),
            plain(f"{ground.legal_basis}: {ground.reason}"),
            str(ground.review_on),
            one.proposed_by,
        )
    return table


def _ground(file: Path | None) -> Ground:
    """The ground that a TOML file says. `Refused` for keys that are none, and for text where a date belongs."""
    import tomllib

    if file is None:
        raise Refused("listings propose: --ground FILE says the basis, criterion, evidence, reason and review date")
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
        found = Ground(**said)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as fault:
        fields = ", ".join(Ground.__dataclass_fields__)
        raise Refused(
            f"{file}: no ground can be read from it ({type(fault).__name__}); its keys are {fields}"
        ) from fault
    dates = (found.review_on, found.expires_on)
    if any(day is not None and type(day) is not dt.date for day in dates):
        raise Refused(f"{file}: review_on and expires_on are TOML dates, written 2027-05-01 without quotes")
    return found


@contextmanager
def _told() -> Iterator[None]:
    """What a list that is kept here refuses is a refused command line."""
    try:
        with refusals_told():
            yield
    except KeptListError as fault:
        raise Refused(str(fault)) from fault

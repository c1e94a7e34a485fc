"""`gatehouse clients`: programs that may use the API, and their tokens, managed on the host."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.accounts import managed
from gatehouse.cli.console import OUT, Refused, plain
from gatehouse.safeguards.vocabulary import Role

if TYPE_CHECKING:
    from gatehouse.web.api.clients import Scope

app = typer.Typer(
    no_args_is_help=True,
    help="Programs that may use the API (docs/api.md). A token is shown once and kept as a hash; each change is an "
    "entry of the audit log.",
)
DAYS = 90
OVERLAP_HOURS = 24
Name = Annotated[str, typer.Argument(help="What the client is called, as `carrier-7`.")]
Days = Annotated[int, typer.Option("--days", help="How many days the token lives.")]
Scopes = Annotated[
    list[str],
    typer.Option("--scope", help="messages, hits, decisions, lists, travellers or border; several times for more."),
]


@app.command("add")
def add(
    name: Name,
    role: Annotated[Role, typer.Option("--role", help="The role in which it acts; `machine` may hand in messages.")],
    scope: Scopes,
    person: Annotated[str, typer.Option("--person", help="A person's account, who answers for its acts.")] = "",
    unit: Annotated[str, typer.Option("--unit", help="The unit of an account of its own.")] = "",
    days: Days = DAYS,
) -> None:
    """Make a client and print its token, this once.

    Without --person it gets an account of its own, to which nobody can sign in. Decisions need a person's.

    Example: gatehouse clients add carrier-7 --role machine --scope messages
    """
    with managed() as by:
        from gatehouse.web.api import clients

        wanted = clients.Wanted(name, role, _scopes(scope), person, unit)
        _made, token = clients.add(by, wanted, days)
    OUT.print(f"{plain(name)} may ask for {days} days with the token [bold]{token}[/]")


def _scopes(said: list[str]) -> tuple[Scope, ...]:
    from gatehouse.web.api.clients import Scope

    try:
        return tuple(Scope(one) for one in dict.fromkeys(said))
    except ValueError as unknown:
        raise Refused(f"clients add: {unknown}; --scope is one of {', '.join(Scope)}") from unknown


@app.command("list")
def show() -> None:
    """Show the clients, what they may do, and until when their tokens live.

    Example: gatehouse clients list
    """
    with managed():
        from django.db.models import Max

        from gatehouse.web.api.models import Client

        table = Table("client", "acts as", "role", "scopes", "a minute", "until", box=None)
        for client in Client.objects.select_related("account").annotate(until=Max("token__expires_at")):
            until = "ended" if client.revoked_at else f"{client.until:%Y-%m-%d %H:%M} UTC"
            known = (client.name, client.account.identifier, client.role, ", ".join(client.scopes))
            table.add_row(*map(plain, (*known, str(client.per_minute), until)))
    OUT.print(table)


@app.command("rotate")
def rotate(
    name: Name,
    days: Days = DAYS,
    overlap: Annotated[int, typer.Option("--overlap", help="Hours for which older tokens live on.")] = OVERLAP_HOURS,
) -> None:
    """Print a new token; older ones end after the overlap.

    Example: gatehouse clients rotate carrier-7 --overlap 24
    """
    with managed() as by:
        from gatehouse.web.api import clients

        token = clients.rotate(by, name, days, dt.timedelta(hours=overlap))
    OUT.print(f"{plain(name)}: new token: [bold]{token}[/]; older ones end in {overlap} hours")


@app.command("revoke")
def revoke(name: Name) -> None:
    """End a client and its tokens at once.

    Example: gatehouse clients revoke carrier-7
    """
    with managed() as by:
        from gatehouse.web.api import clients

        clients.revoke(by, name)
    OUT.print(f"{plain(name)} was ended; its tokens open nothing any more")

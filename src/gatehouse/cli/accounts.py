"""`gatehouse accounts`: who may sign in to the workbench, managed on the host."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from gatehouse.cli.console import OUT, Refused, Unavailable, plain
from gatehouse.cli.stored import stored
from gatehouse.safeguards.vocabulary import Role

if TYPE_CHECKING:
    from gatehouse.web.accounts.managing import By
    from gatehouse.web.accounts.models import Account

app = typer.Typer(
    no_args_is_help=True,
    help="Who may sign in to the workbench. Whoever may run these commands on the host is trusted with everything it "
    "holds; on the pages, two persons change an account. Each change is an entry of the audit log.",
)
Identifier = Annotated[str, typer.Argument(help="The account's identifier: a staff number or the like, never a name.")]
Roles = Annotated[list[Role] | None, typer.Option("--role", help="A role that it holds; several times for more.")]
RULE = "on-the-host"
"""The rule that entries of the log cite."""


@app.command("add")
def add(
    identifier: Identifier,
    display: Annotated[str, typer.Option("--display", help="What colleagues read, as `Analyst 7`; never a real name.")],
    role: Roles = None,
    unit: Annotated[str, typer.Option("--unit", help="Its unit, in capital letters.")] = "",
) -> None:
    """Make an account and print its first password, which has to be changed at the first sign-in.

    Example: gatehouse accounts add adm-1 --display "Administrator 1" --role administrator
    """
    with managed() as by:
        from django.db import transaction

        from gatehouse.web.accounts import managing

        with transaction.atomic():
            account, password = managing.make(by, identifier, display, unit)
            for one in role or []:
                managing.give_role(by, account, one)
    OUT.print(f"{plain(account.identifier)} was made; first password: [bold]{password}[/]")


@app.command("list")
def show() -> None:
    """Show the accounts, their roles, and when each last came in.

    Example: gatehouse accounts list
    """
    with managed():
        from gatehouse.web.accounts.models import Account

        table = Table("identifier", "display name", "unit", "roles", "last came in", "state", box=None)
        for account in Account.objects.order_by("identifier"):
            came = account.last_login.isoformat(" ", "minutes") if account.last_login else "never"
            roles = ", ".join(account.roles()) or "none"
            cells = (account.identifier, account.display_name, account.unit, roles, came, _state(account))
            table.add_row(*map(plain, cells))
    OUT.print(table)


@app.command("role")
def role(
    identifier: Identifier,
    give: Annotated[Role | None, typer.Option("--give", help="A role that the account holds from now on.")] = None,
    take: Annotated[Role | None, typer.Option("--take", help="A role that it holds no longer.")] = None,
) -> None:
    """Give a role to an account, or take one away.

    Example: gatehouse accounts role ana-7 --give senior-analyst --take analyst
    """
    if give is None and take is None:
        raise Refused("accounts role: say which role; use --give or --take")
    with managed() as by:
        from gatehouse.web.accounts import managing

        account = _found(identifier)
        if take is not None:
            managing.take_role(by, account, take)
        if give is not None:
            managing.give_role(by, account, give)
        held = ", ".join(account.roles()) or "no role"
    OUT.print(f"{plain(identifier)} holds {held}")


@app.command("disable")
def disable(identifier: Identifier) -> None:
    """Let nobody sign in to an account any more, and end its sessions.

    Example: gatehouse accounts disable ana-7
    """
    with managed() as by:
        from gatehouse.web.accounts import managing

        managing.disable(by, _found(identifier))
    OUT.print(f"{plain(identifier)} is disabled; its sessions have ended")


@app.command("enable")
def enable(identifier: Identifier) -> None:
    """Let people sign in to an account again, also one that is locked.

    Example: gatehouse accounts enable ana-7
    """
    with managed() as by:
        from gatehouse.web.accounts import managing

        managing.enable(by, _found(identifier))
    OUT.print(f"{plain(identifier)} is enabled")


@app.command("reset-password")
def reset_password(identifier: Identifier) -> None:
    """Print a new password, which has to be changed at the next sign-in; sessions end.

    Example: gatehouse accounts reset-password ana-7
    """
    with managed() as by:
        from gatehouse.web.accounts import managing

        password = managing.reset_password(by, _found(identifier))
    OUT.print(f"{plain(identifier)}: new password: [bold]{password}[/]")


@app.command("reset-mfa")
def reset_mfa(identifier: Identifier) -> None:
    """Forget the second factors of an account, so that new ones can be set up; sessions end.

    Example: gatehouse accounts reset-mfa ana-7
    """
    with managed() as by:
        from gatehouse.web.accounts import managing

        forgotten = managing.reset_factors(by, _found(identifier))
    OUT.print(f"{plain(identifier)}: {forgotten} second factors were forgotten")


@contextmanager
def managed() -> Iterator[By]:
    """The database with the tables of sign-in, and whoever runs this command as the one who acts."""
    from gatehouse.app.errors import SetupError
    from gatehouse.app.web import setup_web

    try:
        setup_web(serving=False)
    except SetupError as fault:
        raise Unavailable(str(fault)) from fault
    with stored():
        from gatehouse.safeguards.decision import Actor
        from gatehouse.web.accounts.errors import AccountError
        from gatehouse.web.accounts.managing import By

        try:
            yield By(Actor(f"operator:{os.getuid()}", Role.OPERATOR), RULE)
        except AccountError as fault:
            raise Refused(f"accounts: {fault}") from fault


def _found(identifier: str) -> Account:
    from gatehouse.web.accounts.models import Account

    account = Account.objects.filter(identifier=identifier.lower()).first()
    if account is None:
        raise Refused(f"accounts: there is no account {plain(identifier)}; see `gatehouse accounts list`")
    return account


def _state(account: Account) -> str:
    if not account.is_active:
        return "disabled"
    return "locked" if account.is_locked else "active"

"""Who acts in a command of `gatehouse retention`: an account by its number, in a role; and what for.

The shell cannot know that whoever types is that account's holder: whoever may run commands on the host is trusted to
say so. The pages know by sign-in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.console import Refused
from gatehouse.cli.named_account import named_account
from gatehouse.safeguards.vocabulary import Role

if TYPE_CHECKING:
    from gatehouse.records import Visit
    from gatehouse.safeguards.decision import Actor

By = Annotated[str, typer.Option("--by", help="Who acts, as NUMBER:ROLE of an account: 4:senior-analyst.")]
With = Annotated[str | None, typer.Option("--with", help="The second person, as NUMBER:ROLE.")]
For = Annotated[str, typer.Option("--for", help="What for, as PURPOSE/REFERENCE: reasoned-request/ORDER-5.")]


def actor(said: str) -> Actor:
    """The account and role that `4:senior-analyst` names. `Refused` for anything else, and for nobody."""
    number, _, role = said.partition(":")
    if not (number.isascii() and number.isdigit()) or role not in tuple(Role):
        raise Refused(f"{said}: name who acts as NUMBER:ROLE, the role one of {', '.join(Role)}")
    return named_account(int(number), Role(role))


def visit(by: str, what_for: str, second: str | None = None) -> Visit:
    """A visit of that account. `Refused` where purpose or reference is not said."""
    from gatehouse.records import Visit

    purpose, _, reference = what_for.partition("/")
    if not purpose or not reference:
        raise Refused(f"{what_for}: say what for as PURPOSE/REFERENCE, the purpose one of the law profile's")
    one, other = actor(by), actor(second) if second else None
    if other and other.id == one.id:
        raise Refused("the second person is another one; name another account")
    return Visit(one, purpose, reference=reference, second=other)


def visit_to_answer(by: str) -> Visit:
    """A visit of that account for what somebody asked for: its purpose and reference are those of the request."""
    from gatehouse.records import Visit

    return Visit(actor(by), "")

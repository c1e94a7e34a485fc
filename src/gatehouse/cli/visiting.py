"""Who a command acts for when it opens somebody's data: the host's user, in a role, for a purpose, under a reference.

In demo mode what is not said is an analyst who screens; in live mode it has to be said, by option or environment.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.console import Refused
from gatehouse.safeguards.vocabulary import Role

if TYPE_CHECKING:
    from gatehouse.records import Visit

DEMO_ROLE = Role.ANALYST
DEMO_PURPOSE = "screening"
DEMO_REFERENCE = "demo"

As = Annotated[Role | None, typer.Option("--as", envvar="GATEHOUSE_ROLE", help="The role in which you act.")]
For = Annotated[
    str | None, typer.Option("--purpose", envvar="GATEHOUSE_PURPOSE", help="The law profile's code of the purpose.")
]
Under = Annotated[
    str | None, typer.Option("--reference", envvar="GATEHOUSE_REFERENCE", help="The case or request that it serves.")
]


def visit_of(role: Role | None, purpose: str | None, reference: str | None) -> Visit:
    """The visit of whoever runs this command. `Refused` in live mode for what is not said.

    The actor is the host's user by number: the shell knows no other. The entry in the log says so.
    """
    from gatehouse.app.law import Mode, mode
    from gatehouse.records import Visit
    from gatehouse.safeguards.decision import Actor

    if mode() is Mode.DEMO:
        role, purpose, reference = role or DEMO_ROLE, purpose or DEMO_PURPOSE, reference or DEMO_REFERENCE
    if role is None or purpose is None:
        raise Refused("say in which role and for which purpose: --as ROLE --purpose CODE (`gatehouse law show`)")
    number = os.getuid() if hasattr(os, "getuid") else 0
    return Visit(Actor(f"operator:{number}", role), purpose, reference=reference)


def visit_by_environment() -> Visit:
    """The same for a command that has no options for it: the variables of these options say it."""
    known = {name: os.environ.get(f"GATEHOUSE_{name}") or None for name in ("ROLE", "PURPOSE", "REFERENCE")}
    if known["ROLE"] is not None and known["ROLE"] not in set(Role):
        raise Refused(f"GATEHOUSE_ROLE: no such role; there are {', '.join(Role)}")
    return visit_of(Role(known["ROLE"]) if known["ROLE"] else None, known["PURPOSE"], known["REFERENCE"])


@contextmanager
def refusals_told() -> Iterator[None]:
    """What the safeguards refuse is a refused command line: its reason and the provision, exit status 2."""
    from gatehouse.records import RefusedError

    try:
        yield
    except RefusedError as refused:
        second = "; another person has to act with you" if refused.wants_second_person else ""
        answer = refused.answer
        raise Refused(f"not allowed: {answer.reason} ({answer.provision}; rule {answer.rule}){second}") from refused

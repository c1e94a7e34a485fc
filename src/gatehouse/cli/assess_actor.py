"""Who acts in `gatehouse assess …`: a role on the assessment side, taken by whoever runs the command on this host.

Whoever may run commands on the host may read the database anyway; the log tells of every act with the host's user
number and the role that was taken. In the workbench people sign in and have the roles of their accounts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from gatehouse.cli.console import Refused
from gatehouse.cli.stored import stored
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import ASSESSING, Role

As = Annotated[str, typer.Option("--as", metavar="ROLE", help=f"Act as: {', '.join(sorted(ASSESSING))}.")]
Account = Annotated[int | None, typer.Option(help="Number of the account that acts; whoever runs the command else.")]
Of = Annotated[str | None, typer.Option("--of", metavar="CODE", help="The State that a focal point speaks for.")]


def acting_as(role: str, account: int | None = None, state: str | None = None) -> Actor:
    """The actor; refused where the role is none of the assessment side, or a focal point speaks for no State."""
    if role not in {one.value for one in ASSESSING}:
        raise Refused(f"--as {role}: no role here; one of {', '.join(sorted(ASSESSING))}")
    if (role == Role.STATE_FOCAL_POINT) != (state is not None):
        raise Refused("a state-focal-point speaks for one State (--of CODE), and nobody else does")
    who = f"operator:{os.getuid()}" if account is None else f"account:{account}"
    return Actor(who, Role(role), state=state)


@contextmanager
def assessed() -> Iterator[None]:
    """Run the block on the database; what a room of the assessment refuses becomes the command's refusal."""
    with stored():
        try:
            yield
        except ValueError as fault:
            from gatehouse.assessment.errors import AssessmentError

            if isinstance(fault, AssessmentError):
                raise Refused(str(fault)) from fault
            raise

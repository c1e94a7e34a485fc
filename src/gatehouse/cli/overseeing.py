"""What the oversight commands share: in which role they ask, and the door that they ask at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.console import Refused
from gatehouse.cli.officer import at_the_door, visit

if TYPE_CHECKING:
    from gatehouse.records import Visit

READER, OFFICER = "oversight-reader", "data-protection-officer"
Role = Annotated[str, typer.Option("--role", help=f"In which role you ask: {READER} or {OFFICER}.")]
Json = Annotated[bool, typer.Option("--json", help="JSON Lines.")]


@contextmanager
def asking(role: str) -> Iterator[Visit]:
    """A visit for oversight; what cannot be shown leaves as a refusal."""
    with at_the_door():
        from gatehouse.oversight.errors import OversightError
        from gatehouse.safeguards.vocabulary import PurposeClass
        from gatehouse.safeguards.vocabulary import Role as Roles

        if role not in (READER, OFFICER):
            raise Refused(f"--role {role}: take {READER} or {OFFICER}")
        try:
            yield visit(Roles(role), PurposeClass.OVERSIGHT, "oversight")
        except OversightError as fault:
            raise Refused(str(fault)) from fault

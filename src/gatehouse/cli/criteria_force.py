"""`gatehouse criteria activate` and `retire`: what puts a criterion in force, or takes it out, is in the audit log.

Both go through the one door, as on the pages: without a database there is no log, and nothing is done without one. The
shell knows its user by the host's number; whose approval it is is what they say, which only demo mode believes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.console import OUT, Refused, Unavailable, plain
from gatehouse.cli.criteria_register import FOLDER_HELP, permitted, register_in, today
from gatehouse.cli.named_account import refuse_in_live_mode
from gatehouse.cli.officer import visit
from gatehouse.cli.stored import stored
from gatehouse.cli.visiting import refusals_told
from gatehouse.screening.criteria.activation import Asked
from gatehouse.screening.criteria.errors import CriterionError

if TYPE_CHECKING:
    from gatehouse.records import Visit

Identifier = Annotated[str, typer.Argument(help="The criterion's identifier.")]
Version = Annotated[int, typer.Argument(help="Its version.")]
Folder = Annotated[Path | None, typer.Option(help=FOLDER_HELP)]
By = Annotated[str, typer.Option(help="Who does it, as the criterion names its approver.")]
NO_LOG = "nothing was done: what puts a criterion in force or takes it out has to be in the audit log"


def activate(
    identifier: Identifier,
    version: Version,
    by: By,
    despite: Annotated[str, typer.Option(help="The answer to what its shadow report flags.")] = "",
    folder: Folder = None,
) -> None:
    """Put a version in force in place of the one before, with an entry in the audit log (it needs the database).

    Refused without a recent shadow report of that exact version, by anybody but its approver, when its check no longer
    passes, and while a flag of the report is not answered; in live mode always: there the approver signs in.

    Example: gatehouse criteria activate cash-one-way 1 --by "Ada Approver"
    """
    refuse_in_live_mode()
    with _recorded():
        from gatehouse.screening.authoring.approving import approve

        register, day = register_in(folder), today()
        seen = register.entry(identifier, version, day)
        acting = replace(_visit(identifier, version), requester=seen.criterion.author)
        approve(acting, register, seen, permitted(), Asked(by, day, despite))
    one = seen.criterion
    OUT.print(plain(f"{one.name} is in force until {one.sunset}, if reviewed by {one.review_by}"))


def retire(
    identifier: Identifier,
    version: Version,
    by: By,
    reason: Annotated[str, typer.Option(help="Why it is taken out of use.")],
    folder: Folder = None,
) -> None:
    """Take a version out of use for good, with the reason and an entry in the audit log (it needs the database).

    Example: gatehouse criteria retire cash-one-way 1 --by "Ada Approver" --reason "routes have changed"
    """
    with _recorded():
        from gatehouse.screening.authoring.approving import retire as take_out

        register = register_in(folder)
        take_out(
            _visit(identifier, version), register, register.entry(identifier, version, today()), by, today(), reason
        )
    OUT.print(plain(f"{identifier} {version} is retired"))


def _visit(identifier: str, version: int) -> Visit:
    from gatehouse.safeguards.vocabulary import PurposeClass, Role

    return visit(Role.CRITERIA_APPROVER, PurposeClass.CRITERIA, f"criterion:{identifier}/{version}")


@contextmanager
def _recorded() -> Iterator[None]:
    """The block on the database; what cannot be done, or is not allowed, leaves as a refusal."""
    from gatehouse.screening.authoring.errors import AuthoringError

    try:
        with stored(), refusals_told():
            yield
    except (CriterionError, AuthoringError) as fault:
        raise Refused(str(fault)) from fault
    except Unavailable as fault:
        raise Unavailable(f"{NO_LOG}; {fault}") from fault

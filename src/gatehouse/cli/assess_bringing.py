"""`gatehouse assess told|measured|hand-over|check-evidence`: evidence that is no file, and who holds what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_offers import number_in
from gatehouse.cli.assess_questions import SELF, actor_for, place
from gatehouse.cli.console import OUT, Refused, plain

if TYPE_CHECKING:
    from gatehouse.assessment.evidence.models import Item
    from gatehouse.assessment.evidence.store import Brought
    from gatehouse.safeguards.decision import Actor

LEAD = "team-lead"
Where = Annotated[str, typer.Argument(metavar="STATE/CYCLE", help="Such as KEN/2026.")]
Title = Annotated[str, typer.Option(help="What it is.")]
Number = Annotated[int, typer.Argument(metavar="EVIDENCE", help="Number of the evidence.")]
As = Annotated[str, typer.Option("--as", help="ROLE, or ROLE:ACCOUNT.")]


def told(
    where: Where,
    kind: Annotated[str, typer.Argument(help="interview, observation or other-body.")],
    words: Annotated[str, typer.Argument(help="What was said, seen or reported.")],
    title: Title,
    source: Annotated[str, typer.Option(help="The office or body that told it; never a person.")] = "",
    reference: Annotated[str, typer.Option(help="Another body's document symbol.")] = "",
) -> None:
    """Take in what an office said, what was seen, or what another body reported, as evidence.

    Example: gatehouse assess told KEN/2026 interview "Posts are staffed by day." --title "Border police" --source "HQ"
    """
    with assessed():
        from gatehouse.assessment.evidence.store import Brought

        if kind in ("document", "measure"):
            raise Refused(
                f"a {kind} is brought by `gatehouse assess {'add-evidence' if kind[0] == 'd' else 'measured'}`"
            )
        _add(where, Brought(kind, title, told=words, source=source, reference=reference))


def measured(
    where: Where,
    file: Annotated[Path, typer.Argument(help="One live number as JSON: name, value, unit, as_of, source.")],
    title: Title,
) -> None:
    """Take in a number that a running system measured, as evidence.

    Example: gatehouse assess measured KEN/2026 coverage.json --title "Coverage of flights"
    """
    number = number_in(file)
    with assessed():
        from gatehouse.assessment.evidence.store import Brought

        _add(where, Brought("measure", title, number=number))


def hand_over(
    number: Number,
    to: Annotated[str, typer.Option(help="Who holds it from now on, by reference: account:12.")],
    as_: As = LEAD,
) -> None:
    """Hand evidence over; only who holds it can.

    Example: gatehouse assess hand-over 3 --to account:12
    """
    with assessed():
        from gatehouse.assessment.evidence.store import hand_over as give

        event = give(*_held(number, as_), to)
        OUT.print(plain(f"evidence {number}: event {event.number}, held by {event.to}"))


def check_evidence(number: Number, as_: As = LEAD) -> None:
    """Hash the kept file again, and write that it is the same one into its chain.

    Example: gatehouse assess check-evidence 3
    """
    with assessed():
        from gatehouse.assessment.evidence.store import check

        event = check(*_held(number, as_))
        OUT.print(plain(f"evidence {number}: event {event.number}, still {event.sha256[:12]}"))


def _add(where: str, brought: Brought) -> None:
    from gatehouse.assessment.evidence.store import add

    state, _, cycle = where.partition("/")
    at = place(state, cycle, SELF)
    item = add(acting_as(LEAD), at.state, at.cycle, brought)
    OUT.print(plain(f"evidence {item.pk}: {item.sha256}"))


def _held(number: int, as_: str) -> tuple[Actor, Item]:
    """Who acts, and the evidence of this number."""
    from gatehouse.assessment.evidence.models import Item

    role, _, account = as_.partition(":")
    item = Item.objects.select_related("state", "cycle").filter(pk=number).first()
    if item is None or (account and not account.isdigit()):
        raise Refused("no such evidence (`gatehouse assess evidence` shows which there is), or no ROLE:ACCOUNT")
    return actor_for(role, int(account) if account else None, item.state.code), item

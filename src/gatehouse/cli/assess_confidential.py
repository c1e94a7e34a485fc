"""`gatehouse assess keep|marks|release`: what a State keeps confidential, and what it releases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_questions import FOCAL, Role, StateCode, actor_for
from gatehouse.cli.console import OUT, Refused, plain

if TYPE_CHECKING:
    from gatehouse.safeguards.decision import Subject

PIECE = "finding:12, evidence:3, recommendation:4, visit:2, need:5, assessment:6, report:7, or answer:CYCLE/QUESTION"


def keep(
    state: StateCode,
    piece: Annotated[str, typer.Argument(help=f"What is kept: {PIECE}.")],
    reason: Annotated[str, typer.Option(help="Why.")],
    paragraphs: Annotated[str, typer.Option(help="Only these paragraphs of it; all of it when not given.")] = "",
    to: Annotated[str, typer.Option(help="Who may still have it: team, or committee as well.")] = "committee",
) -> None:
    """Keep something confidential, for the State it is about: in views, exports, search, tables and reports.

    Example: gatehouse assess keep KEN finding:12 --reason "security of posts" --to team
    """
    with assessed():
        from gatehouse.assessment.confidentiality import marks
        from gatehouse.safeguards.decision import KeptTo

        if to not in {one.value for one in KeptTo}:
            raise Refused(f"--to {to}: it is kept to the team, or to the committee as well")
        actor = acting_as(FOCAL, None, state)
        for mark in marks.keep(actor, piece_named(state, piece), reason, paragraphs, KeptTo(to)):
            OUT.print(plain(f"mark {mark.pk}: {'a paragraph of ' if mark.part else ''}{piece}, kept to the {to}"))


def marks(state: StateCode, role: Role = FOCAL) -> None:
    """The marks of a State, in force and released, without the words that are kept.

    Example: gatehouse assess marks KEN
    """
    with assessed():
        from gatehouse.assessment.confidentiality.marks import of_state
        from gatehouse.assessment.states.store import state_of

        for mark in of_state(actor_for(role, None, state), state_of(state)):
            part = "a paragraph" if mark.part else "all"
            ended = f"released {mark.released_at:%Y-%m-%d}" if mark.released_at else "in force"
            OUT.print(plain(f"{mark.pk}  {mark.ref}  {part}  kept to the {mark.kept_to}  {ended}: {mark.reason}"))


def release(
    state: StateCode,
    number: Annotated[int, typer.Argument(metavar="MARK", help="Number of the mark (`assess marks`).")],
    reason: Annotated[str, typer.Option(help="Why it need not be kept any more.")],
) -> None:
    """Release what was kept confidential: the State's own decision, which is recorded.

    Example: gatehouse assess release KEN 7 --reason "the posts are staffed"
    """
    with assessed():
        from gatehouse.assessment.confidentiality.marks import release as end
        from gatehouse.assessment.confidentiality.models import Mark

        mark = Mark.objects.select_related("state").filter(pk=number, state__code=state).first()
        if mark is None:
            raise Refused(f"{state} has no mark {number}; `gatehouse assess marks {state}` shows which there are")
        end(acting_as(FOCAL, None, state), mark, reason)
        OUT.print(plain(f"mark {number}: released"))


def piece_named(state: str, piece: str) -> Subject:
    """The facts about the piece of this name; refused where the State has none such."""
    from gatehouse.assessment.selecting import ANSWER, UnknownPieceError, piece_of
    from gatehouse.assessment.states.store import cycle_named, state_of

    kind, _, name = piece.partition(":")
    cycle, _, question = name.rpartition("/")
    try:
        if kind == ANSWER and cycle:
            return piece_of(state_of(state), kind, question, cycle_named(cycle))
        return piece_of(state_of(state), kind, name)
    except UnknownPieceError:
        raise Refused(f"{state} has no such piece; name {PIECE}") from None

"""`gatehouse assess plan-visit|consent|move-visit|visit`: a visit from its plan on, and its file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_questions import FOCAL, SELF, CycleName, StateCode, actor_for, place
from gatehouse.cli.console import OUT, Refused, plain

if TYPE_CHECKING:
    from gatehouse.assessment.visits.models import Visit

LEAD = "team-lead"
DAY = ["%Y-%m-%d"]
Number = Annotated[int, typer.Argument(metavar="VISIT", help="Number of the visit.")]
On = Annotated[dt.datetime | None, typer.Option(formats=DAY, help="The day; today when not given.")]


def plan_visit(
    state: StateCode,
    cycle: CycleName,
    kind: Annotated[str, typer.Argument(help="comprehensive, focused, follow-up or advocacy.")],
    reason: Annotated[str, typer.Option(help="Why, such as the list of the year.")],
) -> None:
    """Plan a visit. It has no day before the State consented.

    Example: gatehouse assess plan-visit KEN 2026 comprehensive --reason "the list of 2026"
    """
    with assessed():
        from gatehouse.assessment.visits.planning import plan

        where = place(state, cycle, SELF)
        made = plan(acting_as(LEAD), where.state, where.cycle, kind, reason)
        OUT.print(plain(f"visit {made.pk}: {made.stage}; next: gatehouse assess move-visit {made.pk} ask-consent"))


def consent(
    number: Number,
    reference: Annotated[str, typer.Option(help="The State's letter or note.")],
    says: Annotated[str, typer.Option(help="consent, refuse or withdraw.")] = "consent",
    on: On = None,
) -> None:
    """Say for the State whether it consents to a visit: it stands in the ledger from then on.

    Example: gatehouse assess consent 3 --reference "note verbale 7"
    """
    if says not in ("consent", "refuse", "withdraw"):
        raise Refused(f"--says {says}: a State says consent, refuse or withdraw")
    with assessed():
        from gatehouse.assessment.visits.planning import move

        visit = visit_numbered(number)
        moved = move(acting_as(FOCAL, None, visit.state.code), visit, says, _day(on), reference)
        OUT.print(plain(f"visit {number}: {moved.stage}"))


def move_visit(
    number: Number,
    event: Annotated[str, typer.Argument(help="ask-consent, begin, end, send-draft, hand-in, adopt, cancel …")],
    reason: Annotated[str, typer.Option(help="Why, or the letter.")],
    on: On = None,
    days: Annotated[str, typer.Option(help="FIRST..LAST: set its days before, such as 2026-05-04..2026-05-08.")] = "",
) -> None:
    """Let an event happen to a visit (docs/assessment.md shows which), or with `days` set its days.

    Examples: gatehouse assess move-visit 3 ask-consent --reason "letter of the Chair"
    gatehouse assess move-visit 3 days --days 2026-05-04..2026-05-08 --reason "agreed"
    """
    with assessed():
        from gatehouse.assessment.visits import planning

        actor, visit = acting_as(LEAD), visit_numbered(number)
        if days:
            first, last = _days(days)
            visit = planning.set_days(actor, visit, first, last, reason)
        if event != "days":
            visit = planning.move(actor, visit, event, _day(on), reason)
        OUT.print(plain(f"visit {number}: {visit.stage}"))


def visit(number: Number, role: Annotated[str, typer.Option("--as", metavar="ROLE")] = LEAD) -> None:
    """The file of a visit: what happened, agenda, checklist and the days of its report, as this reader may see it.

    Example: gatehouse assess visit 3 --as state-focal-point
    """
    with assessed():
        from gatehouse.assessment.visits.visit_file import visit_file

        found = visit_numbered(number)
        told = visit_file(actor_for(role, None, found.state.code), found)
        OUT.print(plain(f"{told.visit.state.code}  {told.visit.kind}  {told.visit.stage}: {told.visit.purpose}"))
        for event in told.events:
            OUT.print(plain(f"  {event.on}  {event.event}: {event.reason}"))
        for meeting in told.agenda:
            OUT.print(plain(f"  {meeting.starts:%Y-%m-%d %H:%M}  {meeting.title} ({meeting.with_whom})"))
        for item, seen in told.checklist:
            OUT.print(plain(f"  {'done' if seen else 'open'}  {item.name}"))
        for due in told.clock:
            OUT.print(plain(f"  {due.step.name}: due {due.due}"))


def visit_numbered(number: int) -> Visit:
    """The visit of this number; refused where there is none."""
    from gatehouse.assessment.visits.models import Visit

    found = Visit.objects.select_related("state", "cycle").filter(pk=number).first()
    if found is None:
        raise Refused(f"no visit has the number {number}; `gatehouse assess plan-visit` plans one")
    return found


def _day(on: dt.datetime | None) -> dt.date:
    return (on or dt.datetime.now(dt.UTC)).date()


def _days(told: str) -> tuple[dt.date, dt.date]:
    first, _, last = told.partition("..")
    try:
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:
        raise Refused("give the days as FIRST..LAST, such as 2026-05-04..2026-05-08") from None

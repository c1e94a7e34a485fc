"""`gatehouse assess recommend|bring|recommendations|progress|verify`: a recommendation from draft to closing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_findings import finding_named
from gatehouse.cli.assess_questions import FOCAL, SELF, CycleName, Role, StateCode, actor_for, place
from gatehouse.cli.console import OUT, Refused, plain

if TYPE_CHECKING:
    from gatehouse.assessment.recommendations.models import Recommendation

LEAD, MEMBER = "team-lead", "committee-member"
DAY = ["%Y-%m-%d"]
Which = Annotated[str, typer.Argument(metavar="STATE/CYCLE/NUMBER", help="Such as KEN/2026/3.")]
Evidence = Annotated[list[int] | None, typer.Option(help="Number of evidence; repeatable.")]


def recommend(
    which: Annotated[str, typer.Argument(metavar="STATE/CYCLE", help="Such as KEN/2026.")],
    obligation: Annotated[str, typer.Argument(help="Code of the obligation.")],
    text: Annotated[str, typer.Argument(help="What is recommended.")],
    finding: Annotated[list[int], typer.Option(help="Number of a finding it follows from; repeatable.")],
    priority: Annotated[int, typer.Option(help="1 (most urgent), 2 or 3.")] = 2,
    owner: Annotated[str, typer.Option(help="The office that is to do it, / by what it will be seen.")] = "",
) -> None:
    """Draft a recommendation from findings.

    Example: gatehouse assess recommend KEN/2026 2396-11a "Require data for departures." --finding 1 --owner "MoI / law"
    """
    state, _, cycle = which.partition("/")
    with assessed():
        from gatehouse.assessment.recommendations import store
        from gatehouse.assessment.recommendations.draft import Draft

        where = place(state, cycle, SELF)
        found = tuple(finding_named(state, cycle, number).pk for number in finding)
        office, _, seen_by = (part.strip() for part in owner.partition("/"))
        said = Draft(text, obligation, found, priority, office, indicator=seen_by)
        row = store.draft(acting_as(LEAD), where.state, where.cycle, said)
        OUT.print(plain(f"{row.code}: {row.stage}; next: gatehouse assess bring {row.code} propose"))


def bring(
    which: Which,
    event: Annotated[str, typer.Argument(help="propose, revise, no-reply, withdraw, supersede; reply, adopt.")],
    says: Annotated[str, typer.Option(help="Of a reply: accepted, partly or noted, and words: 'partly: …'.")] = "",
    first: Annotated[int | None, typer.Option(help="Of an adoption: account of a member of the committee.")] = None,
    second: Annotated[int | None, typer.Option(help="Account of another one.")] = None,
    on: Annotated[dt.datetime | None, typer.Option(formats=DAY, help="Day of the first assessment report.")] = None,
) -> None:
    """Bring a recommendation a step further: before the State, its reply, its adoption by two.

    Example: gatehouse assess bring KEN/2026/1 reply --says "accepted: by 2027"
    """
    with assessed():
        from gatehouse.assessment.recommendations import store

        row = recommendation_named(which)
        if event == "reply":
            acceptance, _, words = says.partition(":")
            row = store.reply(acting_as(FOCAL, None, row.state.code), row, acceptance, words.strip())
        elif event == "adopt":
            day = (on or dt.datetime.now(dt.UTC)).date()
            row = store.adopt(acting_as(MEMBER, first), acting_as(MEMBER, second), row, day)
        else:
            row = store.move(acting_as(LEAD), row, event)
        OUT.print(plain(f"{row.code}: {row.stage}"))


def recommendations(state: StateCode, cycle: CycleName, role: Role = LEAD) -> None:
    """The recommendations to a State with their progress, as this reader may see them.

    Example: gatehouse assess recommendations KEN 2026 --as state-focal-point
    """
    with assessed():
        from gatehouse.assessment.follow_up.progress import open_progress, standing_of
        from gatehouse.assessment.recommendations.store import open_recommendations

        where, actor = place(state, cycle, SELF), actor_for(role, None, state)
        for row, text in open_recommendations(actor, where.state, where.cycle):
            OUT.print(plain(f"{row.code}  {row.obligation}  priority {row.priority}  {standing_of(row)}: {text}"))
            followed = open_progress(actor, row)
            for one in followed.progress:
                OUT.print(plain(f"   {one.on}  {one.status}: {one.text}"))
            for found in followed.decisions:
                OUT.print(plain(f"   {found.on}  {found.decision}: {found.reason}"))


def progress(
    which: Which,
    status: Annotated[str, typer.Argument(help="not-begun, under-way or done.")],
    text: Annotated[str, typer.Argument(help="What was done.")],
    obstacle: Annotated[str, typer.Option(help="What stands in the way.")] = "none",
    evidence: Evidence = None,
    on: Annotated[dt.datetime | None, typer.Option(formats=DAY, help="The day; today when not given.")] = None,
) -> None:
    """Report progress for the State.

    Example: gatehouse assess progress KEN/2026/3 done "Both posts are staffed." --evidence 12
    """
    with assessed():
        from gatehouse.assessment.follow_up.progress import Reported, report

        row, day = recommendation_named(which), (on or dt.datetime.now(dt.UTC)).date()
        told = Reported(status, text, day, obstacle, tuple(evidence or ()))
        report(acting_as(FOCAL, None, row.state.code), row, told)
        OUT.print(plain(f"{row.code}: {status}"))


def verify(
    which: Which,
    decision: Annotated[str, typer.Argument(help="close (on evidence), or further.")],
    reason: Annotated[str, typer.Argument(help="What was found.")],
    second: Annotated[int, typer.Option(help="Account of the second person: a team lead or of the committee.")],
    evidence: Evidence = None,
    on: Annotated[dt.datetime | None, typer.Option(formats=DAY, help="The day; today when not given.")] = None,
) -> None:
    """Decide by two whether a recommendation was carried out: closed on evidence, or further follow-up.

    Example: gatehouse assess verify KEN/2026/3 close "Seen on the spot." --evidence 12 --second 21
    """
    with assessed():
        from gatehouse.assessment.follow_up.progress import Found, decide

        row, day = recommendation_named(which), (on or dt.datetime.now(dt.UTC)).date()
        found = Found(decision, reason, day, tuple(evidence or ()))
        decide(acting_as(LEAD), acting_as(MEMBER, second), row, found)
        OUT.print(plain(f"{row.code}: {row.stage}"))


def recommendation_named(which: str) -> Recommendation:
    """The recommendation of this number; refused where there is none."""
    from gatehouse.assessment.recommendations.models import Recommendation

    state, _, rest = which.partition("/")
    cycle, _, number = rest.rpartition("/")
    if not cycle or not (number.isascii() and number.isdigit()):
        raise Refused(f"{which[:60]}: name the recommendation as STATE/CYCLE/NUMBER, such as KEN/2026/3")
    rows = Recommendation.objects.select_related("state", "cycle")
    found = rows.filter(state__code=state, cycle__name=cycle, number=int(number)).first()
    if found is None:
        raise Refused(f"{which[:60]}: no such recommendation; `gatehouse assess recommendations` shows which there are")
    return found

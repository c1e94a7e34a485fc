"""`gatehouse assess section|stage|put|reply|adopt`: from the last finding to the adoption."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_findings import LEAD, assessment_of, finding_named
from gatehouse.cli.assess_questions import FOCAL, CycleName, StateCode
from gatehouse.cli.console import OUT, plain

MEMBER = "committee-member"


def section(
    state: StateCode,
    cycle: CycleName,
    gate: Annotated[str, typer.Argument(help="gender, human-rights or children.")],
    text: Annotated[str, typer.Argument(help="The section.")],
) -> None:
    """Write a section without which nothing is adopted. The version before stays.

    Example: gatehouse assess section KEN 2026 gender "Women were consulted in …"
    """
    with assessed():
        from gatehouse.assessment.findings import assessments

        assessments.write_gate(acting_as(LEAD), assessment_of(state, cycle), gate, text)
        OUT.print(plain(f"{gate}: written"))


def stage(
    state: StateCode,
    cycle: CycleName,
    number: Annotated[int, typer.Argument(metavar="FINDING", help="Number of the finding.")],
    reached: Annotated[str, typer.Argument(metavar="STAGE", help="Stage of the capability.")],
    step: Annotated[list[str] | None, typer.Option(help="DAY what is to be done; repeatable.")] = None,
    resources: Annotated[str, typer.Option(help="What it needs: time, money, people.")] = "",
) -> None:
    """Write the stage of a capability and its roadmap beside a finding. It changes no rating (2396/48).

    Example: gatehouse assess stage KEN 2026 1 building --step "2027-03-01 pilot at one port"
    """
    with assessed():
        from gatehouse.assessment.findings import store
        from gatehouse.assessment.findings.roadmap import Roadmap, step_from

        roadmap = Roadmap(reached, tuple(map(step_from, step or ())), resources)
        store.set_stage(acting_as(LEAD), finding_named(state, cycle, number), roadmap)
        OUT.print(plain(f"finding {number}: {reached}, {len(roadmap.steps)} steps"))


def put(state: StateCode, cycle: CycleName) -> None:
    """Put the draft before the State. Refused, with everything that is missing, while something is.

    Example: gatehouse assess put KEN 2026
    """
    with assessed():
        from gatehouse.assessment.findings import assessments

        today = assessments.today()
        moved = assessments.put_before_the_state(acting_as(LEAD), assessment_of(state, cycle), today)
        OUT.print(plain(f"before the State, which can reply until {moved.reply_due}"))


def reply(
    state: StateCode,
    cycle: CycleName,
    text: Annotated[str, typer.Argument(help="What the State says; empty where it has nothing more to say.")] = "",
    finding: Annotated[int | None, typer.Option(help="Number of the finding it speaks to.")] = None,
    ends: Annotated[bool, typer.Option("--end", help="The State has said what it has to say.")] = False,
) -> None:
    """Reply to the draft for the State, to all of it or to one finding.

    Example: gatehouse assess reply KEN 2026 "Departures are covered by decree 7." --finding 1 --end
    """
    with assessed():
        from gatehouse.assessment.findings import assessments

        actor, of = acting_as(FOCAL, None, state), assessment_of(state, cycle)
        if text:
            assessments.reply(actor, of, text, finding_named(state, cycle, finding) if finding else None)
        if ends:
            of = assessments.end_reply(actor, of)
        OUT.print(plain(f"the assessment is {of.stand}"))


def adopt(
    state: StateCode,
    cycle: CycleName,
    first: Annotated[int, typer.Option(help="Account of a member of the committee.")],
    second: Annotated[int, typer.Option(help="Account of another one.")],
) -> None:
    """Adopt an assessment, by two of the committee, after the State replied or let its days pass.

    Example: gatehouse assess adopt KEN 2026 --first 20 --second 21
    """
    with assessed():
        from gatehouse.assessment.findings import adoption, assessments

        of, today = assessment_of(state, cycle), dt.datetime.now(dt.UTC).date()
        if of.reply_due and today > of.reply_due and of.stand == "with-the-state":
            of = assessments.lapse(acting_as(LEAD), of, today)
        adopted = adoption.adopt(acting_as(MEMBER, first), of, acting_as(MEMBER, second))
        OUT.print(plain(f"the assessment is {adopted.stand}"))

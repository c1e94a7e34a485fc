"""`gatehouse assess`: evidence brought, findings written, rated twice and settled, and where the cycle is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import Account, acting_as, assessed
from gatehouse.cli.assess_questions import SELF, CycleName, Role, StateCode, actor_for, place
from gatehouse.cli.console import OUT, opened, plain, say_error

if TYPE_CHECKING:
    from gatehouse.assessment.findings.models import Assessment, Finding

LEAD = "team-lead"
Number = Annotated[int, typer.Argument(metavar="FINDING", help="Number of the finding.")]


def add_evidence(
    state: StateCode,
    cycle: CycleName,
    file: Annotated[Path, typer.Argument(help="The document.")],
    title: Annotated[str, typer.Option(help="What it is.")],
    obligation: Annotated[list[str] | None, typer.Option(help="Code of an obligation; repeatable.")] = None,
    role: Role = LEAD,
) -> None:
    """Take in a document as evidence: kept by its SHA-256, with a chain of custody that begins now.

    Example: gatehouse assess add-evidence KEN 2026 act.pdf --title "Border Act" --obligation 2396-2
    """
    from gatehouse.assessment.evidence import limits

    with opened(file) as source:
        content = source.stream.read(limits.FILE_BYTES_MAX + 1)
    with assessed():
        from gatehouse.assessment.evidence.store import Brought, add

        where = place(state, cycle, SELF)
        brought = Brought("document", title, tuple(obligation or ()), file_name=file.name, content=content)
        item = add(actor_for(role, None, state), where.state, where.cycle, brought)
        OUT.print(plain(f"evidence {item.pk}: {item.sha256}"))


def evidence(state: StateCode, cycle: CycleName, role: Role = LEAD) -> None:
    """Show the evidence about a State, and whether each chain of custody holds. Exit status 2 where one does not.

    Example: gatehouse assess evidence KEN 2026
    """
    with assessed():
        from gatehouse.assessment.evidence.store import open_items

        where = place(state, cycle, SELF)
        shown = open_items(actor_for(role, None, state), where.state, where.cycle)
        for each in shown:
            OUT.print(plain(f"{each.item.pk}  {each.item.kind}  {each.item.title}  {each.item.sha256[:12]}"))
            for fault in each.broken:
                say_error(f"evidence {each.item.pk}, event {fault.number}: integrity not shown: {fault.text}")
    if any(each.broken for each in shown):
        raise typer.Exit(2)


def findings(state: StateCode, cycle: CycleName, role: Role = LEAD, account: Account = None) -> None:
    """Show findings with both ratings, side by side, and the stage. A rating that is to be blind is not shown.

    Example: gatehouse assess findings KEN 2026
    """
    with assessed():
        from gatehouse.assessment.findings.store import open_findings

        for seen in open_findings(actor_for(role, account, state), assessment_of(state, cycle)):
            OUT.print(plain(f"{seen.number}  {seen.obligation}  {seen.text}"))
            for axis, rated in seen.rated.items():
                OUT.print(plain(f"   {axis}: {seen.standing.get(axis, '-')} ({rated})"))
                for rater, rating in seen.ratings[axis]:
                    OUT.print(plain(f"      {rater}: {rating.code}, {rating.confidence}: {rating.rationale}"))
            if seen.stage:
                OUT.print(plain(f"   stage: {seen.stage.stage}, {len(seen.stage.steps)} steps"))


def find(
    state: StateCode,
    cycle: CycleName,
    obligation: Annotated[str, typer.Argument(help="Code of the obligation.")],
    text: Annotated[str, typer.Argument(help="What is found.")],
    rests_on: Annotated[list[int] | None, typer.Option("--evidence", help="Number of evidence; repeatable.")] = None,
    role: Role = LEAD,
) -> None:
    """Write a finding against an obligation; the assessment of the State begins with the first.

    Example: gatehouse assess find KEN 2026 2396-11a "Airlines supply data for arrivals."
    """
    with assessed():
        from gatehouse.assessment.findings.store import Said, find_in

        where, actor = place(state, cycle, SELF), actor_for(role, None, state)
        said = Said(text, tuple(rests_on or ()))
        found = find_in(actor, where.state, where.cycle, obligation, said)
        OUT.print(plain(f"finding {found.number} against {obligation}"))


def settle(
    state: StateCode,
    cycle: CycleName,
    number: Number,
    axis: Annotated[str, typer.Argument(help="compliance or effectiveness.")],
    code: Annotated[str, typer.Argument(help="The rating that stands from now on.")],
    reason: Annotated[str, typer.Option(help="Why.")],
) -> None:
    """Settle a difference between two ratings, as a team lead who gave neither.

    Example: gatehouse assess settle KEN 2026 3 compliance largely --reason "departures are covered by decree"
    """
    with assessed():
        from gatehouse.assessment.findings import giving
        from gatehouse.assessment.findings.method import axis_named

        giving.settle(acting_as(LEAD), finding_named(state, cycle, number), axis_named(axis), code, reason)
        OUT.print(plain(f"finding {number}: {axis} is {code}"))


def agreement(cycle: CycleName, role: Role = LEAD) -> None:
    """Show how far raters agree in a cycle: Cohen's kappa and Krippendorff's alpha, axis by axis.

    Example: gatehouse assess agreement 2026
    """
    with assessed():
        from gatehouse.assessment.findings.store import open_agreement
        from gatehouse.assessment.states.store import cycle_named

        for axis, told in open_agreement(acting_as(role), cycle_named(cycle)).items():
            if told.same is None:
                OUT.print(plain(f"{axis}: {told.cases} findings are rated twice, too few to say"))
                continue
            figures = ", ".join(
                f"{name} {'undefined' if value is None else f'{value:.3f}'}"
                for name, value in (("kappa", told.kappa), ("alpha", told.alpha), ("alpha by rank", told.alpha_by_rank))
            )
            OUT.print(plain(f"{axis}: {told.same} of {told.cases} alike; {figures}"))


def cycle(state: StateCode, cycle: CycleName, role: Role = LEAD) -> None:
    """Show where the assessment of a State stands: each step of the cycle, and what is open.

    Example: gatehouse assess cycle KEN 2026
    """
    with assessed():
        from gatehouse.assessment.cycle import where

        for step in where(actor_for(role, None, state), place(state, cycle, SELF)):
            OUT.print(plain(f"{'done' if step.is_done else 'open'}  {step.name}: {step.done} of {step.all}"))
            for lack in step.lacks:
                OUT.print(plain(f"      {lack}"))


def assessment_of(state: str, cycle: str) -> Assessment:
    """The assessment of a State in a cycle."""
    from gatehouse.assessment.findings.assessments import begun

    where = place(state, cycle, SELF)
    return begun(where.state, where.cycle)


def finding_named(state: str, cycle: str, number: int) -> Finding:
    """The finding of this number in the assessment of a State."""
    from gatehouse.assessment.findings.store import numbered

    return numbered(assessment_of(state, cycle), number)

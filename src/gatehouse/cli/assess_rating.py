"""`gatehouse assess rate`: one rating of one axis, by one person, who sees nobody else's until both are in."""

from __future__ import annotations

from typing import Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_findings import LEAD, finding_named
from gatehouse.cli.console import OUT, Refused, plain

Which = Annotated[str, typer.Argument(metavar="STATE/CYCLE/FINDING", help="Such as KEN/2026/3.")]


def rate(
    which: Which,
    axis: Annotated[str, typer.Argument(help="compliance or effectiveness.")],
    code: Annotated[str, typer.Argument(help="The rating, and how sure: CODE or CODE:CONFIDENCE (low, medium, high).")],
    because: Annotated[str, typer.Option(help="Why, in words.")],
    ground: Annotated[list[str] | None, typer.Option(help="Why it is not the highest; repeatable.")] = None,
    as_: Annotated[str, typer.Option("--as", help="ROLE, or ROLE:ACCOUNT.")] = LEAD,
) -> None:
    """Rate an axis of a finding, first or second: whoever rates second cannot see the first rating.

    Example: gatehouse assess rate KEN/2026/3 compliance fully:high --because "all flights are covered" --as assessor:12
    """
    state, _, rest = which.partition("/")
    cycle, _, number = rest.rpartition("/")
    code, _, confidence = code.partition(":")
    role, _, account = as_.partition(":")
    if not cycle or not number.isascii() or not number.isdigit() or (account and not account.isdigit()):
        raise Refused("name the finding as STATE/CYCLE/NUMBER, and who acts as ROLE or ROLE:ACCOUNT")
    with assessed():
        from gatehouse.assessment.findings import giving
        from gatehouse.assessment.findings.method import axis_named
        from gatehouse.assessment.findings.rating import Rating

        rating = Rating(axis_named(axis), code, confidence or "medium", tuple(ground or ()), because)
        actor = acting_as(role, int(account) if account else None)
        finding = finding_named(state, cycle, int(number))
        OUT.print(plain(f"finding {number}: {axis} is {giving.rate(actor, finding, rating)}"))

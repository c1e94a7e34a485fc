"""`gatehouse assess rate|correct|withdraw-rating`: one rating of one axis, by one person, who sees nobody else's until
both are in; put right by that person alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_findings import LEAD, finding_named
from gatehouse.cli.console import OUT, Refused, plain

if TYPE_CHECKING:
    from gatehouse.assessment.findings.rating import Rating
    from gatehouse.safeguards.decision import Actor

Which = Annotated[str, typer.Argument(metavar="STATE/CYCLE/FINDING", help="Such as KEN/2026/3.")]
Axis = Annotated[str, typer.Argument(help="compliance or effectiveness.")]
Given = Annotated[
    tuple[str, str],
    typer.Argument(
        metavar="AXIS CODE",
        help="The axis; then its rating, and how sure: CODE or CODE:CONFIDENCE (low, medium, high; medium else).",
    ),
]
Because = Annotated[str, typer.Option(help="Why it is rated so, in words.")]
Grounds = Annotated[list[str] | None, typer.Option("--ground", help="Why it is not the highest; repeatable.")]
Reason = Annotated[str, typer.Option(help="What was mistaken.")]
Rater = Annotated[str, typer.Option("--as", help="ROLE, or ROLE:ACCOUNT.")]


def rate(which: Which, given: Given, because: Because, ground: Grounds = None, as_: Rater = LEAD) -> None:
    """Rate an axis of a finding, first or second: whoever rates second cannot see the first rating.

    Example: gatehouse assess rate KEN/2026/3 compliance fully:high --because "all flights are covered" --as assessor:12
    """
    place = _place(which)
    with assessed():
        from gatehouse.assessment.findings import giving

        rating = _rating(given, because, ground)
        rated = giving.rate(_rater(as_), finding_named(*place), rating)
        OUT.print(plain(f"finding {place[2]}: {given[0]} is {rated}"))


def correct(
    which: Which,
    given: Given,
    because: Because,
    reason: Reason,
    ground: Grounds = None,
    as_: Rater = LEAD,
) -> None:
    """Put another version in the place of your own rating that was mistaken. The one before stays readable; whether the
    other rating was in sight is kept with it.

    Example: gatehouse assess correct KEN/2026/3 compliance partly --ground law-incomplete --because "arrivals only"
    --reason "I had the repealed act before me" --as assessor:12
    """
    place = _place(which)
    with assessed():
        from gatehouse.assessment.findings import giving

        rating = _rating(given, because, ground)
        rated = giving.correct(_rater(as_), finding_named(*place), rating, reason)
        OUT.print(plain(f"finding {place[2]}: {given[0]} is {rated}"))


def withdraw_rating(which: Which, axis: Axis, reason: Reason, as_: Rater = LEAD) -> None:
    """Take your own rating back while no other one is in: the place is open again. What you gave stays on record.

    Example: gatehouse assess withdraw-rating KEN/2026/3 compliance --reason "meant for finding 4" --as assessor:12
    """
    place = _place(which)
    with assessed():
        from gatehouse.assessment.findings import giving
        from gatehouse.assessment.findings.method import axis_named

        giving.withdraw(_rater(as_), finding_named(*place), axis_named(axis), reason)
        OUT.print(plain(f"finding {place[2]}: {axis} is open"))


def _place(which: str) -> tuple[str, str, int]:
    state, _, rest = which.partition("/")
    cycle, _, number = rest.rpartition("/")
    if not cycle or not number.isascii() or not number.isdigit():
        raise Refused("name the finding as STATE/CYCLE/NUMBER, such as KEN/2026/3")
    return state, cycle, int(number)


def _rater(told: str) -> Actor:
    role, _, account = told.partition(":")
    if account and not (account.isascii() and account.isdigit()):
        raise Refused("say who acts as ROLE or ROLE:ACCOUNT, such as assessor:12")
    return acting_as(role, int(account) if account else None)


def _rating(given: tuple[str, str], because: str, ground: list[str] | None) -> Rating:
    from gatehouse.assessment.findings.method import axis_named
    from gatehouse.assessment.findings.rating import Rating

    axis, said = given
    code, _, confidence = said.partition(":")
    return Rating(axis_named(axis), code, confidence or "medium", tuple(ground or ()), because)

"""`gatehouse assess visits|late|remind|matrix|offers`: where visits are planned and why, what is late, who helps."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from gatehouse.cli.assess_actor import Account, As, Of, acting_as, assessed
from gatehouse.cli.console import OUT, plain

DAY = ["%Y-%m-%d"]


def visits(
    year: Annotated[int, typer.Argument(help="The year of the list.")],
    state: Annotated[str | None, typer.Option(help="Show what would change this State's place.")] = None,
    role: As = "team-lead",
    account: Account = None,
) -> None:
    """The list of a year: every State's points, each with its reason, and the versions with theirs.

    Example: gatehouse assess visits 2026 --state X-HA
    """
    actor = acting_as(role, account)
    with assessed():
        from gatehouse.assessment.visits.changes import changes
        from gatehouse.assessment.visits.lists import newest_of, ranking_of, versions

        for version in versions(actor, year):
            adopted = f"adopted {version.adopted_at:%Y-%m-%d}" if version.adopted_at else "not adopted"
            OUT.print(plain(f"version {version.version} ({adopted}): {', '.join(version.chosen)}: {version.reason}"))
        newest = newest_of(year)
        ranking = ranking_of(newest)
        for one in ranking:
            chosen = "*" if one.state in newest.chosen else " "
            tied = " (same points as another)" if one.tied else ""
            OUT.print(plain(f"{one.place:3}{chosen} {one.state}  {float(one.points):5.1f}{tied}"))
            OUT.print(plain("      " + "; ".join(part.says() for part in one.parts if part.points)))
        for change in changes(ranking, state) if state in {one.state for one in ranking} and state else ():
            OUT.print(plain(f"  {state}: {change.says()}"))


def late(
    on: Annotated[dt.datetime | None, typer.Option(formats=DAY, help="The day; today when not given.")] = None,
    role: As = "team-lead",
    account: Account = None,
    of: Of = None,
) -> None:
    """What of the follow-up is late, the longest first.

    Example: gatehouse assess late --on 2026-12-01
    """
    actor = acting_as(role, account, of)
    with assessed():
        from gatehouse.assessment.follow_up.reminders import late as found

        for row, due in found(actor, (on or dt.datetime.now(dt.UTC)).date()):
            OUT.print(plain(f"{row.code}  {due.step.name}  due {due.due}  owed by {due.step.owed_by}"))


def remind(
    on: Annotated[dt.datetime | None, typer.Option(formats=DAY, help="The day; today when not given.")] = None,
) -> None:
    """Make the reminders that are due; safe to repeat every day.

    Example: gatehouse assess remind
    """
    with assessed():
        from gatehouse.assessment.follow_up.reminders import remind as made

        reminders = made((on or dt.datetime.now(dt.UTC)).date())
        OUT.print(plain(f"{len(reminders)} reminders made"))


def matrix(role: As = "donor", account: Account = None) -> None:
    """All projects: recipient, theme, donor, money, stage; and those that may be the same one twice.

    Example: gatehouse assess matrix
    """
    actor = acting_as(role, account)
    with assessed():
        from gatehouse.assessment.assistance import projects

        for one in projects.matrix(actor):
            money = f"{one.budget:,.0f} {one.currency}"
            OUT.print(
                plain(f"{one.pk}  {one.recipient.code}  {one.theme}  {one.donor}  {money}  {one.stage}  {one.name}")
            )
        for pair in projects.possible_duplicates(actor):
            why = "; ".join(reason.says() for reason in pair.reasons)
            OUT.print(plain(f"the same one twice? {pair.one} and {pair.other}: {why}"))


def offers(role: As = "donor", account: Account = None, of: Of = None) -> None:
    """Which offers fit which needs, the best first, each with its reasons.

    Example: gatehouse assess offers
    """
    actor = acting_as(role, account, of)
    with assessed():
        from gatehouse.assessment.assistance.needs import proposed

        for one in proposed(actor):
            why = "; ".join(reason.says() for reason in one.reasons)
            OUT.print(plain(f"need {one.need}: {one.body}, {one.points} points: {why}"))

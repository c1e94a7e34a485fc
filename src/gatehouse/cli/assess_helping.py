"""`gatehouse assess need|offer|project|move-project`: help asked for, offered and run."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from gatehouse.cli.assess_actor import acting_as, assessed
from gatehouse.cli.assess_following import recommendation_named
from gatehouse.cli.assess_questions import FOCAL, Role, StateCode, actor_for
from gatehouse.cli.console import OUT, Refused, plain

DONOR = "donor"
DAY = ["%Y-%m-%d"]
Theme = Annotated[str, typer.Argument(help="Kind of help, such as borders (assistance/themes.csv).")]


def need(
    state: StateCode,
    theme: Theme,
    text: Annotated[str, typer.Argument(help="What is needed.")],
    recommendation: Annotated[str, typer.Option(help="STATE/CYCLE/NUMBER of the one it follows from.")] = "",
    role: Role = FOCAL,
) -> None:
    """State a need, for the State or for its team. Those who help see it once two shared it.

    Example: gatehouse assess need KEN borders "Training for two posts."
    """
    with assessed():
        from gatehouse.assessment.assistance.needs import state_need
        from gatehouse.assessment.states.store import state_of

        row = recommendation_named(recommendation) if recommendation else None
        made = state_need(actor_for(role, None, state), state_of(state), theme, text, row)
        OUT.print(plain(f"need {made.pk}: {theme}, urgency {made.urgency}"))


def offer(
    body: Annotated[str, typer.Argument(help="Who offers.")],
    theme: Annotated[list[str], typer.Option(help="Kind of help; repeatable.")],
    text: Annotated[str, typer.Option(help="What is offered.")],
    until: Annotated[dt.datetime, typer.Option(formats=DAY, help="Last day of the offer.")],
    region: Annotated[list[str] | None, typer.Option(help="Only for this region; repeatable.")] = None,
) -> None:
    """Offer help, for a body that helps.

    Example: gatehouse assess offer ICAO --theme api --text "Experts for a pilot." --until 2027-12-31
    """
    with assessed():
        from gatehouse.assessment.assistance.needs import Offering, offer_help

        made = offer_help(acting_as(DONOR), Offering(body, tuple(theme), text, until.date(), tuple(region or ())))
        OUT.print(plain(f"offer {made.pk}: {body}, until {made.until}"))


def project(
    state: StateCode,
    theme: Theme,
    name: Annotated[str, typer.Argument(help="Its name.")],
    money: Annotated[str, typer.Option(help="DONOR: AMOUNT CURRENCY, such as 'Fund of the North: 120000 USD'.")],
    days: Annotated[str, typer.Option(help="FIRST..LAST, such as 2026-01-01..2026-12-31.")],
    request: Annotated[str, typer.Option(help="The State's request or consent that it rests on.")],
) -> None:
    """Make a project. None without a request or consent of the State on record.

    Example: gatehouse assess project KEN api "Pilot at one port" --money "ICAO: 90000 USD"
    --days 2026-01-01..2026-12-31 --request "note verbale 12"
    """
    donor, _, amount = money.rpartition(":")
    budget, _, currency = amount.strip().partition(" ")
    first, _, last = days.partition("..")
    try:
        told = (Decimal(budget), currency, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    except (InvalidOperation, ValueError):
        raise Refused("give the money as DONOR: AMOUNT CURRENCY, and the days as FIRST..LAST") from None
    with assessed():
        from gatehouse.assessment.assistance.projects import Planned, make
        from gatehouse.assessment.states.store import state_of

        made = make(acting_as(DONOR), state_of(state), Planned(name, theme, donor.strip(), *told, request))
        OUT.print(plain(f"project {made.pk}: {made.stage}"))


def move_project(
    number: Annotated[int, typer.Argument(help="Number of the project (`assess matrix`).")],
    event: Annotated[str, typer.Argument(help="consult, approve, start, finish, close, drop.")],
    spent: Annotated[str, typer.Option(help="What was spent by now.")] = "",
) -> None:
    """Bring a project to another stage; it is not closed before every indicator was measured.

    Example: gatehouse assess move-project 3 start --spent 40000
    """
    try:
        amount = Decimal(spent) if spent else None
    except InvalidOperation:
        raise Refused("--spent: give an amount in digits") from None
    with assessed():
        from gatehouse.assessment.assistance.models import Project
        from gatehouse.assessment.assistance.projects import move

        row = Project.objects.select_related("recipient").filter(pk=number).first()
        if row is None:
            raise Refused(f"no project has the number {number}; `gatehouse assess matrix` shows which there are")
        OUT.print(plain(f"project {number}: {move(acting_as(DONOR), row, event, amount).stage}"))

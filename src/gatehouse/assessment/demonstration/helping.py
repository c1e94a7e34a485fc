"""Help in the story: needs, offers, projects at every stage, two that may be the same one, measured effects."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from gatehouse.assessment.assistance import needs, projects
from gatehouse.assessment.assistance.effect import Measured
from gatehouse.assessment.assistance.models import Need
from gatehouse.assessment.assistance.themes import themes
from gatehouse.assessment.demonstration.cast import DONOR, LEAD, MEMBER, OTHER_DONOR, OTHER_MEMBER
from gatehouse.assessment.demonstration.region import Told, duties
from gatehouse.assessment.recommendations.models import Recommendation

BEGIN, END = dt.date(2025, 10, 1), dt.date(2026, 9, 30)
OFFERED_UNTIL = dt.date(2099, 12, 31)
OFFERS = (
    ("UNODC", ("judicial", "prr", "cooperation"), ()),
    ("ICAO", ("api", "pnr", "borders"), ()),
    ("Fund of the North", ("borders", "watch-lists", "pnr"), ("demo-north",)),
    ("Corvia", ("api", "biometrics"), ("demo-north", "demo-south")),
)


def offer() -> None:
    """Four bodies offer help, one of them a State of the region."""
    for body, of, regions in OFFERS:
        offering = needs.Offering(body, of, "Experts and training.", OFFERED_UNTIL, regions)
        needs.offer_help(DONOR, offering)


def need(told: Told, rows: list[Recommendation]) -> list[Need]:
    """A need from each recommendation that is shared."""
    stated = []
    for row in rows:
        if row.shared_at is None or row.stage == "closed":
            continue
        theme = next(duty.theme for duty in duties() if duty.obligation == row.obligation)
        one = needs.state_need(LEAD, told.state, theme, "Training and equipment for one year.", row)
        stated.append(needs.share_need(MEMBER, OTHER_MEMBER, one, "decision 2025/5"))
    return stated


def help_with(told: Told, wanted: list[Need]) -> None:
    """A project for the first need of most States, at a stage that fits its story."""
    if not wanted or told.state.code in ("X-BE", "X-JU"):
        return
    first = wanted[0]
    about = themes()[first.theme].words("en")
    planned = projects.Planned(
        f"Support of {about} in {told.state.name_en}",
        first.theme,
        "Fund of the North",
        Decimal(120_000 + 10_000 * first.pk % 90_000),
        "USD",
        BEGIN,
        END,
        "note verbale 12",
    )
    made = projects.make(DONOR, told.state, planned, [first])
    for event in ("consult", "approve", "start"):
        projects.move(DONOR, made, event, Decimal(40_000) if event == "start" else None)
    aim = Measured("posts that work", "percent", Decimal(30), BEGIN, Decimal(80))
    indicator = projects.add_indicator(DONOR, made, aim)
    if told.gains:
        said = "Trained the officers of six posts; the State paid for the posts."
        projects.measure(DONOR, indicator, Decimal(45 + 5 * told.begins_at), END, "medium", said)
        projects.move(DONOR, made, "finish", Decimal(100_000))
        projects.move(DONOR, made, "close")
    if told.state.code == "X-KE":
        twin = projects.Planned(
            f"{told.state.name_en}: {about}, support",
            first.theme,
            "Another fund",
            Decimal(90_000),
            "USD",
            BEGIN,
            END,
            "letter of the ministry",
        )
        projects.make(OTHER_DONOR, told.state, twin, [first])

"""A visit on its page: consent before days, partners, agenda, checklist, the clock of its report; its State sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.test import Client

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.visits.models import Visit
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account

OPERATOR = Actor("operator:1000", Role.OPERATOR)


class Planned(NamedTuple):
    """A visit that was planned on the page, its address, and the team lead's browser."""

    visit: Visit
    home: str
    lead: Client


@pytest.fixture
def planned(scene: object, account: Callable[..., Account], browser: Callable[..., Client]) -> Planned:
    made = account(Role.TEAM_LEAD)
    name_member(OPERATOR, scene.state, scene.cycle, Actor(f"account:{made.pk}", Role.TEAM_LEAD))
    lead = browser(of=made)
    sent = lead.post(f"{scene.home}consents/plan/", {"kind": "focused", "reason": "the list of the year"})
    visit = Visit.objects.get()
    assert sent.headers["Location"] == f"/visits/{visit.pk}/"
    return Planned(visit, f"/visits/{visit.pk}/", lead)


def _event(event: str, on: str = "2026-02-01", reason: str = "letter") -> dict[str, str]:
    return {"event": event, "on": on, "reason": reason}


def test_from_the_plan_to_the_clock_of_the_report(scene: object, planned: Planned) -> None:
    visit, home, lead = planned
    focal = scene.focal
    assert lead.post(f"{home}days/", {"starts": "2026-05-04", "ends": "2026-05-08", "reason": "r"}).status_code == 400
    assert lead.post(f"{home}move/", _event("ask-consent")).status_code == 302
    assert focal.post(f"{home}move/", _event("consent")).status_code == 403
    refused = focal.post(f"{home}answer/", _event("consent", reason=""))
    assert refused.status_code == 400
    assert focal.post(f"{home}answer/", _event("consent", reason="note verbale 7")).status_code == 302
    assert lead.post(f"{home}days/", {"starts": "2026-05-04", "ends": "2026-05-08", "reason": "r"}).status_code == 302
    assert lead.post(f"{home}invite/", {"body": "ICAO", "on": "2026-02-10"}).status_code == 302
    partner = visit.partners.get()
    told = {"partner": partner.pk, "reply": "accepted", "on": "2026-02-20"}
    assert lead.post(f"{home}partner/", told).status_code == 302
    meeting = {"on": "2026-05-04", "starts": "09:00", "ends": "10:00", "title": "Opening", "with_whom": "Ministry"}
    outside = lead.post(f"{home}meeting/", meeting | {"on": "2026-06-01", "title": "As <typed>"})
    assert (outside.status_code, "As &lt;typed&gt;" in outside.content.decode()) == (400, True)
    assert lead.post(f"{home}meeting/", meeting).status_code == 302
    assert lead.post(f"{home}seen-to/", {"item": "travel", "on": "2026-04-01"}).status_code == 302
    for event, on in (("begin", "2026-05-04"), ("end", "2026-05-08")):
        assert lead.post(f"{home}move/", _event(event, on)).status_code == 302
    wrong = lead.post(f"{home}deadline/", {"step": "draft", "day": "2026-05-01", "reason": "r"})
    assert wrong.status_code == 400, "a day before its beginning contradicts it"
    assert lead.post(f"{home}deadline/", {"step": "draft", "day": "2026-06-30", "reason": "agreed"}).status_code == 302

    shown = focal.get(home)
    file = shown.context["file"]
    assert [one.body for one in file.partners] == ["ICAO"]
    assert [one.title for one in file.agenda] == ["Opening"]
    assert str(file.clock[0].due) == "2026-06-30"
    assert sum(seen is not None for _item, seen, _due in shown.context["checklist"]) == 1
    assert [one.role for one, _name in shown.context["team"]] == ["team-lead"]


def test_the_ledger_and_a_request(
    scene: object, planned: Planned, browser: Callable[..., Client], account: Callable[..., Account]
) -> None:
    home = f"{scene.home}consents/"
    assert scene.focal.post(f"{home}ask/", {"reference": ""}).status_code == 400
    assert scene.focal.post(f"{home}ask/", {"reference": "note 9", "conditions": "in summer"}).status_code == 302
    assert [one.said for one, _word in planned.lead.get(home).context["ledger"]] == ["requested"]
    stranger = browser(of=account(Role.STATE_FOCAL_POINT, unit="X-BE"))
    for address in (home, planned.home):
        assert stranger.get(address).status_code == 403
    assert stranger.post(f"{planned.home}answer/", _event("consent")).status_code == 403
    assert scene.focal.post(f"{home}plan/", {"kind": "focused", "reason": "r"}).status_code == 403

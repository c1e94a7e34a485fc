"""The State reports progress on the page; one finds, another agrees; closed on evidence, or further follow-up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.evidence.store import Brought, add
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.accounts.models import Account

OPERATOR = Actor("operator:1000", Role.OPERATOR)
TODAY = dt.datetime.now(dt.UTC).date()


@pytest.fixture
def team(scene: object, account: Callable[..., Account], browser: Callable[..., Client]) -> list[Client]:
    """An assessor and the team lead of Altona."""
    made = [account(role) for role in (Role.ASSESSOR, Role.TEAM_LEAD)]
    for one, role in zip(made, (Role.ASSESSOR, Role.TEAM_LEAD), strict=True):
        name_member(OPERATOR, scene.state, scene.cycle, Actor(f"account:{one.pk}", role))
    return [browser(of=one) for one in made]


@pytest.fixture
def row(scene: object) -> Recommendation:
    """An adopted recommendation whose clock runs."""
    told = {"text": "Staff both posts.", "obligation": "2396-2", "priority": 1, "obstacle": "none", "number": 1}
    dates = {"stage": "open", "report_on": TODAY - dt.timedelta(days=200), "drafted_by": "account:900"}
    return Recommendation.objects.create(state=scene.state, cycle=scene.cycle, **told, **dates)


def test_progress_is_reported_verified_and_closed_by_two(
    scene: object, team: list[Client], row: Recommendation
) -> None:
    assessor, lead = team
    home = f"/recommendations/{row.pk}/"
    shown = scene.focal.get(home)
    clock = [(due.step.name, is_late) for due, _step, is_late in shown.context["clock"]]
    assert clock == [("progress", True), ("committee", False), ("decision", False)]
    focal = Actor(f"account:{Account.objects.get(unit='X-AL').pk}", Role.STATE_FOCAL_POINT, state="X-AL")
    item = add(focal, scene.state, scene.cycle, Brought("observation", "Posts", told="Staffed."))
    said = {"status": "done", "text": "Both posts are <staffed>.", "obstacle": "none", "on": TODAY.isoformat()}
    wrong = scene.focal.post(f"{home}progress/", said | {"on": "2001-01-01"})
    assert (wrong.status_code, "&lt;staffed&gt;" in wrong.content.decode()) == (400, True)
    assert scene.focal.post(f"{home}progress/", said | {"evidence": [item.pk]}).status_code == 302

    found = {"decision": "close", "reason": "Seen on the spot.", "on": TODAY.isoformat()}
    refused = assessor.post(f"{home}find/", found)
    assert refused.status_code == 400, "nothing is closed without evidence"
    assert "Seen on the spot." in refused.content.decode()
    assert scene.focal.post(f"{home}find/", found).status_code == 403
    assert assessor.post(f"{home}find/", found | {"evidence": [item.pk]}).status_code == 302
    [one] = lead.get(home).context["waiting"]
    assert (one.may_agree, row.verifications.count()) == (True, 0)
    assert scene.focal.post(f"/recommendations/second/{one.row.pk}/").status_code == 403
    lead.post(f"/recommendations/second/{one.row.pk}/")
    row.refresh_from_db()
    assert (row.stage, row.verifications.get().evidence) == ("closed", [item.pk])
    assert "Seen on the spot." in scene.focal.get(home).content.decode()


def test_another_state_reports_nothing(
    scene: object, row: Recommendation, browser: Callable[..., Client], account: Callable[..., Account]
) -> None:
    del scene
    stranger = browser(of=account(Role.STATE_FOCAL_POINT, unit="X-BE"))
    assert stranger.get(f"/recommendations/{row.pk}/").status_code == 403
    assert stranger.post(f"/recommendations/{row.pk}/progress/", {"status": "done"}).status_code == 403
    assert stranger.get("/recommendations/999/").status_code == 404

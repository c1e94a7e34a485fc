"""The list of a year shows its weights and what would change a place; it is proposed, amended, adopted by two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.assessment.visits import lists
from gatehouse.assessment.visits.factors import factors, weights
from gatehouse.assessment.visits.models import VisitList
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries

WEIGHTS = {f"weight-{name}": weight for name, weight in weights().items()}


def test_weights_and_changes_are_shown(scene: object, browser: Callable[..., Client]) -> None:
    client = browser(Role.COMMITTEE_MEMBER)
    assert client.get("/visits/").context["year"] is None
    lead = Actor("account:5", Role.TEAM_LEAD)
    lists.propose(lead, 2026, {"X-AL": {"gaps": 3}, "X-BE": {"gaps": 5}}, 1, "the first list")
    shown = client.get("/visits/?state=X-AL").context
    assert len(shown["factors"]) == len(factors())
    assert [one.state for one, _points, _chosen in shown["ranking"]] == ["X-BE", "X-AL"]
    assert ("Existing gaps", "3", "5", "before Bergen") in shown["changes"]
    assert ("Asked to be visited", "no", "yes", "before Bergen") in shown["changes"], (
        "yes and no in place of one and none"
    )
    assert scene.focal.get("/visits/").status_code == 403


def test_it_is_proposed_amended_and_adopted_by_two(scene: object, browser: Callable[..., Client]) -> None:
    lead, first, second = browser(Role.TEAM_LEAD), browser(Role.COMMITTEE_MEMBER), browser(Role.COMMITTEE_MEMBER)
    said = {"year": 2027, "places": 1, "known": "X-BE events 4\nX-BE trends 1", "reason": "the year's list", **WEIGHTS}
    assert lead.post("/visits/propose/", said).status_code == 302
    made = VisitList.objects.get()
    assert (made.chosen, made.inputs["X-BE"]["events"], made.inputs["X-BE"]["gaps"]) == (["X-BE"], 4, 0)
    change = {"seen": made.pk, "chosen": ["X-AL"], "reason": "events of the spring", **WEIGHTS}
    assert lead.post("/visits/2027/amend/", change | {"reason": ""}).status_code == 400
    assert lead.post("/visits/2027/amend/", change).status_code == 302
    again = lead.post("/visits/2027/amend/", change | {"reason": "as <typed>"})
    assert (again.status_code, "as &lt;typed&gt;" in again.content.decode()) == (400, True)
    heavier = change | {"seen": VisitList.objects.latest("pk").pk, "weight-gaps": 31}
    assert lead.post("/visits/2027/amend/", heavier).status_code == 302
    assert [len(entries(name)) for name in ("visits.proposed", "visits.amended", "weights.changed")] == [1, 1, 1]

    assert lead.post("/visits/2027/adopt/").status_code == 403
    assert first.post("/visits/2027/adopt/").status_code == 302
    assert first.post("/visits/2027/adopt/").status_code == 400, "one adoption waits at a time"
    [one] = second.get("/visits/").context["waiting"]
    assert second.post(f"/visits/second/{one.row.pk}/").status_code == 302
    assert VisitList.objects.latest("pk").adopted_at is not None
    assert scene.focal.post("/visits/propose/", said).status_code == 403


@pytest.mark.parametrize("known", ["X-BE events", "X-BE gaps 3", "X-BE events many", "X-BE events 9999999"])
def test_lines_that_are_none_come_back_as_typed(scene: object, browser: Callable[..., Client], known: str) -> None:
    del scene
    said = {"year": 2027, "places": 1, "known": known, "reason": "r", **WEIGHTS}
    refused = browser(Role.TEAM_LEAD).post("/visits/propose/", said)
    assert (refused.status_code, VisitList.objects.count()) == (400, 0)
    assert known in refused.content.decode()

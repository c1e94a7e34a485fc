"""The list of a year shows its weights and what would change a State's place."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.visits import lists
from gatehouse.assessment.visits.factors import factors
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_weights_and_changes_are_shown(scene: object, browser: Callable[..., Client]) -> None:
    client = browser(Role.COMMITTEE_MEMBER)
    assert client.get("/visits/").context["year"] is None
    lead = Actor("account:5", Role.TEAM_LEAD)
    lists.propose(lead, 2026, {"X-AL": {"gaps": 3}, "X-BE": {"gaps": 5}}, 1, "the first list")
    shown = client.get("/visits/?state=X-AL").context
    assert len(shown["factors"]) == len(factors())
    assert [one.state for one, _points, _chosen in shown["ranking"]] == ["X-BE", "X-AL"]
    assert shown["changes"]
    assert scene.focal.get("/visits/").status_code == 403

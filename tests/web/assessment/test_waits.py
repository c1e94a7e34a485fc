"""What waits for whoever helps: needs that no project serves, and their own projects that are to be ended."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from gatehouse.assessment.assistance import needs, projects
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_a_need_waits_until_a_project_serves_it_and_the_project_until_it_is_closed(desk: object) -> None:
    def waits() -> list[str]:
        page = desk.clients["donor"].get("/assessment/waiting/")
        return [row.url for row in page.context["rows"]]

    member, other, donor = (desk.actors[name] for name in ("member", "other_member", "donor"))
    focal = Actor("account:10", Role.STATE_FOCAL_POINT, state="X-AL")
    need = needs.state_need(focal, desk.scene.state, "api", "Lines.")
    assert waits() == [], "it is not shared yet"
    need = needs.share_need(member, other, need, "decision 1")
    assert waits() == [f"/assistance/needs/{need.pk}/"]
    first, last = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    planned = projects.Planned("Pilot", "api", "A fund", Decimal(1), "USD", first, last, "note 1")
    made = projects.make(donor, desk.scene.state, planned, [need])
    assert waits() == [f"/assistance/projects/{made.pk}/"], "its last day is past"
    projects.move(donor, made, "drop")
    assert waits() == [f"/assistance/needs/{need.pk}/"], "a project that was dropped serves nobody"

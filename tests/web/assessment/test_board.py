"""The board shows a State its own recommendations once they were put before it, and nothing of another's."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.findings.assessments import begin
from gatehouse.assessment.findings.store import find
from gatehouse.assessment.recommendations import store
from gatehouse.assessment.recommendations.draft import Draft
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

DUTIES = ("2396-2", "2396-11a", "2396-12a")


def test_a_draft_is_not_shown_and_what_is_proposed_is(scene: object) -> None:
    lead = Actor("account:901", Role.TEAM_LEAD)
    name_member(Actor("operator:1000", Role.OPERATOR), scene.state, scene.cycle, lead)
    found = find(lead, begin(lead, scene.state, scene.cycle), "2396-2", "One post is empty at night.")
    row = store.draft(lead, scene.state, scene.cycle, Draft("Staff both posts.", "2396-2", (found.pk,)))
    assert scene.focal.get("/recommendations/").context["count"] == 0
    store.move(lead, row, "propose")
    page = scene.focal.get("/recommendations/")
    assert page.context["count"] == 1
    assert "Staff both posts." in page.content.decode()


def test_a_longer_board_asks_the_database_no_more(scene: object) -> None:
    lead = Actor("account:901", Role.TEAM_LEAD)
    name_member(Actor("operator:1000", Role.OPERATOR), scene.state, scene.cycle, lead)
    assessment = begin(lead, scene.state, scene.cycle)

    def asked_with_one_more(number: int) -> int:
        duty = DUTIES[number - 1]
        found = find(lead, assessment, duty, "One post is empty at night.")
        row = store.draft(lead, scene.state, scene.cycle, Draft("Staff both posts.", duty, (found.pk,)))
        store.move(lead, row, "propose")
        asked: list[str] = []

        def counted(execute: Callable[..., object], statement: str, *rest: object) -> object:
            asked.append(statement)
            return execute(statement, *rest)

        with connection.execute_wrapper(counted):
            assert scene.focal.get("/recommendations/").context["count"] == number
        return len(asked)

    asked_with_one_more(1)
    assert asked_with_one_more(2) == asked_with_one_more(3)

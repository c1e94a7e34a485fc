"""A frozen report is listed and made for whoever may have it, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.reports.freezing import freeze, put_before_the_state
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_the_state_has_a_report_once_it_is_put_before_it(scene: object, browser: Callable[..., Client]) -> None:
    lead = Actor("account:901", Role.TEAM_LEAD)
    name_member(Actor("operator:1000", Role.OPERATOR), scene.state, scene.cycle, lead)
    report = freeze(lead, "follow-up", scene.cycle, scene.state)
    file = f"/assessment/reports/{report.pk}/en.html"
    assert scene.focal.get(file).status_code == 403
    put_before_the_state(lead, report)
    assert [one.pk for one in scene.focal.get("/assessment/reports/").context["reports"]] == [report.pk]
    assert scene.focal.get(file)["Content-Type"] == "text/html"
    assert scene.focal.get(f"/assessment/reports/{report.pk}/xx.exe").status_code == 404
    assert browser(Role.DONOR).get(file).status_code == 403

"""A frozen report is listed and made for whoever may have it, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.assessment.access.teams import name_member
from gatehouse.assessment.reports.freezing import freeze, put_before_the_state
from gatehouse.assessment.reports.models import FrozenReport
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role


def test_the_state_has_a_report_once_it_is_put_before_it(scene: object, browser: Callable[..., Client]) -> None:
    lead = Actor("account:901", Role.TEAM_LEAD)
    name_member(Actor("operator:1000", Role.OPERATOR), scene.state, scene.cycle, lead)
    report = freeze(lead, "follow-up", scene.cycle, scene.state)
    file = f"/assessment/reports/{report.pk}/en.html"
    assert scene.focal.get(file).status_code == 403
    put_before_the_state(lead, report)
    assert [one.pk for one, *_rest in scene.focal.get("/assessment/reports/").context["reports"]] == [report.pk]
    assert scene.focal.get(file)["Content-Type"] == "text/html; charset=utf-8"
    assert scene.focal.get(f"/assessment/reports/{report.pk}/xx.exe").status_code == 404
    assert browser(Role.DONOR).get(file).status_code == 403


def test_the_team_freezes_on_the_page_and_nobody_else(desk: object) -> None:
    said = {"kind": "overview", "about": f"X-AL/{desk.scene.cycle.pk}"}
    for name in ("focal", "second", "member", "donor"):
        assert desk.clients[name].post("/assessment/reports/freeze/", said).status_code == 403, name
    assert "form" in desk.clients["lead"].get("/assessment/reports/").context
    made = desk.clients["lead"].post("/assessment/reports/freeze/", said)
    report = FrozenReport.objects.get()
    assert (made.status_code, made.url) == (302, f"/assessment/reports/{report.pk}/")
    assert (report.kind, report.state, report.frozen_by) == ("overview", desk.scene.state, desk.actors["lead"].id)
    over = desk.clients["lead"].post("/assessment/reports/freeze/", said | {"kind": "annual"})
    assert (over.status_code, FrozenReport.objects.latest("pk").state) == (302, None)
    wrong = desk.clients["lead"].post("/assessment/reports/freeze/", said | {"about": "X-BE/1"})
    assert (wrong.status_code, FrozenReport.objects.count()) == (400, 2)

"""The page of the calendar compares what is typed and keeps none of it."""

from __future__ import annotations

import datetime as dt

from gatehouse.assessment.visits import planning
from gatehouse.safeguards.decision import Actor
from gatehouse.safeguards.vocabulary import Role

PAGE = "/visits/calendar/"


def test_visits_of_others_are_compared_and_come_back_as_typed(desk: object) -> None:
    lead, client = desk.actors["lead"], desk.clients["lead"]
    visit = planning.plan(lead, desk.scene.state, desk.scene.cycle, "focused", "the list")
    planning.move(lead, visit, "ask-consent", dt.date(2026, 2, 1), "letter 1")
    focal = Actor("account:10", Role.STATE_FOCAL_POINT, state="X-AL")
    planning.move(focal, visit, "consent", dt.date(2026, 3, 1), "letter 2")
    planning.set_days(lead, visit, dt.date(2026, 5, 4), dt.date(2026, 5, 8), "agreed")
    assert client.get(PAGE).context["close"] == []
    lines = ("X-AL 2026-05-08 2026-05-09 Monitoring <team>", "X-AL 2026-06-01 2026-06-02 UNODC")
    typed = "\n".join((*lines, "X-BE 2026-05-04 2026-05-05 UNODC"))
    shown = client.post(PAGE, {"weeks": "4", "others": typed})
    told = [(one.state, one.other.body, one.days) for one in shown.context["close"]]
    assert told == [
        ("Altona", "Monitoring <team>", None),
        ("Altona", "UNODC", 23),
        ("Altona", "UNODC", 22),
    ]
    assert "Monitoring &lt;team&gt;" in shown.content.decode()
    assert len(client.post(PAGE, {"weeks": "3", "others": typed}).context["close"]) == 1
    for wrong in ("X-AL 2026-05-08", "X-AL 2026-05-09 2026-05-08 UNODC", "X-AL soon later UNODC"):
        refused = client.post(PAGE, {"weeks": "4", "others": wrong})
        assert (refused.status_code, wrong in refused.content.decode()) == (400, True)
    assert desk.clients["focal"].get(PAGE).status_code == desk.clients["donor"].get(PAGE).status_code == 403
